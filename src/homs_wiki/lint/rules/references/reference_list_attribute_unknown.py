"""reference-list-attribute-unknown: a `<references>` with something that Cite doesn't know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.references.names import LIST_ATTRIBUTES, tag_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceListAttributeUnknown(Rule):
    """A `<references>` has an attribute that MediaWiki does not know.

    ## What it does
    Finds attributes other than `group` and `responsive`.

    ## Why it matters
    MediaWiki refuses the whole list: readers see an error and no references.

    ## Example
    ```wikitext
    <references columns="2" />
    ```

    ## Use instead
    ```wikitext
    <references responsive="1" />
    ```

    ## Fix safety
    There is no fix: the attribute may be `group` misspelt.
    """

    name = "reference-list-attribute-unknown"
    family = "references"
    severity = Severity.ERROR
    triggers = ("<references",)
    message = "a list of references has no attribute “{attribute}”"
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_references_invalid_parameters"
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each list with an attribute that is not known."""
        for tag in page.document.extension_tags:
            if tag.name == "references":
                unknown = [each for each in tag_attributes(tag) if each not in LIST_ATTRIBUTES]
                if unknown:
                    yield self.finding(tag.opening_span, attribute=unknown[0])

"""reference-unused: defined in the list of references, and used nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._templates import values_of_unknown_templates
from homs_wiki.page.references.names import tag_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceUnused(Rule):
    """A reference is defined in the list of references, but nothing in the text uses it.

    ## What it does
    Finds each named reference inside `<references>`, or in the `refs` of a template that lists
    references, whose name and group are used nowhere on the page before that list. Left alone are
    names that stand as a parameter of a template that is not known, because it may use them, and
    those that another reference extends.

    ## Why it matters
    MediaWiki does not list such a reference; it shows an error in its place. Mostly the statement
    that it supported was deleted, or its name was misspelt there.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="mill" />
    <references>
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    <ref name="bridge">''Hilltown Post'', 9 May.</ref>
    </references>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill" /> The bridge was lost.<ref name="bridge" />
    <references>
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    <ref name="bridge">''Hilltown Post'', 9 May.</ref>
    </references>
    ```

    ## Fix safety
    There is no fix: whether the source is to be cited or to go is for a person to say.
    """

    name = "reference-unused"
    family = "references"
    severity = Severity.WARNING
    message = "the reference “{name}” is defined in the list, but not used"
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_references_missing_key cite_error_references_missing_group"
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each definition in a list whose name is not used."""
        unused = [reference for reference in page.references.all if not reference.uses]
        if not unused:
            return
        elsewhere = values_of_unknown_templates(page) | _extended(page)
        for reference in unused:
            if reference.name not in elsewhere:
                for definition in reference.definitions:
                    yield self.finding(definition.node.span, name=reference.name)


def _extended(page: Page) -> frozenset[str]:
    """Return the names that stand as ``extends`` of a reference."""
    return frozenset(
        tag_attributes(tag)["extends"]
        for tag in page.document.extension_tags
        if tag.name == "ref" and "extends" in tag_attributes(tag)
    )

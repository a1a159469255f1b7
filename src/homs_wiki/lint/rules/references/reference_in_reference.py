"""reference-in-reference: a `<ref>` inside a `<ref>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.references._invalid import RefusedReference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceInReference(RefusedReference):
    """A reference stands inside another reference.

    ## What it does
    Finds each `<ref>` in whose text another `<ref>` is written, if both are closed. One that is
    not closed, so that it runs on to the next, is reported as that.

    ## Why it matters
    For MediaWiki the outer reference ends where the inner one does. It refuses it, shows an error
    in its place, and readers see the rest of the outer text in the middle of the article.

    ## Example
    ```wikitext
    The mill burnt down.<ref>The date is not certain.<ref>''Hilltown Post'', 3 May.</ref></ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.{{#tag:ref|The date is not certain.<ref>''Hilltown Post'', 3 May.</ref>}}
    ```

    ## Fix safety
    There is no fix: whether the sources should be one reference, two in a row, or a note with a
    reference, is for a person to say.
    """

    name = "reference-in-reference"
    message = "another reference stands in this one"
    error = "included_ref"
    aliases = {"cite": "cite_error_included_ref"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference that holds another one and is closed."""
        found = [each for each in page.references.invalid if each.error == self.error]
        if not found:
            return
        unclosed = {span.start for span in page.references.unclosed}
        for invalid in found:
            if invalid.node.start not in unclosed:
                yield self.finding(invalid.node.span)

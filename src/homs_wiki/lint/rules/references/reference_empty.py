"""reference-empty: nothing between the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.page.values import is_blank_between
from homs_wiki.source import Edit
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Node

_ERRORS = frozenset({"ref_no_input", "empty_references_define"})


class ReferenceEmpty(Rule):
    """A reference has neither a text nor a name whose text it could show.

    ## What it does
    Finds `<ref></ref>`, `<ref />` and their like with blanks only or an empty name, a reference
    whose text is nothing but comments, and a name without a text in a list of references. A name
    that is used with an empty pair of tags, as in `<ref name="a"></ref>`, is left alone.

    ## Why it matters
    MediaWiki shows an error where the number of the reference should be, or a number that leads to
    an empty line. The statement stands without a source.

    ## Example
    ```wikitext
    The bridge was built in 1902.<ref></ref>
    ```

    ## Use instead
    ```wikitext
    The bridge was built in 1902.<ref>''Hilltown Post'', 3 May 1902, p. 1.</ref>
    ```

    ## Fix safety
    The fix takes out the reference if there is nothing at all in it, which is safe: it shows
    nothing but an error. One that holds a comment, or stands in a list, is left for a person.
    """

    name = "reference-empty"
    family = "references"
    severity = Severity.ERROR
    message = "the reference is empty"
    touches = frozenset({"reference"})
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_ref_no_input cite_error_ref_no_key cite_error_empty_references_define",
        "checkwiki": "85",
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty reference."""
        for invalid in page.references.invalid:
            if invalid.error in _ERRORS:
                fix = None if invalid.listed else _fix(invalid.node)
                yield self.finding(invalid.node.span, fix)
        for reference in page.references.all:
            definition = reference.definition
            if definition and is_blank_between(page.text, *definition.span):
                yield self.finding(definition.node.span)


def _fix(node: Node) -> Fix | None:
    if not isinstance(node, ExtensionTag) or node.inner.strip():
        return None
    if not may_go(node.source, node.start, node.end):
        return None
    return Fix((Edit(node.start, node.end, ""),), safe=True, description="Take out the reference")

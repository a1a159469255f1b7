"""reference-under-two-names: one text, two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._equal import read_equal, use_of
from homs_wiki.lint.rules.references.reference_ibid import IBID
from homs_wiki.source import Edit
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Reference


class ReferenceUnderTwoNames(Rule):
    """The same text is defined under two names.

    ## What it does
    Finds named references of one group whose text, apart from white space around it, another named
    reference has as well.

    ## Why it matters
    The list shows the source twice, under two numbers.

    ## Example
    ```wikitext
    It burnt.<ref name="a">''Hilltown Post'', 3 May.</ref> It rose.<ref name="b">''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="a">''Hilltown Post'', 3 May.</ref> It rose.<ref name="a" />
    ```

    ## Fix safety
    The fix gives every use of the second the name of the first. It is not safe: one of the two may
    have been meant to become another source.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-under-two-names"
    family = "references"
    severity = Severity.NOTE
    message = "the reference “{name}” has the same text"
    touches = frozenset({"reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each named reference whose text an earlier one has."""
        for found in read_equal(page.document):
            named = [each for each in found if each.reference.name]
            if len(named) < 2 or IBID.match(named[0].tag.inner):
                continue
            first = named[0].reference
            for each in named[1:]:
                fix = None if each.definition.list_defined else _fix(first, each.reference)
                yield self.finding(each.tag.span, fix, name=first.name)


def _fix(first: Reference, other: Reference) -> Fix | None:
    used = use_of(first.name or "", first.group)
    nodes = [use.node for use in other.uses]
    if not used or not all(isinstance(node, ExtensionTag) for node in nodes):
        return None
    edits = tuple(Edit(node.start, node.end, used) for node in nodes)
    return Fix(edits, safe=False, description=Phrase("Use the reference “{text}”", text=first.name))

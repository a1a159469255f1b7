"""reference-list-repeated: a second list with nothing to show."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._templates import unknown_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import ReferenceList


class ReferenceListRepeated(Rule):
    """A second list of references of one group has nothing to show.

    ## What it does
    Finds `<references />`, or a template that lists references, if a list of the same group stands
    before it and no reference of the group between the two. Nothing is said if a template that is
    not known stands between them, because it may bring references with it.

    ## Why it matters
    MediaWiki shows each reference in one list only: the first takes them all, and the second is
    empty under its heading. Mostly somebody did not see that the page has a list.

    ## Example
    ```wikitext
    It burnt.<ref>''Hilltown Post'', 3 May.</ref>

    == Notes ==
    <references />

    == References ==
    {{reflist}}
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>''Hilltown Post'', 3 May.</ref>

    == References ==
    {{reflist}}
    ```

    ## Fix safety
    There is no fix: which of the two should stay is for a person to say.
    """

    name = "reference-list-repeated"
    family = "references"
    severity = Severity.WARNING
    message = "a list of the same references stands before this one, and no reference between them"
    aliases = {"checkwiki": "78"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each list that has nothing to show."""
        lists = page.references.lists
        if len(lists) < 2 or any(each.group is None for each in lists):
            return
        again = _repeated(lists)
        if not again:
            return
        bringers = [template.start for template in unknown_templates(page)]
        uses = _uses(page)
        for each, start in again:
            end = each.node.start
            used = uses.get(each.group or "", [])
            if not _any_between(bringers, start, end) and not _any_between(used, start, end):
                yield self.finding(each.node.span)


def _repeated(lists: list[ReferenceList]) -> list[tuple[ReferenceList, int]]:
    """Return the lists of a group that had one before, each with the end of that."""
    ends: dict[str | None, int] = {}
    found: list[tuple[ReferenceList, int]] = []
    for each in lists:
        if each.group in ends:
            found.append((each, ends[each.group]))
        ends[each.group] = each.node.end
    return found


def _uses(page: Page) -> dict[str, list[int]]:
    """Return where the footnotes of each group stand."""
    uses: dict[str, list[int]] = {}
    for reference in page.references.all:
        if reference.number is not None:
            uses.setdefault(reference.group, []).extend(use.node.start for use in reference.uses)
    for starts in uses.values():
        starts.sort()
    return uses


def _any_between(starts: list[int], start: int, end: int) -> bool:
    return bisect_left(starts, start) < bisect_left(starts, end)

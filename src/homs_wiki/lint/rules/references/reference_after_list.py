"""reference-after-list: footnotes that come too late for their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.lint.rules.references._templates import may_list_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Use


class ReferenceAfterList(Rule):
    """A reference stands behind the last list of its group.

    ## What it does
    Looks for references behind the last `<references />`, or template that lists references, of
    their group. The first one of the group is marked. Nothing is said if a template that is not
    known may be another list.

    ## Why it matters
    A list shows only what stands before it. MediaWiki puts the rest at the very end of the page,
    below navigation boxes and without a heading; of a group with a name it shows an error instead.

    ## Example
    ```wikitext
    == Notes ==
    <references />

    == Further reading ==
    * ''The Long Retreat''.<ref>Khan, 2001.</ref>
    ```

    ## Use instead
    ```wikitext
    == Further reading ==
    * ''The Long Retreat''.<ref>Khan, 2001.</ref>

    == Notes ==
    <references />
    ```

    ## Fix safety
    There is no fix: the list may have to move, or the reference.
    """

    name = "reference-after-list"
    family = "references"
    severity = Severity.WARNING
    message = "the reference stands behind the list that should show it"
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_group_refs_without_references",
        "checkwiki": "111",
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first reference of each group that stands behind all its lists."""
        ends: dict[str, int] = {}
        for each in page.references.lists:
            if each.group is None:
                return
            ends[each.group] = each.node.end
        runs = read_runs(page.document)
        last = max((run.end for run in runs[-1:]), default=0)
        if not ends or last <= min(ends.values()):
            return
        late: dict[str, Use] = {}
        for reference in reversed(page.references.all):
            end = ends.get(reference.group)
            if end is None or reference.number is None:
                continue
            if reference.uses[0].node.start >= end:
                late[reference.group] = reference.uses[0]
        if late and not may_list_references(page):
            for use in late.values():
                yield self.finding(use.span)

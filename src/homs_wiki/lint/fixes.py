"""Making fixes: in rounds, each of which has to prove that it broke nothing.

Of the fixes on a page those are made together that do not touch each other; then the page is read
and checked again, and the next ones are made, until nothing is left to fix. A rule whose fixes
break something, or never come to rest, is a bug of ours: it makes none on that page, the others
make theirs.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.proof import Heads, Mending, describe, prove, take_inventory
from homs_wiki.source import OverlapError, apply_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.proof import Thing
    from homs_wiki.page import Page
    from homs_wiki.source import Edit

MOST_ROUNDS = 10
"""So many rounds are made at most; rules whose work does not get less then go in circles."""


class FixDefectError(Exception):
    """A fix of a rule is wrong: a bug of ours, never the page's fault.

    Attributes:
        rule: the rule's name.
    """

    def __init__(self, rule: str, what: str) -> None:
        super().__init__(what)
        self.rule = rule


class Mended(NamedTuple):
    """What came of fixing a page.

    Attributes:
        page: the page with the fixes made.
        findings: what is found on it now.
        rounds: the edits of each round, in offsets of the text that the round before left.
        made: the findings whose fixes were made, in the order of making.
        defects: why rules made no fix here, though they offered some.
    """

    page: Page
    findings: Sequence[Finding]
    rounds: list[list[Edit]]
    made: list[Finding]
    defects: list[FixDefectError]


def choose(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """Return those of ``findings`` whose fixes can be made together, in the order of the text.

    Of two fixes that touch each other the one found first goes ahead, the other has to wait for
    the next round. Fixes that are not safe count only with ``unsafe``.
    """
    chosen: list[Finding] = []
    taken = -1
    for finding in sorted(_fixable(findings, unsafe), key=lambda finding: reach(finding)[0]):
        start, end = reach(finding)
        if start > taken:
            chosen.append(finding)
            taken = end
    return chosen


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of the fixes of ``findings``."""
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]


def reach(finding: Finding) -> tuple[int, int]:
    """Return from where to where a fix changes the text, what stands between its edits included."""
    edits = edits_of([finding])
    return min(edit.start for edit in edits), max(edit.end for edit in edits)


class Fixer:
    """Makes fixes on pages.

    Args:
        read: makes a page of a text, for the same wiki and with the same title as those it fixes.
        check: finds what is wrong with a page.
        touches: gives what the fixes of the rule of that name may touch (`Rule.touches`).

    Attributes:
        check: as given.
    """

    __slots__ = ("_inventory", "_read", "_touches", "check")

    def __init__(
        self,
        read: Callable[[str], Page],
        check: Callable[[Page], Sequence[Finding]],
        touches: Callable[[str], Collection[str]],
    ) -> None:
        self._read = read
        self.check = check
        self._touches = touches
        self._inventory: tuple[Page, list[Thing]] | None = None

    def settle(
        self, page: Page, findings: Sequence[Finding] | None = None, *, unsafe: bool = False
    ) -> Mended:
        """Fix a page until nothing is left to fix, or for `MOST_ROUNDS` rounds.

        Args:
            page: the page.
            findings: what is found on it, if that is known.
            unsafe: whether fixes are made that are not safe.
        """
        if findings is None:
            findings = self.check(page)
        defects: list[FixDefectError] = []
        while True:
            refused = frozenset(defect.rule for defect in defects)
            mended = self._attempt(page, findings, unsafe, refused)
            if not mended.defects:
                return mended._replace(defects=defects)
            # All over again without them, so that nothing is left of what they did before.
            defects += mended.defects

    def _attempt(
        self, page: Page, findings: Sequence[Finding], unsafe: bool, refused: Collection[str]
    ) -> Mended:
        mended = Mended(page, findings, [], [], [])
        before: Counter[str] = Counter()
        while possible := self._wanted(mended, unsafe, refused):
            open_fixes = Counter(finding.rule for finding in possible)
            if len(mended.rounds) == MOST_ROUNDS:
                return mended._replace(defects=_restless(before, open_fixes))
            before = open_fixes
            chosen = choose(possible, unsafe=unsafe)
            try:
                after = self.make(mended.page, chosen)
            except FixDefectError as defect:
                return mended._replace(defects=[defect])
            mended.rounds.append(edits_of(chosen))
            mended.made.extend(chosen)
            mended = mended._replace(page=after, findings=self.check(after))
        return mended

    def _wanted(self, mended: Mended, unsafe: bool, refused: Collection[str]) -> list[Finding]:
        findings = (finding for finding in mended.findings if finding.rule not in refused)
        return self.possible(mended.page, _fixable(findings, unsafe))

    def possible(self, page: Page, findings: Iterable[Finding]) -> list[Finding]:
        """Return those of ``findings`` with a fix that changes nothing it has no business with."""
        fixable = list(_fixable(findings, unsafe=True))
        if not fixable:
            return []
        heads = Heads(self._taken(page))
        return [finding for finding in fixable if not heads.bar(self._mending(page, finding))]

    def _mending(self, page: Page, finding: Finding) -> Mending:
        return Mending.of(page.text, edits_of([finding]), self._touches(finding.rule))

    def make(self, page: Page, findings: Sequence[Finding]) -> Page:
        """Return the page with the fixes of ``findings``, which do not touch each other, made.

        Raises:
            FixDefectError: they broke something; it names one rule whose fixes did.
        """
        problem, after = self._try(page, findings)
        if after is None:
            raise self._blame(page, findings, problem)
        return after

    def _try(self, page: Page, findings: Sequence[Finding]) -> tuple[str, Page | None]:
        """Return the page with the fixes made, or what is wrong with them and None."""
        try:
            text = apply_edits(page.text, edits_of(findings))
        except (OverlapError, ValueError) as error:
            return str(error), None
        after = self._read(text)
        things = take_inventory(after.document)
        mendings = [self._mending(page, finding) for finding in sorted(findings, key=reach)]
        for broken in prove(self._taken(page), things, mendings):
            return describe(broken, page.text if broken.gone else text), None
        self._inventory = after, things
        return "", after

    def _taken(self, page: Page) -> list[Thing]:
        if self._inventory is None or self._inventory[0] is not page:
            self._inventory = page, take_inventory(page.document)
        return self._inventory[1]

    def _blame(self, page: Page, findings: Sequence[Finding], problem: str) -> FixDefectError:
        """Return whose fixes break something: the first that the ones before it do without."""
        by_rule = groupby(sorted(findings, key=_rule), key=_rule)
        groups = [(rule, list(group)) for rule, group in by_rule]
        good, bad = 0, len(groups)  # how many of the first together break nothing, and break it
        while bad - good > 1:
            middle = (good + bad) // 2
            some = [finding for _, group in groups[:middle] for finding in group]
            said, after = self._try(page, some)
            if after is None:
                bad, problem = middle, said
            else:
                good = middle
        return FixDefectError(groups[bad - 1][0], problem)


_rule = attrgetter("rule")


def _fixable(findings: Iterable[Finding], unsafe: bool) -> Iterator[Finding]:
    for finding in findings:
        if finding.fix and finding.fix.edits and (finding.fix.safe or unsafe):
            yield finding


def _restless(before: Counter[str], now: Counter[str]) -> list[FixDefectError]:
    """Return the rules that got no further in the last round.

    One that still has work, but less of it, had much on its hands: a thousand tags in one another.
    """
    return [
        FixDefectError(rule, f"after {MOST_ROUNDS} rounds it still finds something to fix")
        for rule in sorted(now)
        if now[rule] >= before[rule]
    ]

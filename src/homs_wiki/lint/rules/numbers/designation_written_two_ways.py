"""designation-written-two-ways: M5 here, M-5 there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.numbers._designations import designations
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.numbers._designations import Designation
    from homs_wiki.page import Page


class DesignationWrittenTwoWays(Rule):
    """A road, unit or model is written in two ways on one page.

    ## What it does
    Looks in the running text for letters with a number, such as M5, M-5 and M 5, F-16, ایم-5 and
    ایم5. Where the same letters and number stand with a hyphen here and without one there, with a
    space or without, it reports those that are written as fewer are; of equally many, as the first.
    Quotations, text in other languages and targets of links are left alone.

    ## Why it matters
    Readers and the search take two names for two things.

    ## Example
    ```wikitext
    The M5 leads to the city. Rebels cut the M-5.
    ```

    ## Use instead
    ```wikitext
    The M5 leads to the city. Rebels cut the M5.
    ```

    ## Fix safety
    The fix writes the name as the others are. It is not safe: now and then two things are told
    apart by a hyphen alone, as a road and an aircraft.
    """

    name = "designation-written-two-ways"
    family = "numbers"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” is written “{other}” on line {line}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each that is written as fewer are."""
        lines: LineIndex | None = None
        for several in designations(page).values():
            for norm, each in _minorities(several):
                lines = lines or LineIndex(page.text)
                yield self.finding(
                    each.span,
                    Fix(
                        replaced(each.span, norm.text),
                        safe=False,
                        description=Phrase("Write “{text}”", text=norm.text),
                    ),
                    name=each.text,
                    other=norm.text,
                    line=lines.position(norm.span.start).line,
                )


def _minorities(several: list[Designation]) -> Iterator[tuple[Designation, Designation]]:
    """Yield what is written as fewer are, each behind the first that is written as most."""
    by_number: dict[str, list[Designation]] = {}
    for each in several:
        by_number.setdefault(each.digits, []).append(each)
    for same in by_number.values():
        joints = Counter(each.joint for each in same)
        if len(joints) > 1:
            chosen = joints.most_common(1)[0][0]
            norm = next(each for each in same if each.joint == chosen)
            yield from ((norm, each) for each in same if each.joint != chosen)

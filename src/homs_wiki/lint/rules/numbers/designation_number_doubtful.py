"""designation-number-doubtful: M5 here, M45 there."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.numbers._designations import designations
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.numbers._designations import Designation
    from homs_wiki.page import Page

_TWO = 2


class DesignationNumberDoubtful(Rule):
    """Two roads, units or models differ by one digit, and may be one.

    ## What it does
    Looks in the running text for letters with a number, such as M5 and M45, ایم-5 and ایم45. It
    asks about two with the same letters where the number of one has one digit more than the other
    at its beginning or end, they are written differently as well (with a hyphen, a space, or
    neither), never stand in one sentence, and no third one has these letters. Quotations, text in
    other languages and targets of links are left alone.

    ## Why it matters
    A digit is easily typed twice or lost, and then one road has two numbers. It is a question, not
    a verdict.

    ## Example
    ```wikitext
    Rebels reached the M-5 motorway. Warplanes struck a bridge of the M45 motorway.
    ```

    ## Use instead
    ```wikitext
    Rebels reached the M5 motorway. Warplanes struck a bridge of the M5 motorway.
    ```

    ## Fix safety
    There is no fix: only the sources know which number is right.
    """

    name = "designation-number-doubtful"
    family = "numbers"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” may be “{other}” on line {line}: the same letters, another number"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first place of the rarer one; where both are as rare, of both."""
        for several in designations(page).values():
            by_number: dict[str, list[Designation]] = {}
            for each in several:
                by_number.setdefault(each.digits, []).append(each)
            if len(by_number) != _TWO or not _may_be_one(page, *by_number.values()):
                continue
            lines = LineIndex(page.text)
            for few, many in permutations(by_number.values()):
                if len(few) <= len(many):
                    yield self.finding(
                        few[0].span,
                        name=few[0].text,
                        other=many[0].text,
                        line=lines.position(many[0].span.start).line,
                    )


def _may_be_one(page: Page, one: list[Designation], other: list[Designation]) -> bool:
    """Tell whether one number may be a slip for the other."""
    if not {each.joint for each in one}.isdisjoint(each.joint for each in other):
        return False
    if not any(
        len(short) + 1 == len(long) and (long.startswith(short) or long.endswith(short))
        for short, long in permutations((one[0].digits, other[0].digits))
    ):
        return False
    return _sentences(page, one).isdisjoint(_sentences(page, other))


def _sentences(page: Page, several: list[Designation]) -> set[int]:
    """Return the sentences that designations stand in, by where these begin in the prose."""
    found = (page.prose.sentence_before(each.prose + 1) for each in several)
    return {sentence.start for sentence in found if sentence}

"""citation-date-invalid: the condition err_bad_date."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.page.dates import Date

# What is written again and again where a date would be right: pattern and replacement.
_SLIPS = (
    (r"\A\w+day,? +", ""),
    (r"\b0(?=[1-9] )|\b0(?=[1-9],)", ""),
    (r"(?<=[^\W\d_])[,،] *(?=[0-9]{4})", " "),
    (r"(?<=[^\W\d_] [0-9])(?: |، *)(?=[0-9]{4})", ", "),
    (r"(?<=[^\W\d_] [0-9]{2})(?: |، *)(?=[0-9]{4})", ", "),
    (r"\bSept\b\.?", "Sep"),
    (r"(?<=[^\W\d_])\.", ""),
    (r"&nbsp;|&#160;", " "),
    (r" *(?:—|&[mn]dash;|&#821[12];) *", "–"),
    (r"\A([0-9]{4})-([0-9])-", r"\1-0\2-"),
    (r"\A([0-9]{4}-[0-9]{2})-([0-9])\Z", r"\1-0\2"),
    (r"\A([0-9]{4})/([0-9]{2})/([0-9]{2})\Z", r"\1-\2-\3"),
    (r"(?<=[0-9])(?:st|nd|rd|th)\b", ""),
    (r"\Ac\.? ?(?=[0-9])", "c. "),
)


_NO_DAY = compiled(r"(?:[^\W\d_]+\.?,? )?[0-9]{4}|[0-9]{4}-[0-9]{2}")

_start = attrgetter("start")


class CitationDateInvalid(ConditionRule):
    """A date in a citation is none that the module reads.

    ## What it does
    Finds dates that have none of the forms of Citation Style 1 (`5 May 2020`, `May 5, 2020`,
    `2020-05-05`, `May 2020`, `2020`, ranges of these and some more), that lie after next year,
    access dates that are no whole day between 2001 and tomorrow, and a year that is not that of
    the date. Days that no calendar has, and ranges that end before they begin, are other rules'.

    ## Why it matters
    An error is shown; tools that read the reference do not know when it was published.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=05 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=5 May 2020}}
    ```

    ## Fix safety
    Where the date can be read but for a leading zero, a comma, a small letter, a dash or the name
    of the day, the fix writes it as the module wants it. It is safe.
    """

    name = "citation-date-invalid"
    condition = "err_bad_date"
    message = "“{value}” {reason}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the date and what is wrong with it."""
        name = case.parameter.name
        if case.condition.values["reason"]:
            reason = Phrase("is not the year of the date")
        elif case.citation.get("access-date") is case.parameter and _NO_DAY.fullmatch(case.value):
            reason = Phrase("lacks the day, which “{name}” must have", name=name)
        else:
            reason = Phrase("is no date that “{name}” can have", name=name)
        return {"value": case.shown, "reason": reason}

    def concerns(self, case: Case) -> bool:
        """Leave days alone that do not exist, and reversed ranges: other rules report them."""
        start, end = case.parameter.value_span
        dates = case.page.dates
        first = bisect_left(dates, start, key=_start)
        return not any(
            each.fault or _is_reversed(each.date)
            for each in dates[first : bisect_left(dates, end, first, key=_start)]
        )

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the forms that the date may have been meant to have."""
        if len(case.condition.parameters) == 1:
            parameter = case.parameter
            yield from new_values(parameter, _forms(case.value))


def _is_reversed(date: Date) -> bool:
    first, last = date.start, date.end
    if last is None or (first.year or 0) < 0:
        return False
    year = last.year or 0
    return (year, last.month or 0, last.day or 0) < (
        first.year or year, first.month or 0, first.day or 0,
    )  # fmt: skip


def _forms(date: str) -> Iterator[str]:
    """Yield a date with one slip mended after the other, and with all of them."""
    for pattern, written in _SLIPS:
        mended = re.sub(pattern, written, date)
        if mended != date:
            date = mended
            yield date
    capitals = " ".join(word[:1].upper() + word[1:] for word in date.split(" "))
    if capitals != date:
        yield capitals

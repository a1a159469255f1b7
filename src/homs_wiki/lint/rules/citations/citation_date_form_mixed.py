"""citation-date-form-mixed: dates of citations in several forms."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._majority import habit
from homs_wiki.lint.rules.citations._date_ways import NO_WAY, Way, ways_of
from homs_wiki.page.dates.declared import read_declarations
from homs_wiki.page.dates.glance import glance
from homs_wiki.profile.dates import DIGIT_SETS, load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.dates.writing import Wanted

_GROUPS = {
    "citation-date": Phrase("dates of citations"),
    "citation-access": Phrase("access dates"),
    "citation-archive": Phrase("archive dates"),
}
_SHOWN = {
    "dmy": Phrase("the day before the month"),
    "mdy": Phrase("the month before the day"),
    "iso": Phrase("the form YYYY-MM-DD"),
    "long": Phrase("the month in full"),
    "short": Phrase("the month shortened"),
    "ء": Phrase("the sign ء behind the year"),
    "": Phrase("no sign behind the year"),
}
_LEAST = 3
_SHARE = 0.75
# Style guides want one form of these two; where each has its own, neither is wrong in the other's.
_OTHER = {"citation-access": "citation-archive", "citation-archive": "citation-access"}
_LENT = ("month", "suffix")
_DF = lazily(r"\|\s*+df\s*+=")

_Counts = dict[str, Counter[str]]


class _Norm(NamedTuple):
    """What the dates of a group should have.

    Attributes:
        value: a value of one part of `Way`.
        same: how many dates have it.
        total: of how many.
        spared: other values that are as good.
    """

    value: str
    same: int
    total: int
    spared: tuple[str, ...] = ()


class CitationDateFormMixed(Rule):
    """The dates of citations are not written alike.

    ## What it does
    Compares the dates of citations, and apart from them the access dates and the archive dates:
    day before month or month before day or `2020-05-03`, the month in full or shortened, in Urdu
    the sign ء behind the year. The form that counts is the one that at least three and three of
    four have; where there is none, the order of day and month that is the habit of the wiki, if at
    least half have it. Access dates in an order that many archive dates have are left alone, and
    the other way round. Articles that declare an order (`{{Use dmy dates}}`) and citations that do
    (`df`) are left alone: there the module writes all dates anew. So are dates that the module does
    not read, which other rules report, seasons, and months in another language.

    ## Why it matters
    Style guides ask for one form of dates in the sources of an article, and one of access dates.
    A reader who sees both 4 May and May 4 beside 2020-05-04 begins to doubt what 2020-05-04 means.

    ## Example
    ```wikitext
    {{cite web |url=https://a.example |title=A |access-date=5 June 2020}}
    {{cite web |url=https://b.example |title=B |access-date=6 June 2020}}
    {{cite web |url=https://c.example |title=C |access-date=7 June 2020}}
    {{cite web |url=https://d.example |title=D |access-date=2020-06-08}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |url=https://a.example |title=A |access-date=5 June 2020}}
    {{cite web |url=https://b.example |title=B |access-date=6 June 2020}}
    {{cite web |url=https://c.example |title=C |access-date=7 June 2020}}
    {{cite web |url=https://d.example |title=D |access-date=8 June 2020}}
    ```

    ## Fix safety
    The fix writes the same day as the others are written. It is safe, because it is made only where
    the module then complains of nothing that it did not complain of before. Only adding and
    removing the sign ء is not: short footnotes name the year as the citation has it.
    """

    name = "citation-date-form-mixed"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("date", "تاریخ", "تاريخ", "तिथि")
    message = "“{date}” has {form}; {count} of {total} {group} have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date that is not written as the others of its group."""
        if len(page.citations) < 2 or read_declarations(page.document):
            return
        groups = _groups(page)
        counts = {role: _counts([way for _, way in dates]) for role, dates in groups.items()}
        house = load_date_facts(page.profile.language).house.get("order") if groups else None
        for role, dates in groups.items():
            norms = _norms(counts[role], house, counts.get(_OTHER.get(role, "")))
            digits = _usual_digits(page, dates) if norms else None
            for date, way in dates if norms else ():
                off = _off(way, norms)
                if not off or not _is_whole(page, date, way):
                    continue
                norm = norms[off[0]]
                fix = _fix(page, date, _wanted(way, off, norms, counts[role], digits))
                if norm.value == "iso" and fix is None:
                    continue  # ranges, days of old and letters for short footnotes cannot be so
                yield self.finding(
                    date.span,
                    fix,
                    date=date.text,
                    form=_SHOWN[getattr(way, off[0])],
                    count=norm.same,
                    total=norm.total,
                    group=_GROUPS[role],
                    norm=_SHOWN[norm.value],
                )


def _groups(page: Page) -> dict[str, list[tuple[PageDate, Way]]]:
    """Give the dates of citations, with their ways, by what they say; none if all are alike."""
    ways = ways_of(page.profile)
    found: dict[str, list[tuple[PageDate, Way]]] = {role: [] for role in _GROUPS}
    for date, text in glance(page).cited:
        if date.role in found and (way := ways[text]) is not NO_WAY:
            found[date.role].append((date, way))
    if not any(way is not dates[0][1] for dates in found.values() for _, way in dates):
        return {}
    return {
        role: [
            (date, way)
            for date, way in dates
            # A year by itself has no form.
            if date.name != "year" and not _is_rewritten(page, date)
        ]
        for role, dates in found.items()
    }


def _counts(ways: list[Way]) -> _Counts:
    """Count what dates have, by part of `Way`."""
    return {
        part: Counter(value for way in ways if (value := getattr(way, part)) is not None)
        for part in Way._fields
    }


def _norms(counts: _Counts, house: str | None, other_counts: _Counts | None) -> dict[str, _Norm]:
    """Give what dates should have, by part of `Way`, where that is clear and not all have it.

    Args:
        counts: what they have.
        house: the order that is the habit of the wiki, which says nothing of dates in numbers.
        other_counts: what the dates have whose order is as good for these.
    """
    found = {}
    for part, values in counts.items():
        norm = _majority(values) if len(values) > 1 else None
        if norm is None and part == "order" and house:
            total = values.total() - values["iso"]
            if values[house] * 2 >= total > values[house]:
                norm = _Norm(house, values[house], total, spared=("iso",))
        if norm is not None:
            found[part] = norm
    if other_counts and "order" in found:
        norm, others = found["order"], other_counts["order"]
        frequent = (value for value, count in others.items() if _is_frequent(count, others))
        found["order"] = norm._replace(spared=(*norm.spared, *frequent))
    return found


def _is_frequent(count: int, values: Counter[str]) -> bool:
    """Tell whether so many dates are more than slips."""
    return count >= _LEAST and count >= (1 - _SHARE) * values.total()


def _off(way: Way, norms: dict[str, _Norm]) -> list[str]:
    """Give the parts of `Way` in which a date is not as the norm."""
    return [
        part
        for part, norm in norms.items()
        if getattr(way, part) not in (None, norm.value, *norm.spared)
    ]


def _majority(values: Counter[str]) -> _Norm | None:
    total = values.total()
    value = habit(values, total, None)
    return _Norm(value, values[value], total) if value is not None else None


def _citation(page: Page, date: PageDate) -> Citation | None:
    return page.citations[date.owner] if date.owner >= 0 else None


def _is_rewritten(page: Page, date: PageDate) -> bool:
    """Tell whether the citation itself asks for a form of its dates."""
    citation = _citation(page, date)
    if citation is None:
        return True
    # Looked for in the text: few citations have it, and their parameters may be unread so far.
    asks = _DF.search(page.text, *citation.template.span)
    return asks is not None and citation.get("df") is not None


def _is_whole(page: Page, date: PageDate, way: Way) -> bool:
    """Tell whether a parameter has the date and nothing else but a letter behind it."""
    citation = _citation(page, date)
    parameter = citation.get(date.name) if citation else None
    if citation is None or parameter is None or not parameter.start <= date.start < parameter.end:
        return False
    return ways_of(page.profile)[citation.value(date.name)] == way


def _fix(page: Page, date: PageDate, wanted: Wanted) -> Fix | None:
    """Write a date as wanted; None where the module would not take it."""
    from homs_wiki.lint.rules.citations._mend import is_accepted  # few pages have such dates
    from homs_wiki.lint.rules.dates._rewriting import fix_of

    citation = _citation(page, date)
    fix = fix_of(page, date, wanted)
    if citation is None or fix is None or not is_accepted(page, citation, fix):
        return None
    # Short footnotes name the year of a citation as it is written, with or without the sign.
    is_same = fix.edits[0].text.endswith("ء") == date.text.endswith("ء")
    return fix._replace(safe=fix.safe and (is_same or date.role != "citation-date"))


def _wanted(
    way: Way, off: list[str], norms: dict[str, _Norm], counts: _Counts, digits: str | None
) -> Wanted:
    """Give how a date is to be written that is off in some parts of `Way`."""
    from homs_wiki.page.dates.writing import Wanted

    if way.order == "iso":  # has no month, sign or digits of its own, and gets what is usual
        parts = {part: counts[part].most_common(1)[0][0] for part in _LENT if counts[part]}
    else:
        parts = {part: norms[part].value for part in off}
    return Wanted(
        order=norms["order"].value if "order" in off else None,  # type: ignore[arg-type]
        month=parts.get("month"),  # type: ignore[arg-type]
        year_suffix=parts.get("suffix"),
        digits=digits if way.order == "iso" else None,
        usual_comma=True,
    )


def _usual_digits(page: Page, dates: list[tuple[PageDate, Way]]) -> str | None:
    """Give the digits of most dates with words; None where a language has but one set."""
    if len(load_date_facts(page.profile.language).digit_sets) == 1:
        return None
    digits = Counter(date.form.digits for date, way in dates if way.order != "iso")
    return next((name for name, _ in digits.most_common() if name in DIGIT_SETS), None)

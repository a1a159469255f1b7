"""How the dates of citations are written, as far as the dates of an article can be alike in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from homs_wiki.page.citations.judging.day_reader import date_reader
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.profile import Profile
    from homs_wiki.profile.dates import DateFacts

WayOrder = Literal["dmy", "mdy", "iso"]


class Way(NamedTuple):
    """How a date is written; None where the date says nothing of it.

    Attributes:
        order: that of the parts of whole days.
        month: whether the name of the month is in full; None where it has no other.
        suffix: the sign of the era behind the year, or nothing, where the wiki has one.
    """

    order: WayOrder | None = None
    month: Literal["long", "short"] | None = None
    suffix: str | None = None


NO_WAY = Way()
# By the numbers of the module's forms.
_ORDERS: Mapping[int, WayOrder] = {
    1: "iso", 2: "mdy", 3: "mdy", 7: "mdy", 9: "mdy", 4: "dmy", 5: "dmy", 6: "dmy", 8: "dmy",
}  # fmt: skip
_MONTHS = frozenset((12, 13, 14))
_YEARS = frozenset((15, 16, 17))
_WORDS = lazily(r"[^\s\d,–-]+(?: [^\s\d,–-]+)*")
_MARK = lazily(r"(?<=\d)[^\W\d_]\Z")


@cache
def ways_of(profile: Profile) -> Memo[str, Way]:
    """Give what tells of the text of a date how it is written, as the wiki's module reads it.

    `NO_WAY` for what the module does not read, for seasons, and for months in another language
    than the wiki's. Ways that are equal are the same object.
    """
    reader = date_reader(profile)
    facts = load_date_facts(profile.language)
    styles = _styles(facts)
    mark = facts.house.get("year_suffix", "")

    known: dict[Way, Way] = {NO_WAY: NO_WAY}

    def way(text: str) -> Way:
        found = read(text)
        return known.setdefault(found, found)

    def read(text: str) -> Way:
        form = reader.read[text] if reader else False
        if isinstance(form, bool) or form.date_only:
            return NO_WAY
        order = _ORDERS.get(form.form)
        if order == "iso":
            return Way(order)
        if order is None and form.form not in _MONTHS and form.form not in _YEARS:
            return NO_WAY
        names = {styles.get(name, "unknown") for name in _WORDS.findall(_MARK.sub("", text))}
        if "unknown" in names:
            return NO_WAY
        month = next(iter(names - {"any"})) if len(names - {"any"}) == 1 else None
        suffix = (mark if text.endswith(mark) else "") if mark else None
        return Way(order, month, suffix)  # type: ignore[arg-type]

    return Memo(way)


def _styles(facts: DateFacts) -> dict[str, str]:
    """Give for the names of the months in a language: long, short, or any where both are alike."""
    own = [
        (name, month)
        for name, month in facts.months.items()
        if month.calendar == "gregorian" and month.language == facts.language
    ]
    shortened = {month.number for _, month in own if month.style == "short"}
    return {name: month.style if month.number in shortened else "any" for name, month in own}

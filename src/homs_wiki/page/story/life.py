"""When a person was born and died, as an infobox says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.dates import StatedDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.profile.lives import life_facts
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_WITH_BIRTH: Final = frozenset(("death_date_age", "death_year_age"))


class Life(NamedTuple):
    """What one infobox says of a life.

    Attributes:
        birth: the one date in the field of the birth; None if it has none or several.
        death: the same for the death.
        repeated_birth: the date of birth that the template in the field of the death states.
    """

    birth: PageDate | None
    death: PageDate | None
    repeated_birth: PageDate | None


def lives(page: Page) -> Iterator[Life]:
    """Yield the lives that the infoboxes of a page tell of."""
    found: dict[int, tuple[list[PageDate], list[PageDate]]] = {}
    facts = life_facts()
    for date in glance(page).outside:
        is_death = date.name in facts.death_fields
        if date.role == "infobox" and (is_death or date.name in facts.birth_fields):
            found.setdefault(date.owner, ([], []))[is_death].append(date)
    for births, deaths in found.values():
        repeated = _repeated_birth(page, deaths)
        if repeated is not None:
            deaths.remove(repeated)
        yield Life(_only(births), _only(deaths), repeated)


def concept_around(page: Page, date: PageDate) -> str | None:
    """Give what the template is for that states a date; None if no template states it."""
    if not isinstance(date.found, StatedDate):
        return None
    node = page.document.enclosing(date.start)
    return page.profile.concept(node.name) if isinstance(node, Template) else None


def _repeated_birth(page: Page, deaths: list[PageDate]) -> PageDate | None:
    """Give the second of two dates of one template that states a birth behind a death."""
    if len(deaths) != 2 or concept_around(page, deaths[1]) not in _WITH_BIRTH:
        return None
    nodes = [page.document.enclosing(date.start) for date in deaths]
    return deaths[1] if nodes[0] is nodes[1] else None


def _only(dates: list[PageDate]) -> PageDate | None:
    return dates[0] if len(dates) == 1 else None


def age_at(birth: PageDate, death: PageDate) -> tuple[int, int] | None:
    """Give how many years old somebody was at the death, at least and at most.

    None where the dates do not say it: in two calendars, approximate, without a year, impossible.
    """
    one, other = birth.date, death.date
    for date in (birth, death):
        value = date.date
        if value.approximate or value.is_range or date.fault is not None:
            return None
        if value.calendar != "gregorian" or value.precision not in ("day", "month", "year"):
            return None
    years = _years(one.start.year, other.start.year)
    if years is None:
        return None
    known = 0
    for part, last in zip(one.start[1:], other.start[1:], strict=True):
        if part is None or last is None:
            break
        known = known or (last > part) - (last < part)
    is_known = known != 0 or None not in (*one.start, *other.start)
    if is_known:
        return (years - (known < 0),) * 2
    return years - 1, years


def _years(first: int | None, last: int | None) -> int | None:
    """Give how many years lie between two; None if that is no length of a life."""
    if first is None or last is None or first <= 0:
        return None
    return last - first if 0 <= last - first <= 130 else None

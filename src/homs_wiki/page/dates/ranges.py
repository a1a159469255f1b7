"""Which dates of a page are ranges, and what joins their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import OWN_ROLES
from homs_wiki.profile.date_words import load_date_words
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

DASHES = frozenset("-–—−")
HYPHEN = "-"
EN_DASH = "–"
BLANKS = " \u00a0"
_SHORTENED = lazily(r"\d{2}(\d{2})[ \u00a0]+[-–—−][ \u00a0]*(\d{2})")
_LONGEST_SHORTENED = 60
"""More years do not lie between two of which the second has two digits, and spaces before it."""
_OPEN = lazily(r"[ \u00a0]*[-–—−][ \u00a0]*(?=[^\W\d])")


class Range(NamedTuple):
    """A range of dates whose ends a dash or hyphen joins.

    Attributes:
        date: the date.
        place: where the dash and the spaces around it stand, counted from the date's beginning.
        is_closed: whether each end is a single number or word, so that no space belongs between.
    """

    date: PageDate
    place: tuple[int, int]
    is_closed: bool

    @property
    def separator(self) -> str:
        """The dash with the spaces around it, as a reader sees it."""
        return self.date.text[slice(*self.place)]

    @property
    def mark(self) -> str:
        """The dash alone."""
        return self.separator.strip(BLANKS)

    @property
    def is_spaced(self) -> bool:
        """Whether a space stands on one side of the dash or both."""
        return len(self.separator) > len(self.mark)


def own_ranges(page: Page, passing: Callable[[str], object] | None = None) -> Iterator[Range]:
    """Yield the ranges with a dash in the text, headings and infoboxes, quoted ones included.

    ``passing`` tells by the text of a date that it need not be looked at any closer.
    """
    for date in glance(page).dashed:
        if date.role not in OWN_ROLES or (passing is not None and passing(date.text)):
            continue
        found = range_of(date)
        if found is not None:
            yield found


def range_of(date: PageDate) -> Range | None:
    """Give a date as a range; None if no dash joins two ends of it."""
    text = date.text
    place = date.found.separator_span
    if place is None:
        if date.date.end is not None:
            return None
        found = _OPEN.search(text)  # "2011–present"
        if found is None:
            return None
        start, end = found.span()
    else:
        start, end = place.start - date.found.start, place.end - date.found.start
    if start == end or text[start:end].strip(BLANKS + "-–—−"):
        return None
    if _is_number_behind(text):
        return None
    closed = len(date.found.forms) == 1 and place is not None
    return Range(date, (start, end), closed or not _has_blank(text[:start], text[end:]))


def _is_number_behind(text: str) -> bool:
    """Tell whether a dash parts a year from another number (“in 2001 – 91 others”)."""
    years = _SHORTENED.fullmatch(text)
    if years is None:
        return False
    return (int(years[2]) - int(years[1])) % 100 > _LONGEST_SHORTENED


def _has_blank(first: str, second: str) -> bool:
    """Tell whether one of the two ends of a range has a space in itself."""
    return any(blank in end for end in (first, second) for blank in BLANKS)


def joint(date: PageDate) -> str:
    """Give what joins the ends of a range, without spaces; nothing if it is none."""
    place = date.found.separator_span
    if place is None:
        return ""
    start = date.found.start
    return date.text[place.start - start : place.end - start].strip(BLANKS)


def is_certain(page: Page, date: PageDate, joint: str) -> bool:
    """Tell whether a word between two dates can only join the ends of a range."""
    language = page.profile.language
    words, facts = load_date_words(language), load_date_facts(language)
    if joint in words.range_joints or any(joint == last for _, last in facts.between):
        return True
    closing = words.range_closers.get(joint)
    found = date.found
    if closing is None or not isinstance(found, FoundDate):
        return False
    closing = closing if facts.unspaced else f" {closing}"
    return found.text_behind(len(closing)) == closing

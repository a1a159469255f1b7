"""Writes a date of a page in another form: the edit on the page, with the comma behind the date.

``rewrite`` gives the edit, or says why the date is left alone (`LeftAlone`). What decides how dates
should be written, and which dates are somebody else's words, is not known here.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from html import unescape
from itertools import takewhile
from operator import attrgetter, eq
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.date_forms import load_date_forms
from homs_wiki.profile.date_words import load_date_words
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

from .finder import FoundDate
from .writing import Wanted, says_the_same, write

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.profile.date_forms import DateForms

    from .reader import PageDate

_ENTITY = lazily(r"&(?:nbsp|thinsp|ndash|mdash|#(?:160|8211|8212|xA0|x2013));")
_DAY = lazily(r"(?<!\d)\d{1,2}(?!\d)")
_DASH_BESIDE = lazily(r"[ ]*(?:[-–—][ ]*\n|\n[ ]*[-–—])[ ]*\w")
_DASH_BEFORE = lazily(r"\w[ ]*(?:[-–—][ ]*\n|\n[ ]*[-–—])[ ]*\Z")
_YEAR_BEHIND = lazily(r"[ ,،]*\n[ ]*\d{4}(?![\d-])")
_LINE: Final = 8
_YEAR: Final = 4
_DEEPEST: Final = 8
"""How many links before a date may lie in the one around it."""
_REACH: Final = 60
_MOST_OPENING: Final = 5
"""So many words may stand before a date that still opens its sentence (``By the end of``)."""
_ENDS: Final = frozenset(".!?\n")
_INSIDE: Final = frozenset("]}'<")
"""Before one of these a comma would stand in a link or the like, not behind it."""
_CLOSED: Final = frozenset(",.;:!?)]}|–—-/\n")
"""Behind a date with one of these no comma is wanted."""
_APART: Final = frozenset(("", "(", "–", "—", "-", "|", "/", "\n"))
"""Nor with one of these behind a space."""
_BLANKS: Final = " \t\u00a0"


class LeftAlone(StrEnum):
    """Why a date is not written in another form."""

    MARKUP = "markup stands in it"
    LINK = "a link leads to the page of that name"
    TEMPLATE = "a template states it"
    LINE_END = "it may go on beyond the end of the line"
    UNCERTAIN = "it cannot be written so for certain"


class Rewriting(NamedTuple):
    """A date of a page in another form.

    Attributes:
        text: the date as it is to be, as a reader sees it.
        edit: what makes it so on the page; it changes nothing if the date is written so already.
        safe: whether nothing around the date can be wrong then; in a heading something may be, as
            links lead there, and in an infobox beside a year that has a field of its own.
    """

    text: str
    edit: Edit
    safe: bool


def rewrite(
    page: Page, date: PageDate, wanted: Wanted, *, together: bool = False
) -> Rewriting | LeftAlone:
    """Give the edit that writes a date of a page as ``wanted``, or why there is none.

    The edit covers what changes of the date and, where English needs it, the comma behind it or
    the article before it. A date in a template that states it, in the target of a link, or with
    markup in it is left alone.

    Args:
        page: the page.
        date: one of its dates.
        wanted: how it is to be written.
        together: see `writing.write`.
    """
    found = date.found
    if not isinstance(found, FoundDate):
        return LeftAlone.TEMPLATE
    start, end = date.span
    is_citation = date.role.startswith("citation")
    text = write(
        found,
        wanted,
        field=date.role not in ("prose", "heading"),
        in_citation=is_citation,
        together=together,
    )
    if text is None:
        return LeftAlone.UNCERTAIN
    if text == date.text:
        return Rewriting(text, Edit(start, start, ""), safe=True)
    source = _as_source(page.text[start:end], date.text, text)
    if source is None:
        return LeftAlone.MARKUP
    if _goes_on(page, date):
        return LeftAlone.LINE_END
    if is_link_target(page, start, end):
        return LeftAlone.LINK
    if is_citation:
        return Rewriting(text, _narrowed(page.text, start, end, source), safe=True)
    comma = _comma(found, text)
    if not page.text.startswith(found.text_behind(comma.drop), end):
        comma = comma._replace(drop=0)  # a reference stands between
    if (comma.drop or comma.add) and (
        page.text[end : end + 1] in _INSIDE
        or not says_the_same(found, text, field=False, drop=comma.drop, add=comma.add)
    ):
        comma = _Comma(certain=False)
    article = _article(found, text)
    safe = comma.certain and not article and date.role != "heading" and not _lacks_year(date)
    if _goes_with(article, found) and page.text.startswith(f"{article} ", start - len(article) - 1):
        start -= len(article) + 1
    edit = _narrowed(page.text, start, end + comma.drop, source + comma.add)
    return Rewriting(text, edit, safe)


def _goes_on(page: Page, date: PageDate) -> bool:
    """Tell whether a line ends beside a date with what may be another part of it.

    Its year, or the mark of a range: a date is not read across the ends of lines.
    """
    start, end = date.span
    before, behind = page.text[max(0, start - _LINE) : start], page.text[end : end + _LINE]
    if _DASH_BESIDE.match(behind) or _DASH_BEFORE.search(before):
        return True
    return date.date.start.year is None and _YEAR_BEHIND.match(behind) is not None


def _article(found: FoundDate, text: str) -> str:
    """Give the article before an ordinal that is none as ``text``, or behind the month, if any."""
    ordinal = found.form.ordinal
    if not ordinal or (ordinal in text and text[:1].isdecimal()):
        return ""
    forms = load_date_forms(found.form.month_language)
    words = found.text_before(_REACH).split()
    return words[-1] if forms and words and words[-1].lower() == forms.article else ""


def _goes_with(article: str, found: FoundDate) -> bool:
    """Tell whether an article goes with the ordinal: with a preposition before (``on the 5th``)."""
    forms = load_date_forms(found.form.month_language) if article else None
    return forms is not None and bool(
        forms.openers & set(found.text_before(_REACH).lower().split()[-2:-1])
    )


def _narrowed(text: str, start: int, end: int, new: str) -> Edit:
    """Give the edit that makes ``text[start:end]`` to ``new``, without what stays at its ends."""
    old = text[start:end]
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    return Edit(start + head, end - tail, new[head : len(new) - tail])


def _lacks_year(date: PageDate) -> bool:
    """Tell whether an infobox may put a year to a date, with a comma that fits its order now."""
    return date.role == "infobox" and date.date.start.year is None


def is_link_target(page: Page, start: int, end: int) -> bool:
    """Tell whether a stretch of the page lies in the target of a link, shown or not."""
    behind = bisect_right(page.links, start, key=attrgetter("start"))
    return any(
        page.links[index].target_span.end >= end
        for index in range(behind - 1, max(-1, behind - 1 - _DEEPEST), -1)
    )


def _as_source(old: str, shown: str, new: str) -> str | None:
    """Give ``new`` as wikitext, with the entities that ``old`` has; None if that is not certain.

    Args:
        old: the wikitext of the date.
        shown: the same as a reader sees it.
        new: what a reader is to see.
    """
    if old == shown:
        return new
    entities = {unescape(entity): entity for entity in _ENTITY.findall(old)}
    if unescape(old) != shown or any(
        shown.count(sign) != new.count(sign) or old.count(entity) != shown.count(sign)
        for sign, entity in entities.items()
    ):
        return None
    for sign, entity in entities.items():
        new = new.replace(sign, entity)
    return new


def _same(first: str, second: str) -> int:
    """Give how many code points two texts have in common at their beginning."""
    return sum(takewhile(bool, map(eq, first, second)))


class _Comma(NamedTuple):
    """What becomes of the comma behind a date; ``drop`` is how many code points of it go."""

    drop: int = 0
    add: str = ""
    certain: bool = True


_NO_COMMA = _Comma()


def _comma(found: FoundDate, text: str) -> _Comma:
    """Tell what becomes of the comma behind a date that is written as ``text`` now."""
    forms = load_date_forms(found.form.month_language or found.facts.language)
    if forms is None or not forms.closing_comma:
        return _NO_COMMA
    was, will = (_closes(each) for each in (found.text, text))
    if was == will:
        return _NO_COMMA
    behind = found.text_behind(_REACH)
    if will:
        if _follows_weekday(found):
            return _Comma(certain=False)
        # Behind a blank line another block begins: a cell of a table, a paragraph.
        if not behind or behind[0] in _CLOSED or behind.lstrip(_BLANKS)[:1] in _APART:
            return _NO_COMMA
        return _Comma(add=forms.closing_comma, certain=False)
    if not behind.startswith(forms.closing_comma):
        return _NO_COMMA
    if _has_its_own_comma(found, behind[1:], forms):
        return _NO_COMMA
    return _Comma(drop=len(forms.closing_comma), certain=False)


def _follows_weekday(found: FoundDate) -> bool:
    """Tell whether a day of the week stands before a date without a comma (``Monday 5 May``)."""
    words = found.text_before(_REACH).split()
    return bool(words) and words[-1] in load_date_words(found.facts.language).weekdays


def _closes(text: str) -> bool:
    """Tell whether a comma has to stand behind a date written as ``text``: month, day, year."""
    return text[-_YEAR:].isdecimal() and not text[:1].isdecimal() and _DAY.search(text) is not None


def _has_its_own_comma(found: FoundDate, behind: str, forms: DateForms) -> bool:
    """Tell whether a comma stands behind a date for another reason than its year.

    The date opens the sentence, stands between commas itself or in a list, or a clause begins.
    """
    before = found.text_before(_REACH)
    if before.rstrip().endswith(","):
        return True
    opening = before[max(before.rfind(sign) for sign in _ENDS) + 1 :]
    if len(before) < _REACH or opening != before:
        words = opening.lower().split()
        if not words or (len(words) <= _MOST_OPENING and words[0] in forms.openers):
            return True
    word = behind.split(None, 1)[0] if behind.strip() else ""
    return word in forms.clauses or word[:1].isdecimal() or word in found.facts.months

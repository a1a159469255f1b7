"""Where a date stands: in a table, in text, in somebody else's words, in a name."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from homs_wiki.page.quoting import in_italics, in_quotation_marks
from homs_wiki.profile.story_words import load_story_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.page.page import Page
    from homs_wiki.syntax.external_links import ExternalLink
    from homs_wiki.syntax.wikilinks import Wikilink

    from .reader import PageDate

_Link = TypeVar("_Link", "Wikilink", "ExternalLink")

OWN_ROLES: Final = frozenset(("prose", "heading", "infobox"))
"""The roles of dates in an article's own text."""
_CELLS: Final = frozenset(("cell", "caption"))
_SOURCES: Final = frozenset(
    ("references", "notes", "further_reading", "external_links", "see_also")
)
_SINGLE: Final = frozenset("'‘’‚‛‹›")
_LONGEST_LINE: Final = 2_000
_DEEPEST: Final = 8
"""How many links before a date may lie in the one around it."""


def own_dates(page: Page) -> Iterator[PageDate]:
    """Yield the dates of the text, headings and infoboxes of a page, quoted ones included."""
    return (date for date in page.dates if date.role in OWN_ROLES)


def is_in_table(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a table, where room is short and columns are in line."""
    if date.role != "prose":
        return False
    return page.prose.kind_at(date.prose) in _CELLS


def is_in_text(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a sentence, list item or heading."""
    return date.role == "heading" or (date.role == "prose" and not is_in_table(page, date))


def is_name(page: Page, date: PageDate) -> bool:
    """Tell whether a date without a year is the beginning of a name (“May 4 Movement”)."""
    if date.date.start.year is not None or date.role != "prose":
        return False
    text = page.prose.text
    end = date.prose + len(date.text)
    following = text[end : end + 2]
    return (
        len(following) == 2
        and following[0] in " -"
        and following[1].isalpha()
        and (
            following[1].isupper()
            or _next_word(text, end + 1)
            in load_story_words(page.profile.language).narrative.named_after_days
        )
    )


def _next_word(text: str, start: int) -> str:
    """Give the word that begins at ``start``."""
    return text[start : start + 20].split(None, 1)[0].strip(".,;:)")


def is_quoted(page: Page, date: PageDate) -> bool:
    """Tell whether a date is in somebody else's words, whose form is not the article's to choose.

    Quotations, titles in italics, labels of external links, text marked as another language, what
    HTML tags mark as verbatim (`verbatim`), lists of sources, and names: links to a page whose
    title only holds the date.
    """
    # Several rules ask for the same dates.
    known: dict[PageDate, bool] = page.document.parts.setdefault(is_quoted, {})
    quoted = known.get(date)
    if quoted is None:
        quoted = known[date] = _is_quoted(page, date)
    return quoted


def _is_quoted(page: Page, date: PageDate) -> bool:
    """Tell whether a date is in somebody else's words, see `is_quoted`."""
    if date.role not in OWN_ROLES:
        return False
    start, end = date.span
    if (
        _in_link(page, date)
        or in_italics(page.text, start, _LONGEST_LINE)
        or _in_marks(page.text, start, end)
        or (date.role == "prose" and _in_words_of_others(page, date))
    ):
        return True
    from .verbatim import is_verbatim  # most pages have no date of which this is asked

    return is_verbatim(page.document, start, end)


def _in_words_of_others(page: Page, date: PageDate) -> bool:
    """Tell whether a date of the running text is in a quotation, or in a list of sources."""
    prose = page.prose
    end = date.prose + len(date.text)
    if prose.is_foreign(date.prose, end) or in_quotation_marks(
        prose.text, date.prose, _LONGEST_LINE
    ):
        return True
    if prose.kind_at(date.prose) == "quote":
        return True
    return page.profile.section_role(page.sections[date.section].title) in _SOURCES


def _in_marks(text: str, start: int, end: int) -> bool:
    """Tell whether single quotation marks stand right around a stretch of text.

    Further away they may be apostrophes.
    """
    if text[start - 2 : start] == "''":
        return False  # bold
    return start > 0 and text[start - 1] in _SINGLE and text[end : end + 1] in _SINGLE


def _in_link(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a link that says more than the date."""
    start, end = date.span
    for link in _around(page.links, start, end):
        if link.kind == "link":
            shown = link.label or link.target
            return len(shown.strip()) > len(page.text[start:end].strip("[] ")) + 1
    return any(_around(page.document.external_links, start, end))


def _around(links: Sequence[_Link], start: int, end: int) -> Iterator[_Link]:
    """Yield the links around a stretch of text, the innermost first."""
    behind = bisect_right(links, start, key=attrgetter("start"))
    for index in range(behind - 1, max(-1, behind - 1 - _DEEPEST), -1):
        if links[index].end >= end:
            yield links[index]

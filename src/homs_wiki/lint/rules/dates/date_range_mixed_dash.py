"""date-range-mixed-dash: ranges of dates with dashes here, hyphens there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.ranges import BLANKS, HYPHEN, own_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SHOWN = {
    "-": Phrase("a hyphen"),
    "–": Phrase("an en dash"),
    "—": Phrase("an em dash"),
    "−": Phrase("a minus sign"),
    " - ": Phrase("a hyphen between spaces"),
    " – ": Phrase("an en dash between spaces"),
    " — ": Phrase("an em dash between spaces"),
    " − ": Phrase("a minus sign between spaces"),
}
_HYPHEN_FOUND = frozenset(("ur", "ar", "fa"))
_LEAST = 4


class DateRangeMixedDash(Rule):
    """Some ranges of dates have one kind of dash, some another.

    ## What it does
    Compares what joins the ends of ranges of dates in the text, headings and infoboxes: a hyphen,
    an en dash, an em dash, each with or without spaces. Ranges of two numbers or words (`7–8
    دسمبر`) and those with a space in an end (`5 دسمبر – 3 جنوری`) are compared apart. What at
    least three ranges and three of four have is the form of the article; the others are found.
    Ranges in words, quotations, titles in italics, text marked as another language and lists of
    sources are left alone; a hyphen between spaces has a rule of its own in Urdu, Arabic and
    Persian (`date-range-spaced-hyphen`). On English and German pages ranges take an en dash,
    whatever the others have (`date-range-dash`, `date-range-spacing`).

    ## Why it matters
    A reader who sees two kinds looks for a difference in meaning.

    ## Example
    ```wikitext
    یہ پل 1871–1875ء میں بنا، 1890–1892ء، 1901–1903ء اور 1911-1912ء میں اس کی مرمت ہوئی۔
    ```

    ## Use instead
    ```wikitext
    یہ پل 1871–1875ء میں بنا، 1890–1892ء، 1901–1903ء اور 1911–1912ء میں اس کی مرمت ہوئی۔
    ```

    ## Fix safety
    The fix writes what the others have. It is safe, but for headings, to which links may lead.
    """

    name = "date-range-mixed-dash"
    family = "dates"
    severity = Severity.NOTE
    triggers = ("–", "—", "−", "&ndash", "&mdash", "&#8211")
    message = "the range “{date}” has {mark}; {count} of {total} such ranges have {norm}"
    languages = frozenset(("ur", "ar", "fa", "hi", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with a rarer dash."""
        ranges = {found.date: found for found in own_ranges(page)}
        if len(ranges) < _LEAST:
            return
        hyphen_is_found = page.profile.language in _HYPHEN_FOUND
        for is_closed in (True, False):
            ways = {
                date: f" {found.mark} " if found.is_spaced else found.mark
                for date, found in ranges.items()
                if found.is_closed is is_closed
                and not (hyphen_is_found and found.is_spaced and found.mark == HYPHEN)
            }
            for date, norm, count, total in minority_of(page, ways, ways.get):
                description = Phrase("Write “{text}”", text=norm.strip(BLANKS))
                fix = replacement(page, date, ranges[date].place, norm, description)
                yield self.finding(
                    date.span,
                    fix,
                    date=date.text,
                    mark=_SHOWN[ways[date]],
                    count=count,
                    total=total,
                    norm=_SHOWN[norm],
                )

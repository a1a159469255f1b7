"""date-without-year: a paragraph that begins `on 5 December` among others that say the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.timeline import Statement

_LEAST = 3
_OF = 3
_IN = 2
_YEAR = lazily(r"[^\W\d_]\.?(?P<tail>[,،]?[ \u00a0]\d{4}\w?)\Z|\d(?P<comma>, \d{4})\Z")
_BEHIND = lazily(r"\s*[,،]?\s*\(?\d{4}")


class _Lines(NamedTuple):
    """The first days of paragraphs, with and without a year."""

    dated: list[PageDate]
    bare: list[PageDate]


class DateWithoutYear(Rule):
    """The first day that a paragraph names has no year, while those of other paragraphs have one.

    ## What it does
    Of each paragraph (a line of the text) looks at the first day that it names, if no year is named
    before it. Where at least three of them have their year, and two of three, those without are
    found. Left alone are sections whose heading, or that of a section above, names a year; lists,
    tables and quotations; sentences that name a year elsewhere; and days of every year.

    ## Why it matters
    In an article on several years, or read years later, “on 5 December” is any. Where the other
    paragraphs say the year, a reader takes what has none for another.

    ## Example
    ```wikitext
    On 4 December 2024 the ford was reached.

    On 5 December the mill fell.

    On 6 December 2024 the town fell.

    On 8 December 2024 it was over.
    ```

    ## Use instead
    ```wikitext
    On 4 December 2024 the ford was reached.

    On 5 December 2024 the mill fell.

    On 6 December 2024 the town fell.

    On 8 December 2024 it was over.
    ```

    ## Fix safety
    The fix writes the year as the other dates do, where only one is possible by what stands before.
    It is unsafe: the story may have moved on to another year.
    """

    name = "date-without-year"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = (
        "“{date}” has no year; {count} of {total} dates that come first in a paragraph have one"
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each first day of a paragraph that has no year."""
        from homs_wiki.page.story.yearless import has_yearless, is_left_alone, told

        if not has_yearless(page):
            return
        lines = _first_days(page)
        if len(lines.dated) < _LEAST or not lines.bare:
            return
        read = told(page)
        statements = filter(None, (read.statements.get(date.start) for date in lines.bare))
        found = [each for each in statements if not is_left_alone(page, each, read)]
        total = len(lines.dated) + len(found)
        if len(lines.dated) * _OF < total * _IN:
            return
        for statement in found:
            yield self.finding(
                statement.found.span,
                _fix(page, statement, lines.dated),
                date=statement.found.text,
                count=len(lines.dated),
                total=total,
            )


def _first_days(page: Page) -> _Lines:
    """Give the first days of the paragraphs outside sections whose headings name a year."""
    from homs_wiki.page.story.yearless import is_yearless

    lines = _Lines([], [])
    text = page.prose.text
    years = _sections_of_years(page)
    behind = -1  # where the line with the date before ends
    is_told = False  # whether it has named a year or its first day
    for date in page.dates:
        if date.prose < 0 or date.section in years:
            continue
        if date.prose > behind:
            behind = text.find("\n", date.prose)
            behind = len(text) if behind < 0 else behind
            is_told = False
        if is_told:
            continue
        if is_yearless(date):
            lines.bare.append(date)
            is_told = True
        elif date.date.start.year is not None:
            is_told = True
            if date.date.precision == "day" and _is_in_paragraph(page, date):
                lines.dated.append(date)
    return lines


def _sections_of_years(page: Page) -> set[int]:
    """Give the sections whose heading, or that of a section above, names a year."""
    years = {
        date.section
        for date in page.dates
        if date.role == "heading" and date.date.start.year is not None
    }
    for section in page.sections if years else ():
        if section.parent is not None and section.parent.index in years:
            years.add(section.index)
    return years


def _is_in_paragraph(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a paragraph."""
    block = page.prose.block_at(date.prose)
    return block is not None and block.kind == "paragraph"


def _fix(page: Page, statement: Statement, dated: Iterable[PageDate]) -> Fix | None:
    """Write the year as another date of it does; None where it is not certain."""
    year = statement.date.start.year
    start, end = statement.found.span
    if year is None or page.text[start:end] != statement.found.text:
        return None
    if statement.date.is_range or _BEHIND.match(page.text, end) or page.text[end : end + 1] == "]":
        return None
    is_named_last = not statement.found.text[-1:].isdecimal()
    for model in dated:
        match = _YEAR.search(model.text)
        tail = match["tail" if is_named_last else "comma"] if match else None
        if tail and model.date.start.year == year:
            edit = Edit(end, end, tail)
            return Fix(
                (edit,), safe=False, description=Phrase("Add “{text}”", text=tail.strip(" ,"))
            )
    return None

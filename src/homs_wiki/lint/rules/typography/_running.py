"""The running text of a page, in which rules on letters and marks may look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.rules._plain import plain_places
from homs_wiki.lint.rules.typography._characters import literal, targets
from homs_wiki.page.quoting import in_quotation_marks
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page

LONGEST_LINE = 1000
"""How far back on a line quotations and italics are looked for; code points."""
# Markup, and Latin letters, which a file name or an address has.


def running(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield where ``pattern`` is found in the running text, and the span in the wikitext.

    Left out is what stands otherwise in the wikitext (markup between), what the page marks as
    another language, quotations, and targets of links that are shown as they are.
    """
    prose = page.prose
    for found in pattern.finditer(prose.text):
        span = span_of(page, *found.span())
        if span is not None:
            yield span, found


def span_of(page: Page, start: int, end: int) -> Span | None:
    """Return where a stretch of the prose stands in the wikitext, if it may be judged."""
    prose = page.prose
    if prose.is_foreign(start, end):
        return None
    span = prose.span(start, end)
    if page.text[span.start : span.end] != prose.text[start:end]:
        return None
    if in_quotation_marks(prose.text, start, LONGEST_LINE):
        return None
    block = prose.block_at(start)
    if block is not None and block.kind == "quote":
        return None
    hidden = targets(page.document).hold(span.start) or literal(page.document).hold(span.start)
    return None if hidden else span


def in_text(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield where ``pattern`` is found in the running text, headings and plain infobox values.

    See `running`; the match is one in the prose, or in the wikitext of a heading or value.
    """
    yield from running(page, pattern)
    for place in plain_places(page):
        for found in pattern.finditer(page.text, *place):
            if not in_quotation_marks(page.text, found.start(), LONGEST_LINE):
                yield Span(*found.span()), found

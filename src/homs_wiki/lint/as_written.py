"""Text that an editor vouches for: it stands as it should, however wrong it looks.

``{{not a typo|…}}`` and ``{{sic|…}}`` hold such text; a ``{{sic}}`` that holds none speaks of the
word before it. The templates are those of the concepts ``not_a_typo`` and ``sic`` of a profile.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Template

_LONGEST_WORD = 80


class AsWritten:
    """The stretches of a page that an editor vouches for."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, page: Page) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in _merged(_stretches(page)):
            self._starts.append(start)
            self._ends.append(end)

    def covers(self, finding: Finding) -> bool:
        """Return whether ``finding`` begins in one of them."""
        index = bisect_right(self._starts, finding.start) - 1
        return index >= 0 and finding.start < self._ends[index]


def _stretches(page: Page) -> Iterator[Span]:
    concept = page.profile.concept
    for template in page.document.templates:
        meaning = concept(template.written_name)
        if meaning == "not_a_typo":
            yield template.span
        elif meaning == "sic":
            yield Span(_start_of_sic(template), template.end)


def _start_of_sic(template: Template) -> int:
    """Return where the word begins that a ``{{sic}}`` without text speaks of, or itself."""
    if any(not parameter.equals for parameter in template.parameters):
        return template.start
    floor = max(0, template.start - _LONGEST_WORD)
    before = template.source[floor : template.start].rstrip()
    words = before.split()
    return floor + len(before) - len(words[-1]) if words else template.start


def _merged(stretches: Iterable[Span]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for span in sorted(stretches):
        if span.start > end:
            if end >= 0:
                yield start, end
            start, end = span
        else:
            end = max(end, span.end)
    if end >= 0:
        yield start, end

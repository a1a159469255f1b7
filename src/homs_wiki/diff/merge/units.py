"""What in a base must not be changed by both sides at once, though words stand between."""

from bisect import bisect_right
from itertools import accumulate

from homs_wiki.page import read
from homs_wiki.page.page import Page
from homs_wiki.profile import Profile
from homs_wiki.syntax import Template, parse

_SHORT = 80
"""Code points up to which the value of a parameter is taken for one fact and not for prose."""


class Units:
    """Links, titles, dates and values: each says one thing, and so one side may change it.

    Nothing is read before the first question.

    Args:
        base: the text.
        profile: the wiki it is read for.
    """

    def __init__(self, base: str, profile: Profile) -> None:
        self._base = base
        self._profile = profile
        self._starts: list[int] | None = None
        self._ends: list[int] = []

    def together(self, start: int, end: int) -> bool:
        """Return whether some unit reaches from ``start`` to ``end``."""
        if self._starts is None:
            spans = sorted(_units(read(parse(self._base, self._profile))))
            self._starts = [span[0] for span in spans]
            # Where a unit that begins here or before ends at the furthest.
            self._ends = list(accumulate((span[1] for span in spans), max))
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._ends[index] >= end


def _units(page: Page) -> list[tuple[int, int]]:
    document = page.document
    spans: list[tuple[int, int]] = [date.span for date in page.dates]
    spans += [(link.start, link.end) for link in document.wikilinks if link.kind != "file"]
    spans += [link.url_span for link in document.external_links]
    spans += [(heading.start, heading.end) for heading in document.headings]
    spans += [tag.opening_span for tag in document.extension_tags]
    for template in document.transclusions:
        spans.append(template.name_span)
        spans += _values(template, page.profile.citation_kind(template.name) is not None)
    return spans


def _values(template: Template, is_citation: bool) -> list[tuple[int, int]]:
    """Return the values, positional ones beside each other as one."""
    spans: list[tuple[int, int]] = []
    positional: tuple[int, int] | None = None
    for parameter in template.parameters:
        start, end = parameter.start, parameter.end
        if parameter.equals is None:
            positional = (positional[0] if positional else start, end)
            continue
        if positional:
            spans.append(positional)
            positional = None
        if end - start <= _SHORT or (is_citation and parameter.name != "quote"):
            spans.append((start, end))
    if positional:
        spans.append(positional)
    return [span for span in spans if is_citation or span[1] - span[0] <= _SHORT]

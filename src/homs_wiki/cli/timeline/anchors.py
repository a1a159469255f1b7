"""What must be on the line of days: when statements begin and end, and sources were published."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.scale import Anchor
from homs_wiki.page.timeline import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.page.timeline import Timeline

_OF_SOURCE: Final = 0.2
_COARSE: Final = 2


def anchors_of(timeline: Timeline) -> list[Anchor]:
    """Return the anchors of a timeline; none if nothing in it has a place in time.

    A year in which a story of days lies is not shown from its first to its last day: what is much
    longer than the other dates, and has most of them in it, is shown as far as they reach.
    """
    whens = [statement.when for statement in timeline.placed if statement.when]
    if not whens:
        return []
    sources = [source.when for source in timeline.sources if source.when]
    longest = _COARSE * sorted(when.length for when in whens)[len(whens) // 2]
    # Of what has no end, only its beginning has a place.
    whens = [When(each.first, each.first) if each.is_open else each for each in whens]
    fine = [when for when in whens if when.length <= longest]
    anchors = [Anchor(when.first, when.last + 1) for when in fine]
    starts, ends = _sorted_ends(fine)
    first, last = starts[0], ends[-1] + 1
    for when in set(whens).difference(fine):
        within = bisect_right(starts, when.last) - bisect_left(ends, when.first)
        if when.last < first or when.first > last:
            anchors.append(Anchor(when.first, when.last + 1))
        elif 2 * within < len(fine):
            anchors += _ends(when, last - first)
    for when in set(sources):
        if when.length <= longest or when.last < first or when.first > last:
            anchors += [anchor._replace(weight=_OF_SOURCE) for anchor in _ends(when, last - first)]
    return anchors


def _sorted_ends(whens: Iterable[When]) -> tuple[list[int], list[int]]:
    return sorted(when.first for when in whens), sorted(when.last for when in whens)


def _ends(when: When, days: int) -> Iterator[Anchor]:
    """Yield a stretch as a whole, or, if it is long beside so many days, its two ends."""
    if 2 * when.length <= days or when.length == 1:
        yield Anchor(when.first, when.last + 1)
    else:
        yield Anchor(when.first, when.first + 1, 0.5)
        yield Anchor(when.last, when.last + 1, 0.5)

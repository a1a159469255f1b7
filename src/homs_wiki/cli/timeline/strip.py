"""The lowest lane: when the sources were published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.frame import EDGE, NAMES
from homs_wiki.cli.timeline.marks import source_line
from homs_wiki.cli.timeline.measure import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.cli.timeline.frame import Frame
    from homs_wiki.page.timeline import Source, When

HEIGHT: Final = 78.0
_FLOOR: Final = 62.0
_HIGHEST: Final = 44.0
_STEP: Final = 5.0  # for each further source at one place
_TICK: Final = 4.0
_WIDEST: Final = 40.0
_NAMED: Final = 12  # sources in a tooltip


def draw_strip(frame: Frame, published: Iterable[Source], top: float) -> None:
    """Draw a tick for each day, month or year of publication, the higher the more sources.

    A year that is wide on the line, because the story is one of days, is a bar below it.
    """
    canvas, floor = frame.canvas, top + _FLOOR
    canvas.open("sources", frame.words["published"])
    canvas.open("names")
    for index, line in enumerate(lines(frame.words["published"], frame.size, NAMES - 24, 2)):
        canvas.text(EDGE + 10, top + 34 + 20 * index, [("", line)])
    canvas.close()
    ticks, bars = _by_place(frame, published)
    step = min(_STEP, _HIGHEST / max(map(len, ticks.values()), default=1))
    for (at, width), sources in sorted(ticks.items()):
        height = 6 + step * (len(sources) - 1)
        canvas.open("m")
        canvas.tooltip("\n".join(map(source_line, sources[:_NAMED])))
        name = "source" if width <= _TICK else "source span"
        canvas.rect(at - width / 2, at + width / 2, floor - height, height, name, radius=1)
        canvas.close()
    for (at, width), sources in sorted(bars.items()):
        canvas.open("m")
        canvas.tooltip("\n".join(map(source_line, sources[:_NAMED])))
        canvas.rect(at - width / 2, at + width / 2, floor + 4, 5, "source span", radius=2)
        canvas.close()
    for piece in frame.scale.pieces if frame.scale else ():
        start, end = frame.start + piece.start, frame.start + piece.end
        canvas.path([("M", start, floor), ("L", end, floor)], "rule")
    canvas.close()


_Places = dict[tuple[float, float], "list[Source]"]


def _by_place(frame: Frame, published: Iterable[Source]) -> tuple[_Places, _Places]:
    """Return the sources by middle and width of their ticks, and those that are bars."""
    ticks: _Places = {}
    bars: _Places = {}
    for source in published:
        if source.when is None:
            continue
        middle, width = _place(frame, source.when)
        places = bars if width > _WIDEST else ticks
        places.setdefault((middle, width), []).append(source)
    return ticks, bars


def _place(frame: Frame, when: When) -> tuple[float, float]:
    start, end = frame.at(when.first), frame.at(when.last + 1)
    if when.length == 1 or end - start <= _TICK:
        return round((start + end) / 2 / _TICK) * _TICK, _TICK - 1
    return (start + end) / 2, end - start - 1

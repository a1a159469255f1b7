"""What stands around the lanes: title, axis, the event's own time, time that is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.measure import lines
from homs_wiki.cli.timeline.ticks import make_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.cli.timeline.lanes import Lane
    from homs_wiki.cli.timeline.scale import Gap, Scale
    from homs_wiki.cli.timeline.svg import Canvas
    from homs_wiki.cli.timeline.words import Words
    from homs_wiki.page.timeline import Timeline

WIDTH: Final = 1680.0
EDGE: Final = 36.0
NAMES: Final = 220.0
UNPLACED: Final = 90.0
HEADER: Final = 96.0
AXIS: Final = 62.0
PAD: Final = 9.0

_SIZE: Final = 13.0
_LARGER: Final = frozenset(("ur", "ar", "fa"))
"""Languages whose letters are drawn larger: they have small parts."""
_TOOTH: Final = 9.0


class Frame:
    """The room of a picture.

    Args:
        timeline: what is drawn.
        canvas: where.
        words: the words of the page's language.
        scale: the line of days; None if nothing has a place in time.

    Attributes:
        start: where the line of days begins.
        end: where it ends.
        size: of the letters.
    """

    def __init__(
        self, timeline: Timeline, canvas: Canvas, words: Words, scale: Scale | None
    ) -> None:
        self.timeline = timeline
        self.canvas = canvas
        self.words = words
        self.scale = scale
        self.start = EDGE + NAMES
        self.end = end_of_line(timeline)
        self.size = _SIZE + (words.language in _LARGER)

    def at(self, day: float) -> float:
        """Return where a day begins."""
        return self.start + self.scale.at(day) if self.scale else self.start

    def header(self, title: str, summary: str) -> None:
        """Write what the picture is about."""
        canvas = self.canvas
        canvas.open("heading")
        canvas.text(EDGE, 52, [("", "".join(lines(title, 28, WIDTH - 2 * EDGE, 1)))])
        canvas.close()
        canvas.open("summary")
        canvas.text(EDGE, 84, [("", f"{self.words['timeline']} · {summary}")])
        canvas.close()

    def nothing(self, baseline: float) -> None:
        """Say that there is nothing to draw."""
        self.canvas.open("summary")
        self.canvas.text(EDGE, baseline, [("", self.words["nothing"])])
        self.canvas.close()

    def background(
        self, top: float, bottom: float, lanes: Sequence[Lane], heights: Sequence[float]
    ) -> None:
        """Draw stripes for the lanes, and the event's own time across them."""
        at, is_even = top, False
        for lane, height in zip(lanes, heights, strict=True):
            is_even = not is_even and not lane.is_heading
            if is_even:
                self.canvas.rect(EDGE / 2, WIDTH - EDGE / 2, at, height, "stripe", radius=6)
            at += height
        whens = [statement.when for statement in self.timeline.own if statement.when]
        if not whens or not self.scale:
            return
        last = max(when.last for when in whens) + 1.0
        if any(when.is_open for when in whens):
            last = self.scale.last
        start = self.at(min(when.first for when in whens))
        self.canvas.open("own-time")
        self.canvas.tooltip(self.words["own"])
        self.canvas.rect(start, max(self.at(last), start + 3), top, bottom - top, "own")
        self.canvas.close()

    def axis(self, at: float, other: float, *, below: bool = False) -> None:
        """Draw the axis along ``at``; the upper one with its lines down to ``other``."""
        scale, canvas = self.scale, self.canvas
        if scale is None:
            return
        minor, major, above = (18, 36, 54) if below else (-8, -26, -44)
        canvas.open("axis")
        for piece in scale.pieces:
            start, end = self.start + piece.start, self.start + piece.end
            canvas.path([("M", start, at), ("L", end, at)], "rule")
        for tick in make_ticks(scale, self.words, 12.5):
            where = self.start + tick.at
            if tick.is_major:
                canvas.open("major")
                canvas.text(where, at + major, [("", tick.label)])
                canvas.close()
                continue
            if not below:
                canvas.path([("M", where, at), ("L", where, other)], "grid")
            canvas.text(where, at + minor, [("", tick.label)], "middle")
        canvas.close()
        for gap in scale.gaps:
            self._gap(gap, at, other, at + above, below=below)

    def _gap(self, gap: Gap, at: float, other: float, baseline: float, *, below: bool) -> None:
        """Draw what is left out as two jagged lines, a change of scale as a dotted one."""
        canvas = self.canvas
        middle = self.start + (gap.start + gap.end) / 2
        if not gap.days:
            if not below:
                canvas.open("gap")
                canvas.tooltip(self.words["seam"])
                canvas.path([("M", middle, at - 6), ("L", middle, other)], "seam")
                canvas.close()
            return
        length = self.words.duration(gap.days)
        canvas.open("gap")
        canvas.tooltip(f"{self.words['gap']}: {length}")
        if not below:
            for shift in (-4.0, 4.0):
                self._jagged(middle + shift, at - 6, other)
        canvas.text(middle, baseline, [("", f"↔ {length}")], "middle")
        canvas.close()

    def _jagged(self, at: float, top: float, bottom: float) -> None:
        points = [("M", at, top)]
        y, side = top, 2.5
        while y < bottom:
            y = min(bottom, y + _TOOTH)
            points.append(("L", at + side, y))
            side = -side
        self.canvas.path(points, "left-out")


def end_of_line(timeline: Timeline) -> float:
    """Return where the line of days ends: before those that have no place on it."""
    return WIDTH - EDGE - (UNPLACED if timeline.unplaced else 0.0)

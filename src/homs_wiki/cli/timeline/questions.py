"""Joins in the picture what contradicts each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from homs_wiki.cli.timeline.frame import Frame
    from homs_wiki.cli.timeline.marks import Marks
    from homs_wiki.page.timeline import Contradiction

_MOST: Final = 500
"""More lines than these only hide what they join; the marks stay marked."""
_BOW: Final = 26.0


def draw_questions(frame: Frame, marks: Marks) -> None:
    """Draw a line from a statement to when its sources end, and between two that tell the same."""
    frame.canvas.open("questions")
    for contradiction in frame.timeline.contradictions[:_MOST]:
        if contradiction.kind == "source-older":
            _draw_older(frame, marks, contradiction)
        else:
            _draw_twice(frame, marks, contradiction)
    frame.canvas.close()


def _draw_older(frame: Frame, marks: Marks, contradiction: Contradiction) -> None:
    key = id(contradiction.statements[0])
    (x, y), floor = marks.places[key], marks.floors[key]
    latest = max(source.when for source in contradiction.sources if source.when)
    at = frame.at((latest.first + latest.last + 1) / 2)
    frame.canvas.path([("M", x, y + 9), ("L", x, floor), ("L", at, floor)], "asked")
    frame.canvas.circle(at, floor, 3.5, "diamond")


def _draw_twice(frame: Frame, marks: Marks, contradiction: Contradiction) -> None:
    (x, y), (x2, y2) = (marks.places[id(each)] for each in contradiction.statements)
    first, second = (x - _BOW, (2 * y + y2) / 3), (x2 - _BOW, (y + 2 * y2) / 3)
    frame.canvas.path([("M", x, y), ("C", *first), (",", *second), (",", x2, y2)], "asked")

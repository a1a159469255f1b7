"""The picture of a timeline: lanes for sections, marks for statements, ticks for sources."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.anchors import anchors_of
from homs_wiki.cli.timeline.frame import AXIS, EDGE, HEADER, NAMES, WIDTH, Frame, end_of_line
from homs_wiki.cli.timeline.lanes import make_lanes
from homs_wiki.cli.timeline.legend import draw_legend
from homs_wiki.cli.timeline.marks import Marks
from homs_wiki.cli.timeline.questions import draw_questions
from homs_wiki.cli.timeline.scale import make_scale
from homs_wiki.cli.timeline.strip import HEIGHT, draw_strip
from homs_wiki.cli.timeline.svg import Canvas, clean, number, safe
from homs_wiki.cli.timeline.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.page.timeline import Timeline

_TALL: Final = 1000.0  # higher pictures have their axis below as well


def draw(this: ReadPage, timeline: Timeline) -> str:
    """Return the picture as a file of SVG; of a page without a date, one that says so."""
    profile = this.page.profile
    words = Words(profile.language)
    canvas = Canvas(WIDTH, profile.direction)
    anchors = anchors_of(timeline)
    room = end_of_line(timeline) - EDGE - NAMES
    frame = Frame(timeline, canvas, words, make_scale(anchors, room) if anchors else None)
    title = clean(this.page.title or PurePath(this.source.name).stem)[:200] or words["timeline"]
    summary = words.summary(len(timeline.statements), len(timeline.sources))
    frame.header(title, summary)
    height = _draw_lanes(frame)
    height = draw_legend(canvas, words, timeline, frame.scale, EDGE, height + 34) + 26
    name = f"{title} – {words['timeline']}"
    return _file(canvas, profile.language, profile.direction, height, name, summary)


def write(path: Path, picture: str) -> None:
    """Write the picture to a file, whole or not at all; to standard output if it is ``-``.

    Raises:
        UnwritableError: the file cannot be written.
    """
    from homs_wiki.cli.console import write_for_machines
    from homs_wiki.cli.revisions.target import STDOUT, write_to

    if path == STDOUT:
        write_for_machines([picture])
    else:
        write_to(path, picture.encode("utf-8", "backslashreplace"))


def _draw_lanes(frame: Frame) -> float:
    """Draw all between header and legend; return where it ends."""
    lanes = make_lanes(frame.timeline, frame.words)
    top = HEADER + AXIS
    if not lanes:
        frame.nothing(top)
        return top
    marks = Marks(frame, lanes)
    published = [source for source in frame.timeline.sources if source.when and frame.scale]
    floor = top + sum(marks.heights)
    bottom = floor + (HEIGHT if published else 0.0)
    frame.background(top, bottom, lanes, marks.heights)
    frame.axis(top, bottom)
    marks.draw(top)
    if published:
        draw_strip(frame, published, floor)
    draw_questions(frame, marks)
    if frame.scale and bottom - top > _TALL:
        frame.axis(bottom, top, below=True)
        bottom += AXIS
    return bottom


def _file(
    canvas: Canvas, language: str, direction: str, height: float, name: str, summary: str
) -> str:
    style = (files(__package__) / "style.css").read_text("utf-8")
    size = f"{number(WIDTH)} {number(height)}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{number(WIDTH)}" height="{number(height)}"
  viewBox="0 0 {size}" lang="{safe(language)}" xml:lang="{safe(language)}" direction="{direction}"
  role="graphics-document" aria-labelledby="title desc">
<title id="title">{safe(name)}</title>
<desc id="desc">{safe(summary)}</desc>
<style>
{style}</style>
<rect class="paper" width="{number(WIDTH)}" height="{number(height)}"/>
{canvas}
</svg>
"""

"""Draws what a lane tells: a mark for each statement, its label, and what a pointer is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.frame import EDGE, NAMES, PAD, WIDTH
from homs_wiki.cli.timeline.measure import lines
from homs_wiki.cli.timeline.rows import sentence
from homs_wiki.cli.timeline.svg import clean
from homs_wiki.cli.timeline.tracks import POINT, Packer, Placed, Room
from homs_wiki.cli.values import iso

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.cli.timeline.frame import Frame
    from homs_wiki.cli.timeline.lanes import Lane
    from homs_wiki.page.timeline import Source, Statement
    from homs_wiki.page.timeline.contradictions import Kind

_TRACK: Final = 26.0
_ROW: Final = 11.0
_LINE: Final = 20.0
_INDENT: Final = 14.0
_STEP: Final = 14.0  # between statements without a place in time
_GRID_ROWS: Final = 8  # of them
_LABELS: Final = 110  # tracks of all lanes together, where there are many lanes
_FEW: Final = 40  # statements that get longer labels
_TOOLTIP: Final = 320
_IN_TOOLTIP: Final = 6
_ASKED: Final[dict[Kind, str]] = {"source-older": "older", "told-twice": "twice"}


class Marks:
    """Draws the lanes of a picture, and remembers where each statement stands.

    Attributes:
        places: the middle of the mark of a statement, by its ``id``.
        floors: the foot of its lane.
    """

    def __init__(self, frame: Frame, lanes: Sequence[Lane]) -> None:
        self._frame = frame
        self._canvas = frame.canvas
        self._lanes = lanes
        self._questions: dict[int, list[Kind]] = {}
        for contradiction in frame.timeline.contradictions:
            for statement in contradiction.statements:
                self._questions.setdefault(id(statement), []).append(contradiction.kind)
        self.places: dict[int, tuple[float, float]] = {}
        self.floors: dict[int, float] = {}
        self._packed = [self._pack(lane) for lane in lanes]
        self.heights = [
            self._height(lane, marks) for lane, marks in zip(lanes, self._packed, strict=True)
        ]

    def draw(self, top: float) -> None:
        """Draw the lanes one below the other."""
        for lane, marks, height in zip(self._lanes, self._packed, self.heights, strict=True):
            self._lane(lane, marks, top, height)
            top += height

    # -- where marks are

    def _pack(self, lane: Lane) -> list[Placed]:
        frame = self._frame
        if not frame.scale:
            return []
        marks = [self._mark(statement) for statement in lane.placed]
        tracks = min(max(1, len(marks)), max(5, min(16, _LABELS // max(1, len(self._lanes)))))
        longest = 640.0 if len(frame.timeline.placed) <= _FEW else 460.0
        room = Room(frame.end - frame.start, tracks, frame.size, longest)
        packer = Packer(room, self._label, self._date)
        return packer.pack(marks, lambda mark: id(mark.statements[0]) in self._questions)

    def _mark(self, statement: Statement) -> Placed:
        when, scale = statement.when, self._frame.scale
        if when is None or scale is None:
            return Placed(statement, 0, 0)
        start = scale.at(when.first)
        end = scale.at(scale.last if when.is_open else when.last + 1)
        if when.length == 1 and not when.is_open:
            middle = (start + end) / 2
            return Placed(statement, middle - POINT, middle + POINT)
        return Placed(statement, start, max(end, start + 2 * POINT + 1))

    def _height(self, lane: Lane, marks: Sequence[Placed]) -> float:
        if lane.is_heading:
            return 30.0
        names = len(self._name(lane)) * _LINE
        tracks = 1 + max((mark.track for mark in marks), default=-1)
        rows = 1 + max((mark.row for mark in marks if mark.track < 0), default=-1)
        grid = self._grid(lane)[2] * _STEP + 4
        return max(names, tracks * _TRACK + rows * _ROW, grid, 24.0) + 2 * PAD

    def _name(self, lane: Lane) -> list[str]:
        room = NAMES - 24 - _INDENT * lane.depth
        most = 1 if lane.is_heading else 3
        return lines(clean(lane.title), self._frame.size * 1.06, room, most) or ["–"]

    # -- drawing them

    def _lane(self, lane: Lane, marks: Sequence[Placed], top: float, height: float) -> None:
        canvas = self._canvas
        canvas.open(f"lane c{lane.colour}", clean(lane.title) or "–")
        canvas.open("names top" if lane.depth == 0 else "names")
        start = EDGE + _INDENT * lane.depth
        for index, line in enumerate(self._name(lane)):
            canvas.text(start + 10, top + PAD + 15 + _LINE * index, [("", line)])
        canvas.close()
        if not lane.is_heading:
            canvas.rect(start, start + 4, top + PAD, height - 2 * PAD, "swatch", radius=2)
        tracks = 1 + max((mark.track for mark in marks), default=-1)
        for mark in marks:
            below = tracks * _TRACK + mark.row * _ROW + 6
            at = mark.track * _TRACK + 11 if mark.track >= 0 else below
            self._place(mark, top + PAD + at, top + height - 3)
        self._cited(lane, top + height)
        self._unplaced(lane, top)
        canvas.close()

    def _place(self, mark: Placed, middle: float, floor: float) -> None:
        """Draw a mark with its label, and remember where it is."""
        canvas, start = self._canvas, self._frame.start
        at = start + ((mark.start + mark.end) / 2 if mark.is_point else mark.start)
        for each in mark.statements:
            self.places[id(each)] = (at, middle)
            self.floors[id(each)] = floor
        asked = any(id(each) in self._questions for each in mark.statements)
        canvas.open("m")
        canvas.tooltip("\n\n".join(self._tooltips(mark.statements)))
        if mark.is_point:
            self._point(mark, at, middle, asked=asked)
        else:
            self._bar(mark, middle, asked=asked)
        if mark.date:
            canvas.open("labels")
            runs = [("date", mark.date), *([("", mark.text)] if mark.text else [])]
            label = start + mark.label
            canvas.text(label, middle + 4.5, runs, "end" if mark.is_before else "start")
            canvas.close()
        canvas.close()

    def _point(self, mark: Placed, at: float, middle: float, *, asked: bool) -> None:
        canvas, statement = self._canvas, mark.statements[0]
        when = statement.when
        if when and when.tolerance:
            first = self._frame.at(when.first - when.tolerance)
            last = self._frame.at(when.last + 1 + when.tolerance)
            canvas.path([("M", first, middle), ("L", last, middle)], "tolerance")
        several = len(mark.statements) > 1
        canvas.circle(at, middle, POINT + several, _look(statement) or "mark")
        if asked:
            canvas.circle(at, middle, POINT + 3.5, "ask")

    def _bar(self, mark: Placed, middle: float, *, asked: bool) -> None:
        canvas, scale = self._canvas, self._frame.scale
        statement = mark.statements[0]
        start, end = self._frame.start + mark.start, self._frame.start + mark.end
        top, height = (middle + 8, 5.0) if mark.date else (middle - 3, 6.0)
        canvas.rect(start, end, top, height, _look(statement) or "bar", radius=2.5)
        when, y = statement.when, top + height / 2
        # What goes on beyond the line has an arrow at its end.
        if when and scale and when.first < scale.first:
            canvas.path(
                [("M", start + 2, y - 6), ("L", start - 8, y), ("L", start + 2, y + 6)], "arrow"
            )
        if when and scale and (when.is_open or when.last > scale.last):
            canvas.path([("M", end - 2, y - 6), ("L", end + 8, y), ("L", end - 2, y + 6)], "arrow")
        if asked:
            canvas.rect(start - 3, end + 3, top - 3, height + 6, "ask", radius=5)

    def _cited(self, lane: Lane, floor: float) -> None:
        """Mark at the foot of a lane when what it cites was published."""
        # Statements of one sentence share their list of sources.
        cited = {id(statement.sources): statement.sources for statement in lane.placed}
        days = {
            source.when.first
            for sources in cited.values()
            for source in sources
            if source.when and source.when.length == 1
        }
        places = {round(self._frame.at(day + 0.5) / 2) * 2.0 for day in days}
        for at in sorted(places):
            self._canvas.path([("M", at, floor - 7), ("L", at, floor)], "cited")

    def _grid(self, lane: Lane) -> tuple[float, int, int]:
        """Return where statements without a place in time begin, in how many columns and rows.

        They stand behind the end of the line, or, if there is no line, in its place.
        """
        frame = self._frame
        start = frame.end if frame.scale else frame.start - 20
        columns = int((WIDTH - EDGE - start - 24) / _STEP)
        return start + 26, columns, min(_GRID_ROWS, -(-len(lane.unplaced) // columns))

    def _unplaced(self, lane: Lane, top: float) -> None:
        canvas = self._canvas
        start, columns, rows = self._grid(lane)
        most = columns * rows
        for index, statement in enumerate(lane.unplaced[:most]):
            row, column = divmod(index, columns)
            rest = lane.unplaced[index:] if index == most - 1 else [statement]
            x, y = start + column * _STEP, top + PAD + 10 + row * _STEP
            canvas.open("m")
            canvas.tooltip("\n\n".join(self._tooltips(rest)))
            canvas.circle(x, y, 4.5, "unplaced")
            if statement.found.fault:
                canvas.path([("M", x - 6, y - 6), ("L", x + 6, y + 6)], "ask")
            canvas.close()

    # -- what is said of them

    def _date(self, statement: Statement) -> str:
        date, year = clean(statement.found.text)[:60], statement.date.start.year
        if statement.is_resolved and year is not None:
            return f"{date} [{self._frame.words.year(year)}]"
        return date

    def _sentence(self, statement: Statement) -> str:
        said = clean(sentence(statement, _TOOLTIP))
        if said == clean(statement.found.text):
            return ""
        is_field = statement.found.role == "infobox" and not statement.is_own
        return f"{statement.found.name}: {said}" if is_field else said

    def _label(self, statement: Statement) -> str:
        """Return what stands behind the date: a sentence that begins with it goes on there."""
        return self._sentence(statement).removeprefix(clean(statement.found.text)).lstrip(" ,،:")

    def _tooltips(self, statements: Sequence[Statement]) -> Iterator[str]:
        for statement in statements[:_IN_TOOLTIP]:
            yield self._tooltip(statement)
        if len(statements) > _IN_TOOLTIP:
            yield f"+ {len(statements) - _IN_TOOLTIP}"

    def _tooltip(self, statement: Statement) -> str:
        """Return date, sentence, sources and questions of a statement in lines."""
        words, said = self._frame.words, self._sentence(statement)
        told = [f"{self._date(statement)} ({iso(statement.date)})"]
        told.append(said[:_TOOLTIP] + ("…" if len(said) > _TOOLTIP else ""))
        told += [
            f"[{source.reference.number or '–'}] {source_line(source)}"
            for source in statement.sources[:_IN_TOOLTIP]
        ]
        if statement.years:
            told.append(" / ".join(map(words.year, statement.years)))
        told += [f"⚠ {words[_ASKED[kind]]}" for kind in self._questions.get(id(statement), ())]
        return "\n".join(filter(None, told))


def source_line(source: Source) -> str:
    """Return when a source was published and what it is called."""
    citation = source.citation
    title = citation.value("title") if citation else ""
    published = iso(source.published) if source.published else "?"
    return f"{published} {clean(title or source.reference.name or '')[:120]}"


def _look(statement: Statement) -> str:
    """Return the class of a mark that is not a plain one."""
    if statement.date.approximate:
        return "about"
    return "resolved" if statement.is_resolved else ""

"""The lanes of the picture: one for each section that tells of a day, and the infobox first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.page.infobox.text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homs_wiki.cli.timeline.words import Words
    from homs_wiki.page import Page
    from homs_wiki.page.outline import Section
    from homs_wiki.page.timeline import Statement, Timeline

_MOST: Final = 60
_COLOURS: Final = 8
_INFOBOX: Final = -1
_OTHERS: Final = -2


class Lane:
    """What one section tells.

    Attributes:
        title: the heading; empty lanes are headings of those below them.
        depth: 0 for sections of the first level.
        colour: the same for all that stands under a heading of the first level.
        placed: its statements, in order of time.
        unplaced: those without a place in time, as on the page.
    """

    __slots__ = ("colour", "depth", "placed", "title", "unplaced")

    def __init__(self, title: str, depth: int, colour: int) -> None:
        self.title = title
        self.depth = depth
        self.colour = colour
        self.placed: list[Statement] = []
        self.unplaced: list[Statement] = []

    @property
    def is_heading(self) -> bool:
        """Whether nothing stands in it."""
        return not self.placed and not self.unplaced


def make_lanes(timeline: Timeline, words: Words) -> list[Lane]:
    """Return the lanes of a timeline, in the order of the page.

    Of very many sections those of the first level are taken, and of very many of these the first;
    the last lane has the rest then.
    """
    sections = timeline.page.sections
    keys = _keys(timeline.statements, sections)
    lanes: dict[int, Lane] = {}
    for statement in timeline.placed:
        _lane(lanes, keys[_key(statement)], timeline.page, words).placed.append(statement)
    for statement in timeline.unplaced:
        _lane(lanes, keys[_key(statement)], timeline.page, words).unplaced.append(statement)
    _add_headings(lanes, timeline.page, words)
    others = lanes.pop(_OTHERS, None)
    ordered = [lanes[key] for key in sorted(lanes)]
    return [*ordered, others] if others else ordered


def _key(statement: Statement) -> int:
    return _INFOBOX if statement.found.role == "infobox" else statement.section


def _keys(statements: Iterable[Statement], sections: Sequence[Section]) -> dict[int, int]:
    """Return by the key of a statement that of its lane."""
    used = sorted({_key(statement) for statement in statements})
    if len(used) <= _MOST:
        return {key: key for key in used}
    tops = {key: _path(sections[key])[0].index if key > 0 else key for key in used}
    first = set(sorted(set(tops.values()))[: _MOST - 1])
    return {key: top if top in first else _OTHERS for key, top in tops.items()}


def _path(section: Section) -> list[Section]:
    """Return a section and those around it, the outermost first."""
    path = [section]
    while path[0].parent is not None:
        path.insert(0, path[0].parent)
    return path


def _lane(lanes: dict[int, Lane], key: int, page: Page, words: Words) -> Lane:
    if key not in lanes:
        lanes[key] = _new(key, page, words)
    return lanes[key]


def _new(key: int, page: Page, words: Words) -> Lane:
    if key == _OTHERS:
        return Lane(words["others"], 0, 0)
    if key <= 0:
        return Lane(words["infobox" if key == _INFOBOX else "lead"], 0, 0)
    section = page.sections[key]
    path = _path(section)
    heading = section.heading
    title = plain_text(page.document, *heading.title_span) if heading else ""
    return Lane(title, len(path) - 1, path[0].index % _COLOURS)


def _add_headings(lanes: dict[int, Lane], page: Page, words: Words) -> None:
    """Add the sections around those that have a lane."""
    for key in [key for key in lanes if key > 0]:
        for section in _path(page.sections[key]):
            _lane(lanes, section.index, page, words)

"""What the signs of the picture mean: only those that are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.cli.timeline.measure import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.cli.timeline.scale import Scale
    from homs_wiki.cli.timeline.svg import Canvas
    from homs_wiki.cli.timeline.words import Words
    from homs_wiki.page.timeline import Timeline

_SIZE: Final = 13.5
_SIGN: Final = 22.0
_AIR: Final = 26.0
_WIDEST: Final = 1600.0

_Sign = tuple[str, "Callable[[Canvas, float, float], None]"]


def draw_legend(
    canvas: Canvas, words: Words, timeline: Timeline, scale: Scale | None, start: float, top: float
) -> float:
    """Draw the signs with their meaning from ``start`` on; return where the last line ends."""
    canvas.open("legend c0")
    at, y = start, top
    for name, sign in _signs(timeline, scale):
        needed = _SIGN + width(words[name], _SIZE) + _AIR
        if at + needed > start + _WIDEST:
            at, y = start, y + 24
        sign(canvas, at, y - 4)
        canvas.text(at + _SIGN, y, [("", words[name])])
        at += needed
    canvas.close()
    return y


def _signs(timeline: Timeline, scale: Scale | None) -> Iterator[_Sign]:
    placed = timeline.placed
    gaps = scale.gaps if scale else []
    kinds = {contradiction.kind for contradiction in timeline.contradictions}
    present: list[tuple[bool, str, Callable[[Canvas, float, float], None]]] = [
        (any(each.when and each.when.length == 1 for each in placed), "day", _day),
        (any(each.when and each.when.length > 1 for each in placed), "period", _period),
        (any(each.is_resolved for each in placed), "resolved", _resolved),
        (any(each.date.approximate for each in placed), "approximate", _about),
        (any(each.when and each.when.is_open for each in placed), "open", _open),
        (bool(timeline.unplaced), "unplaced", _unplaced),
        (bool(timeline.own), "own", _own),
        (any(source.when for source in timeline.sources), "source", _source),
        ("source-older" in kinds, "older", _older),
        ("told-twice" in kinds, "twice", _twice),
        (any(gap.days for gap in gaps), "gap", _gap),
        (any(not gap.days for gap in gaps), "seam", _seam),
    ]
    for is_there, name, sign in present:
        if is_there:
            yield name, sign


def _day(canvas: Canvas, at: float, y: float) -> None:
    canvas.circle(at + 8, y, 5, "mark")


def _period(canvas: Canvas, at: float, y: float) -> None:
    canvas.rect(at, at + 16, y - 3, 6, "bar", radius=2.5)


def _resolved(canvas: Canvas, at: float, y: float) -> None:
    canvas.circle(at + 8, y, 5, "resolved")


def _about(canvas: Canvas, at: float, y: float) -> None:
    canvas.rect(at, at + 16, y - 3, 6, "about", radius=2.5)


def _open(canvas: Canvas, at: float, y: float) -> None:
    canvas.rect(at, at + 9, y - 2.5, 5, "bar")
    canvas.path([("M", at + 8, y - 6), ("L", at + 17, y), ("L", at + 8, y + 6)], "arrow")


def _unplaced(canvas: Canvas, at: float, y: float) -> None:
    canvas.circle(at + 8, y, 4.5, "unplaced")


def _own(canvas: Canvas, at: float, y: float) -> None:
    canvas.rect(at, at + 16, y - 8, 16, "own")


def _source(canvas: Canvas, at: float, y: float) -> None:
    canvas.rect(at + 7, at + 9.4, y - 7, 14, "source")


def _older(canvas: Canvas, at: float, y: float) -> None:
    canvas.path([("M", at, y), ("L", at + 12, y)], "asked")
    canvas.circle(at + 13, y, 3.5, "diamond")


def _twice(canvas: Canvas, at: float, y: float) -> None:
    canvas.path([("M", at, y), ("L", at + 17, y)], "asked")


def _gap(canvas: Canvas, at: float, y: float) -> None:
    for shift in (4.0, 12.0):
        points = [("M", at + shift, y - 8), ("L", at + shift + 3, y), ("L", at + shift, y + 8)]
        canvas.path(points, "left-out")


def _seam(canvas: Canvas, at: float, y: float) -> None:
    canvas.path([("M", at + 8, y - 8), ("L", at + 8, y + 8)], "seam")

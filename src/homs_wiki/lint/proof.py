"""Proving fixes: what stood on a page before they were made must stand there afterwards.

A page is taken down as an inventory of what MediaWiki makes something of: templates, their
parameters, references, headings and links. Each thing has an identity (a template's name, a
heading's level, where a link leads …) and marks, the places at which its parts begin and
end. The text between them (a value, a label, a title …) may be edited, and as edits leave all other
text as it is, nothing else of it can change; the marks must be found again where the edits move
them, and the identity must be the same.

Something else is allowed only to a rule that says so (`Rule.touches`), and only at its own fix: a
mark of what is gone or new must lie where that fix reaches. What stands in it goes or comes with
it. What a fix takes from one place to another, unchanged, is neither gone nor new.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.source import Edit, LineIndex
from homs_wiki.syntax.nodes import (
    ExtensionTag,
    Heading,
    Template,
    TemplateArgument,
    folded_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from homs_wiki.syntax import Document
    from homs_wiki.syntax.external_links import ExternalLink
    from homs_wiki.syntax.wikilinks import Wikilink

KINDS = ("template", "parameter", "reference", "heading", "link")
"""What is taken down, and what `Rule.touches` can hold."""

_REFERENCE_TAGS = frozenset({"ref", "references"})
# Names and titles of nested things hold each other: longer ones are known by their marks alone.
_LONGEST = 400
_SHOWN = 60  # code points of a thing that a message has


class Thing(NamedTuple):
    """Something that stands on a page.

    Attributes:
        kind: one of `KINDS`.
        identity: what it is; a thing that differs in it is another one.
        marks: the offsets at which it and its parts begin and end: first its own start, then the
            end of its head, which is what gives it its identity.
    """

    kind: str
    identity: tuple[object, ...]
    marks: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.marks[0]

    @property
    def end(self) -> int:
        """Where it ends; the marks of all things end with that."""
        return self.marks[-1]


class Mending(NamedTuple):
    """A fix that is made, as the proof sees it.

    Attributes:
        edits: in offsets of the text before; not empty.
        touches: the kinds of things that it may change, add or remove.
    """

    edits: Sequence[Edit]
    touches: Collection[str]

    @classmethod
    def of(cls, text: str, edits: Iterable[Edit], touches: Collection[str]) -> Mending:
        """Return the fix that makes ``edits`` in ``text``, each narrowed to what it changes."""
        return cls([_narrowed(text, edit) for edit in edits], touches)


def _narrowed(text: str, edit: Edit) -> Edit:
    """Return an edit without what it writes again at its start and end."""
    start, end, new = edit
    shorter = min(end - start, len(new))
    head = 0
    while head < shorter and text[start + head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and text[end - tail - 1] == new[len(new) - tail - 1]:
        tail += 1
    return Edit(start + head, end - tail, new[head : len(new) - tail])


class Broken(NamedTuple):
    """A thing that fixes took away or brought in without being allowed to.

    Attributes:
        thing: with its marks in the text before if it is gone, in the text after if it is new.
        gone: whether it is gone; else it is new.
    """

    thing: Thing
    gone: bool


def take_inventory(document: Document) -> list[Thing]:
    """Return what stands on a page, in no certain order; the time is linear in its text."""
    things: list[Thing] = []
    for node in document.nodes:
        kind = type(node)
        if kind is Template or kind is TemplateArgument:
            things += _template(node, document)  # type: ignore[arg-type]
        elif kind is Heading:
            things.append(_heading(node))  # type: ignore[arg-type]
        elif kind is ExtensionTag and node.name in _REFERENCE_TAGS:  # type: ignore[attr-defined]
            things.append(_reference(node))  # type: ignore[arg-type]
    things += map(_wikilink, document.wikilinks)
    things += map(_external_link, document.external_links)
    return things


def _template(node: Template | TemplateArgument, document: Document) -> Iterator[Thing]:
    what = type(node).__name__
    name = document.profile.template_key(folded_name(node.written_name))
    # White space behind the name belongs to it as well as to the first parameter.
    start, end = node.name_span
    name_end = start + len(node.written_name.rstrip()) if node.written_name else end
    yield Thing("template", (what, name), (node.start, name_end, node.end))
    for parameter in node.parameters:
        start, name_end = parameter.name_span
        name = parameter.name if name_end - start <= _LONGEST else ""
        identity = (name, parameter.equals is None)
        yield Thing("parameter", identity, (start, name_end, parameter.end))


def _heading(node: Heading) -> Thing:
    start, end = node.title_span
    return Thing("heading", (node.level, node.possible), (node.start, start, end, node.end))


def _reference(node: ExtensionTag) -> Thing:
    attributes = {name: " ".join(value.split()) for name, value in node.attributes.items()}
    identity = (node.name, node.inner_span is None, *sorted(attributes.items()))
    return Thing("reference", identity, (node.start, *(node.inner_span or (node.end,)), node.end))


def _wikilink(link: Wikilink) -> Thing:
    start, end = link.target_span
    target: tuple[object, ...] = link.meaning
    if link.title is None and end - start <= _LONGEST:  # a template makes it
        target = (*target, link.source[start:end])
    marks = (link.start, end, *(link.label_span or ()), link.end, link.trail_end)
    return Thing("link", target, marks)


def _external_link(link: ExternalLink) -> Thing:
    start, end = link.url_span
    url = link.source[start:end] if end - start <= _LONGEST else ""
    return Thing("link", (url,), (link.start, end, *(link.label_span or ()), link.end))


def prove(
    before: Iterable[Thing], after: Iterable[Thing], mendings: Sequence[Mending]
) -> list[Broken]:
    """Return what ``mendings`` broke; nothing if they are proved.

    Args:
        before: the inventory of the page before.
        after: that of the page with all the mendings made.
        mendings: in the order of the text; none of them touches another.
    """
    moves = _Moves(edit for mending in mendings for edit in mending.edits)
    old = [_Pair(moves.of_before(thing), thing) for thing in before]
    new = [_Pair(moves.of_after(thing), thing) for thing in after]
    gone, come = _unmatched(old, new, _as_it_was)
    if not gone and not come:
        return []
    reaches = _Reaches(mendings)
    gone, come = _unmatched(gone, come, reaches.as_taken_along)
    gone, come = _unmatched(gone, come, _as_edited)
    return _judge(gone, come, reaches)


class _Pair(NamedTuple):
    """A thing as it stands, and with its marks where both texts can be compared."""

    moved: Thing
    thing: Thing

    @property
    def shape(self) -> tuple[int, ...]:
        """How far its marks are from its start."""
        return tuple(mark - self.thing.start for mark in self.thing.marks)


def _unmatched(
    these: list[_Pair], those: list[_Pair], key: Callable[[_Pair], object]
) -> tuple[list[_Pair], list[_Pair]]:
    """Return those of both sides that the other side has not; None is a key that matches none."""
    shared = Counter(map(key, these)) & Counter(map(key, those))
    del shared[None]
    return _without(these, shared.copy(), key), _without(those, shared, key)


def _without(
    pairs: list[_Pair], shared: Counter[object], key: Callable[[_Pair], object]
) -> list[_Pair]:
    others = []
    for pair in pairs:
        known = key(pair)
        if shared[known]:
            shared[known] -= 1
        else:
            others.append(pair)
    return others


def _as_it_was(pair: _Pair) -> object:
    """Return by what a thing is known where it stood, with its shape if an edit holds all of it."""
    return pair.moved if pair.moved.start < pair.moved.end else (pair.moved, pair.shape)


def _as_edited(pair: _Pair) -> object:
    """Return by what a thing is known where it stood, however an edit changed the text of it."""
    return pair.moved


class Heads:
    """Where the heads of things stand, in which only fixes that may touch them have any business.

    A fix that would change one without being meant to (a mark in an address taken for one of the
    sentence) is not wrong by itself, but not to be made there.
    """

    __slots__ = ("_unions",)

    def __init__(self, things: Iterable[Thing]) -> None:
        spans: dict[str, list[tuple[int, int]]] = {kind: [] for kind in KINDS}
        for thing in things:
            start, end = thing.marks[:2]
            if thing.kind == "link" and end == thing.end:
                end += 1  # what comes to stand behind a bare address may become part of it
            spans[thing.kind].append((start, end))
        self._unions = {kind: _union(of_kind) for kind, of_kind in spans.items()}

    def bar(self, mending: Mending) -> bool:
        """Return whether an edit begins or ends inside of a head that it may not touch."""
        offsets = {offset for edit in mending.edits for offset in (edit.start, edit.end)}
        return any(
            _is_inside(union, offset)
            for kind, union in self._unions.items()
            if kind not in mending.touches
            for offset in offsets
        )


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that ``spans`` cover, sorted; where two only touch, both stay."""
    union: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if union and start < union[-1][1]:
            union[-1] = union[-1][0], max(end, union[-1][1])
        else:
            union.append((start, end))
    return union


def _is_inside(union: list[tuple[int, int]], offset: int) -> bool:
    index = bisect_left(union, offset, key=itemgetter(0)) - 1
    return index >= 0 and offset < union[index][1]


def _judge(gone: list[_Pair], come: list[_Pair], reaches: _Reaches) -> list[Broken]:
    """Return what of this no fix may take away or bring.

    What a fix may touch may also end elsewhere than before (a reference whose end was misspelt),
    and takes with it, or brings, what stands in it.
    """
    # The head or the end of what goes must be touched, lest a fix may break what is around it.
    going = {pair.moved: reaches.reaching_marks(pair.moved) for pair in gone}
    coming = {pair.moved: reaches.reaching(pair.moved) for pair in come}
    begun = {(moved.kind, moved.start): fix for moved, fix in (going | coming).items() if fix >= 0}
    allowed = {
        moved: fix if fix >= 0 else begun.get((moved.kind, moved.start), -1)
        for moved, fix in (going | coming).items()
    }
    covers = _Covers(allowed, reaches)
    return [
        Broken(thing, is_gone)
        for pairs, is_gone in ((gone, True), (come, False))
        for moved, thing in pairs
        if allowed[moved] < 0 and not covers.hold(moved, all_of_it=is_gone)
    ]


class _Covers:
    """Things that fixes may take away or bring: those that stand in no other."""

    __slots__ = ("_ends", "_starts", "_touches")

    def __init__(self, allowed: Mapping[Thing, int], reaches: _Reaches) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._touches: list[Collection[str]] = []
        things = [(thing.start, -thing.end, fix) for thing, fix in allowed.items() if fix >= 0]
        for start, minus_end, fix in sorted(things):
            if not self._ends or -minus_end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(-minus_end)
                self._touches.append(reaches.touches[fix])

    def hold(self, thing: Thing, *, all_of_it: bool) -> bool:
        """Return whether a thing goes or comes with one of these.

        It does if it stands in it, or only begins in it unless that is to be ``all_of_it``, and
        either an edit replaces or puts there all of it, or the fix may touch such a thing.
        """
        index = bisect_right(self._starts, thing.start) - 1
        if index < 0 or (thing.end if all_of_it else thing.start) > self._ends[index]:
            return False
        return thing.start == thing.end or thing.kind in self._touches[index]


class _Moves:
    """The way from the texts before and after to offsets that can be compared.

    These are offsets of the text before, in which all that an edit replaces, or what it puts there,
    is one place: the start of the edit. So it does not matter whether what is put at the end of a
    value belongs to the value.
    """

    __slots__ = ("_after", "_before")

    def __init__(self, edits: Iterable[Edit]) -> None:
        before = _Way()
        after = _Way()
        grown = 0
        for start, end, text in sorted(edits, key=itemgetter(0, 1)):
            before.add(start, end, start, end)
            after.add(start + grown, start + grown + len(text), start, end)
            grown += len(text) - (end - start)
        self._before = before
        self._after = after

    def of_before(self, thing: Thing) -> Thing:
        """Return a thing of the text before, its marks made comparable."""
        return Thing(thing.kind, thing.identity, tuple(map(self._before.move, thing.marks)))

    def of_after(self, thing: Thing) -> Thing:
        """Return a thing of the text after, its marks made comparable."""
        return Thing(thing.kind, thing.identity, tuple(map(self._after.move, thing.marks)))


class _Way:
    """The way from one of the two texts to the comparable offsets."""

    __slots__ = ("_behind", "_ends", "_places", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._places: list[int] = []
        self._behind: list[int] = []

    def add(self, start: int, end: int, place: int, behind: int) -> None:
        """Take in that from ``start`` to ``end`` all is ``place``; behind it, go on at ``behind``.

        They come in order; two that touch become one.
        """
        if self._ends and self._ends[-1] == start:
            self._ends[-1] = end
            self._behind[-1] = behind
            return
        self._starts.append(start)
        self._ends.append(end)
        self._places.append(place)
        self._behind.append(behind)

    def move(self, offset: int) -> int:
        """Return the comparable offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        beyond = offset - self._ends[index]
        return self._behind[index] + beyond if beyond > 0 else self._places[index]


class _Reaches:
    """From where to where each of some fixes reaches, what stands between its edits included.

    Attributes:
        touches: what each may touch.
    """

    __slots__ = ("_all", "_by_kind", "touches")

    def __init__(self, mendings: Sequence[Mending]) -> None:
        self.touches = [mending.touches for mending in mendings]
        self._all = _Stretches()
        self._by_kind = {kind: _Stretches() for kind in KINDS}
        for number, (edits, touches) in enumerate(mendings):
            start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
            self._all.add(start, end, number)
            for kind, stretches in self._by_kind.items():
                if kind in touches:
                    stretches.add(start, end, number)

    def as_taken_along(self, pair: _Pair) -> object:
        """Return by what a thing is known at another place of the same fix; None if at no fix."""
        fix = self._all.find(pair.moved.start, pair.moved.start)
        return (fix, pair.thing.kind, pair.thing.identity, pair.shape) if fix >= 0 else None

    def reaching(self, thing: Thing) -> int:
        """Return the number of a fix that may touch a thing and reaches it; -1 if none does."""
        return self._by_kind[thing.kind].find(thing.start, thing.end)

    def reaching_marks(self, thing: Thing) -> int:
        """Return the same of one that reaches the head of the thing, or another mark of it."""
        start, head_end, *others = thing.marks
        find = self._by_kind[thing.kind].find
        return max(find(start, head_end), *(find(mark, mark) for mark in others))


class _Stretches:
    """Numbered stretches of a text in order, none of which touches another."""

    __slots__ = ("_ends", "_numbers", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._numbers: list[int] = []

    def add(self, start: int, end: int, number: int) -> None:
        """Take in one behind the others."""
        self._starts.append(start)
        self._ends.append(end)
        self._numbers.append(number)

    def find(self, start: int, end: int) -> int:
        """Return the number of the last that touches what is between, -1 if none does."""
        index = bisect_right(self._starts, end) - 1
        return self._numbers[index] if index >= 0 and start <= self._ends[index] else -1


def describe(broken: Broken, text: str) -> str:
    """Return what is broken in words; ``text`` is the one that its marks belong to."""
    thing, gone = broken
    start, end = thing.start, thing.end
    shown = text[start : min(end, start + _SHOWN)] + ("…" if end - start > _SHOWN else "")
    line, column = LineIndex(text).position(start)
    return f"the {thing.kind} “{shown}” at {line}:{column} is {'gone' if gone else 'new'}"

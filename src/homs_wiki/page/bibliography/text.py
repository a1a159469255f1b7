"""The values of a citation as a reader sees them: plain, or in runs of one style."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.page.infobox.text import plain_text, units
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import ExternalLink, Template, Wikilink, decode_entities
from homs_wiki.syntax.stretch import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.source import Span
    from homs_wiki.syntax import Document

Style = Literal["", "i", "b", "sub", "sup"]

LONGEST: Final = 10_000
"""Code points; a longer value is not read. No title is that long, and templates in templates,
each of which holds all the inner ones, would take quadratic time."""

_STYLES: Final[dict[str, Style]] = {
    "italic": "i", "bold": "b", "i": "i", "em": "i", "b": "b", "strong": "b",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
# The value of a parameter begins no line, so these begin no list in it.
_LIST_MARKS: Final = compiled(r"[*#:;]*")
# Variables of MediaWiki's parser for characters that would mean something else in a template.
_CHARACTERS: Final = {"!": "|", "=": "="}
_MARKED: Final = compiled(r"[\[<{&]|''|://")
_CONTROLS: Final = compiled("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ACCEPTED: Final = compiled(r"\(\((.*)\)\)", re.DOTALL)


class Run(NamedTuple):
    """A stretch of text in one style: italic, bold, subscript, superscript or none."""

    text: str
    style: Style = ""


def shown(document: Document, span: Span) -> str:
    """Return what a value shows, on one line, without markup and control characters.

    Empty if it is longer than `LONGEST`, or if only templates stand in it of which it is not
    known what they show.
    """
    return "".join(run.text for run in runs(document, span))


def runs(document: Document, span: Span) -> list[Run]:
    """Return what a value shows in runs; a style within another one, or in a link, is lost.

    Args:
        document: the page.
        span: the value without white space around it.
    """
    start, end = span
    if end - start > LONGEST:
        return []
    value = document.text[start:end]
    if not _MARKED.search(value):
        found = [Run(_on_one_line(value))]
    else:
        found = [
            Run(_CONTROLS.sub("", text), style)
            for text, style in _pieces(document, start, end)
            if text
        ]
    return _trimmed(found)


def raw(value: str) -> str:
    """Return a value in which no markup is meant, such as an address or a number, on one line."""
    return accepted(_on_one_line(decode_entities(value)))


def accepted(text: str) -> str:
    """Return a value without the brackets ``((…))`` by which an editor says that it is right."""
    match = _ACCEPTED.fullmatch(text)
    return match[1].strip() if match else text


def _on_one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub("", text).split())


def _trimmed(found: list[Run]) -> list[Run]:
    """Return runs without white space and marks of acceptance around them all."""
    kept = [index for index, run in enumerate(found) if run.text.strip()]
    found = found[kept[0] : kept[-1] + 1] if kept else []
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
        if _ACCEPTED.fullmatch("".join(run.text for run in found)):
            found[0] = found[0]._replace(text=found[0].text.removeprefix("(("))
            found[-1] = found[-1]._replace(text=found[-1].text.removesuffix("))"))
    return found


def _pieces(document: Document, start: int, end: int) -> Iterator[tuple[str, Style]]:
    """Yield what stands before, in and behind each stretch of a style, in order."""
    position = start
    for outer_start, outer_end, inner, style in _breaks(document, start, end):
        if outer_start < position:
            continue
        yield _between(document, position, outer_start), ""
        yield (inner if isinstance(inner, str) else _between(document, *inner)), style
        position = outer_end
    yield _between(document, position, end), ""


_Break = tuple[int, int, "str | tuple[int, int]", Style]


def _breaks(document: Document, start: int, end: int) -> list[_Break]:
    """Return the stretches of a style and the single characters that templates stand for."""
    found: list[_Break] = []
    closed: list[tuple[int, int]] = []  # what is shown as a whole, and not cut by a style
    for unit in units(document, start, end):
        character = _CHARACTERS.get(unit.name) if isinstance(unit, Template) else None
        if character:
            found.append((unit.start, unit.end, character, ""))
        elif isinstance(unit, Wikilink | ExternalLink | Template):
            closed.append((unit.start, unit.end))
    starts = [each[0] for each in closed]
    for each in _styled(document, start, end):
        index = bisect_right(starts, each[0]) - 1
        if index < 0 or closed[index][1] <= each[0]:
            found.append(each)
    return sorted(found, key=lambda each: (each[0], -each[1]))


def _styled(document: Document, start: int, end: int) -> Iterator[_Break]:
    if document.text.find("''", start, end) >= 0:
        for emphasis in within(document.emphasis, start, end):
            if emphasis.opened and emphasis.closed:
                yield emphasis.start, emphasis.end, emphasis.inner_span, _STYLES[emphasis.kind]
    if document.text.find("</", start, end) >= 0:
        tags = document.html_tags
        for tag in within(tags, start, end):
            style = _STYLES.get(tag.name)
            if style is None or tag.kind != "open" or tag.partner is None:
                continue
            partner = tags[tag.partner]
            if partner.end <= end:
                yield tag.start, partner.end, (tag.end, partner.start), style


def _between(document: Document, start: int, end: int) -> str:
    """Return what a piece of a value shows, white space at its edges kept as a single space."""
    text = document.text
    if start >= end:
        return ""
    match = _LIST_MARKS.match(text, start, end)
    marks = match[0] if match else ""
    inside = plain_text(document, start + len(marks), end).replace("\n", " ")
    before = " " if text[start].isspace() else ""
    behind = " " if text[end - 1].isspace() else ""
    if not marks + inside:
        return before or behind
    return f"{before}{marks}{inside}{behind}"

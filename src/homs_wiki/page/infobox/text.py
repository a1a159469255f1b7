"""What a stretch of wikitext shows: links, files and templates as units, and the text alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import (
    Comment,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Template,
    decode_entities,
)
from homs_wiki.syntax.external_links import ExternalLink
from homs_wiki.syntax.stretch import within
from homs_wiki.syntax.wikilinks import Wikilink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.syntax import Document, Parameter

Unit = Node | Wikilink | ExternalLink

# Values are not nested deeper by any editor; it keeps hostile ones linear.
_DEEPEST: Final = 10

# A line break or the beginning of a list item: what stands behind it is the next item.
ITEM_BREAK: Final = compiled(r"<br[\s/]*>|\n[*#:;]+", re.IGNORECASE)
_BREAK: Final = "\x1f"
_BLANKS: Final = compiled(r"[ \t\n\r\f\v]+")
_MARKUP: Final = compiled(r"</?[A-Za-z][^<>]*>|'{2,}")

_UNSEEN_LINKS: Final = ("file", "category", "interlanguage")

# What a template shows, by concept: the parameters it shows.
_SHOWN: Final = {
    "circa": ("1",),
    "flag": ("1",),
    "flagcountry": ("1",),
    "ill": ("1",),
    "lang": ("2",),
    "lang_xx": ("1",),
    "langx": ("2",),
    "ltr": ("1",),
    "nowrap": ("1",),
    "transliteration": ("2",),
    "url": ("2", "1"),
}
LIST_TEMPLATES: Final = frozenset(
    ("bulleted_list", "flatlist", "hlist", "ordered_list", "plainlist", "unbulleted_list")
)
_DATE_TEMPLATES: Final = frozenset(
    (
        "birth_date", "birth_date_age", "birth_year_age", "death_date", "death_date_age",
        "death_year_age", "end_date", "end_date_age", "film_date", "start_date", "start_date_age",
    )
)  # fmt: skip
# The dash between two date templates; in ISO form it must stand apart from the hyphens.
_ISO_RANGE: Final = compiled(r"(?<=-[0-9]{2})[–—](?=[0-9]{4}-)")
# Words of {{convert}} that stand between two numbers.
_RANGE_WORDS: Final = frozenset(
    ("-", "–", "to", "to(-)", "and", "or", "x", "by", "xx", "*", "+", "±", "+/-", "to about")
)

_start = attrgetter("start")


def units(document: Document, start: int, end: int) -> list[Unit]:
    """Return the outermost nodes, links and files from ``start`` to ``end``, in order."""
    found: list[Unit] = []
    behind = start
    inside: list[Unit] = [
        *_outer_nodes(document.nodes, start, end),
        *within(document.wikilinks, start, end),
        *within(document.external_links, start, end),
    ]
    for unit in sorted(inside, key=lambda unit: (unit.start, -unit.end)):
        if unit.start >= behind:
            found.append(unit)
            behind = unit.end
    return found


def _outer_nodes(nodes: Sequence[Node], start: int, end: int) -> Iterator[Node]:
    index = bisect_left(nodes, start, key=_start)
    while index < len(nodes) and nodes[index].end <= end:
        yield nodes[index]
        index = nodes[index].after


def plain_text(document: Document, start: int, end: int) -> str:
    """Return what ``text[start:end]`` shows to a reader, as far as the wikitext tells.

    No markup, references, files or comments, links as their labels, white space single; of
    templates only what is known to be shown. List items and lines stand on lines of their own.
    """
    shown = _ISO_RANGE.sub(" – ", _shown(document, start, end, 0))
    lines = shown.split(_BREAK)
    return "\n".join(line for line in map(_single_spaced, lines) if line)


def _single_spaced(line: str) -> str:
    """Return the line as a browser shows it: a non-breaking space is not white space to it."""
    return _BLANKS.sub(" ", line).strip(" ")


def _shown(document: Document, start: int, end: int, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    pieces = []
    position = start
    for unit in units(document, start, end):
        pieces.append(_clean(document.text[position : unit.start], position == start))
        pieces.append(_shown_unit(document, unit, depth))
        position = unit.end
    pieces.append(_clean(document.text[position:end], position == start))
    return "".join(pieces)


def _clean(text: str, first: bool) -> str:
    """Return text between units without its markup; at the start of a value a list may begin."""
    if first:
        text = ITEM_BREAK.sub(_BREAK, "\n" + text).removeprefix("\n")
    else:
        text = ITEM_BREAK.sub(_BREAK, text)
    return decode_entities(_MARKUP.sub("", text))


def _shown_unit(document: Document, unit: Unit, depth: int) -> str:
    if isinstance(unit, Template):
        return _shown_template(document, unit, depth)
    if isinstance(unit, ExtensionTag):
        return unit.inner if unit.name == "nowiki" else ""
    if isinstance(unit, Heading):
        return unit.title
    if isinstance(unit, Node):
        return ""
    if isinstance(unit, Wikilink) and unit.kind in _UNSEEN_LINKS:
        return ""
    if unit.label_span is not None:
        return _shown(document, *unit.label_span, depth + 1)
    if isinstance(unit, Wikilink):
        return unit.target.strip().removeprefix(":")
    return "" if unit.bracketed else unit.url


def _shown_template(document: Document, template: Template, depth: int) -> str:
    concept = document.profile.concept(template.name)
    if concept is None:
        return ""
    if concept in LIST_TEMPLATES:
        items = (_shown_parameter(document, item, depth) for item in list_items(template))
        return _BREAK + _BREAK.join(items) + _BREAK
    if concept in _DATE_TEMPLATES:
        return date_of(template)
    if concept == "convert":
        return _shown_conversion(document, template, depth)
    for name in _SHOWN.get(concept, ()):
        parameter = template.get(name)
        if parameter is not None:
            return _shown_parameter(document, parameter, depth)
    return ""


def _shown_parameter(document: Document, parameter: Parameter, depth: int) -> str:
    return _shown(document, *parameter.stripped_span, depth + 1)


def _shown_conversion(document: Document, template: Template, depth: int) -> str:
    number, unit = template.get("1"), template.get("2")
    if number is None or unit is None or unit.value.strip() in _RANGE_WORDS:
        return ""
    shown = (_shown_parameter(document, each, depth) for each in (number, unit))
    return " ".join(shown)


def list_items(template: Template) -> list[Parameter]:
    """Return the parameters of a list template that are its items (or all its bullets in one)."""
    return [each for each in template.parameters if each.equals is None or each.name.isdecimal()]


def date_of(template: Template) -> str:
    """Return the date of ``{{start date|2024|12|5}}`` and its kin in ISO form, or as written."""
    parts: list[str] = []
    for name in ("1", "2", "3"):
        parameter = template.get(name)
        value = parameter.value.strip() if parameter else ""
        if not value.isdecimal():
            return value if not parts else "-".join(parts)
        parts.append(value.zfill(2 if parts else 4))
    return "-".join(parts)


def is_invisible(document: Document, unit: Unit) -> bool:
    """Whether a reader does not see the unit in the value: comments, footnotes, marks."""
    if isinstance(unit, Template):
        return document.profile.concept(unit.name) in _MARKS
    if isinstance(unit, ExtensionTag):
        return unit.name == "ref"
    return isinstance(unit, Comment | Ignored)


_MARKS: Final = frozenset(
    (
        "citation_needed", "clarify", "dead_link", "efn", "full_citation_needed", "harvnb",
        "r", "refn", "rp", "sfn", "sfnm", "sfnp", "unreliable_source", "when", "who",
    )
)  # fmt: skip

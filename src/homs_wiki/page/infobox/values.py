"""What the value of a field says: number, date, coordinates, list, link, image, flag or text.

Every value has the span of its wikitext (code points of the page) and the text that a reader sees.
What cannot be told for certain is a `Text`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.infobox.text import (
    ITEM_BREAK,
    LIST_TEMPLATES,
    is_invisible,
    list_items,
    plain_text,
    units,
)
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Template
from homs_wiki.syntax.wikilinks import Wikilink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page.dates import FoundDate
    from homs_wiki.page.infobox.text import Unit
    from homs_wiki.profile.infoboxes import FieldType
    from homs_wiki.profile.language import Numbers
    from homs_wiki.syntax import Document

# What is longer is a sentence, whatever it begins with.
_LONGEST: Final = 80
# Lists in lists are read; what is nested deeper is text.
_DEEPEST: Final = 4
_FLAGS: Final = frozenset(("flag", "flagcountry", "flagdeco", "flagicon", "flagicon_image"))


class Text(NamedTuple):
    """Something that is none of the other values, or nothing at all."""

    span: Span
    text: str


class Number(NamedTuple):
    """A number or a range of numbers, and what is counted.

    Attributes:
        low: the number, or the lower end of the range.
        high: the upper end; the same as ``low`` if there is no range.
        unit: the words behind it, as written.
        at_least: a "+" stands behind it.
        approximate: a "~" or "c." stands before it.
    """

    span: Span
    text: str
    low: int | float
    high: int | float
    unit: str = ""
    at_least: bool = False
    approximate: bool = False


class Dates(NamedTuple):
    """A date or range of dates; several where the value names several.

    Attributes:
        dates: as they were found in ``text``; their spans count its code points.
    """

    span: Span
    text: str
    dates: tuple[FoundDate, ...]


class Coordinates(NamedTuple):
    """A place on Earth, in degrees; north and east are positive."""

    span: Span
    text: str
    latitude: float
    longitude: float


class Link(NamedTuple):
    """A link to a page of a wiki, and nothing else; ``text`` is what it shows."""

    span: Span
    text: str
    target: str


class Image(NamedTuple):
    """A file; ``file`` is its name without the namespace, ``text`` its caption or else its name."""

    span: Span
    text: str
    file: str


class Flag(NamedTuple):
    """A flag, and what stands beside it.

    Attributes:
        country: as the template is told.
        beside: what stands behind the flag; None if nothing does.
    """

    span: Span
    text: str
    country: str
    beside: Value | None


class Items(NamedTuple):
    """A list; ``text`` has one item on a line."""

    span: Span
    text: str
    items: tuple[Value, ...]


Value = Text | Number | Dates | Coordinates | Link | Image | Flag | Items


def read_value(document: Document, span: tuple[int, int], kind: FieldType = "text") -> Value:
    """Return what the wikitext at ``span`` says.

    Args:
        document: the page.
        span: where the value stands.
        kind: what the field holds; with ``text`` the value is recognised by its form.
    """
    return _read(document, *span, kind, 0)


def _read(document: Document, start: int, end: int, kind: FieldType, depth: int) -> Value:
    visible = [unit for unit in units(document, start, end) if not is_invisible(document, unit)]
    span = _shrink(document, start, end)
    items = _items(document, *span, visible) if depth < _DEEPEST else None
    if items is None and kind == "list":
        items = [span] if span.start < span.end else []
    if items is not None:
        kind = "text" if kind == "list" else kind
        values = tuple(_read(document, *item, kind, depth + 1) for item in items)
        return Items(span, "\n".join(value.text for value in values), values)
    return (
        _read_template(document, span, visible, kind, depth)
        or _read_link(document, span, visible)
        or _read_text(document, span, kind)
    )


def _shrink(document: Document, start: int, end: int) -> Span:
    """Return the span without white space, comments and references around it."""
    text = document.text
    invisible = [unit for unit in units(document, start, end) if is_invisible(document, unit)]
    first, last = 0, len(invisible)
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if first < last and invisible[first].start == start:
            start = invisible[first].end
            first += 1
        elif first < last and invisible[last - 1].end == end:
            last -= 1
            end = invisible[last].start
        else:
            return Span(start, end)


# --- lists ---------------------------------------------------------------------------------------

_LIST_MARK: Final = compiled("[*#:;]+")


def _items(document: Document, start: int, end: int, visible: list[Unit]) -> list[Span] | None:
    """Return where the items stand if the value is a list, else None."""
    if len(visible) == 1 and isinstance(visible[0], Template) and _is_all(visible[0], start, end):
        return _template_items(document, visible[0])
    return _split(document, start, end)


def _split(document: Document, start: int, end: int) -> list[Span] | None:
    """Return what stands between line breaks and marks of list items; None if there are none."""
    breaks = list(_breaks(document, start, end))
    if not breaks:
        return None
    edges = [start, *(edge for pair in breaks for edge in pair), end]
    return list(_visible_items(document, zip(edges[::2], edges[1::2], strict=True)))


def _template_items(document: Document, template: Template) -> list[Span] | None:
    concept = document.profile.concept(template.name)
    if concept not in LIST_TEMPLATES:
        return None
    spans = [each.stripped_span for each in list_items(template)]
    if concept in ("flatlist", "plainlist") and len(spans) == 1:
        return _split(document, *spans[0]) or spans  # the one parameter holds a list
    return list(_visible_items(document, spans))


def _breaks(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where line breaks and the marks of list items stand between units."""
    text, position = document.text, start
    mark = _LIST_MARK.match(text, start, end)
    if mark and (text[start - 1 : start] == "\n" or mark[0][0] in "*#"):
        yield mark.span()
        position = mark.end()
    for unit in [*units(document, start, end), None]:
        for match in ITEM_BREAK.finditer(text, position, unit.start if unit else end):
            yield match.span()
        if unit:
            position = unit.end


def _visible_items(
    document: Document, spans: Iterator[tuple[int, int]] | list[Span]
) -> Iterator[Span]:
    for start, end in spans:
        span = _shrink(document, start, end)
        if span.start < span.end:
            yield span


def _is_all(unit: Unit, start: int, end: int) -> bool:
    return unit.start == start and unit.end == end


# --- templates, links and files ------------------------------------------------------------------


def _read_template(
    document: Document, span: Span, visible: list[Unit], kind: FieldType, depth: int
) -> Value | None:
    first = visible[0] if visible else None
    if not isinstance(first, Template) or first.start != span.start:
        return None
    concept = document.profile.concept(first.name)
    if concept in _FLAGS:
        return _read_flag(document, span, first, depth)
    if not _is_all(first, *span):
        return None
    if concept == "coord":
        return _read_coord(document, first)
    if concept == "nowrap" and depth < _DEEPEST and (inner := first.get("1")):
        return _read(document, *inner.stripped_span, kind, depth + 1)._replace(span=span)
    return None


def _read_flag(document: Document, span: Span, template: Template, depth: int) -> Value:
    country = template.get("1")
    name = plain_text(document, *country.stripped_span) if country else ""
    rest = _shrink(document, template.end, span.end)
    beside = None
    if rest.start < rest.end and depth < _DEEPEST:
        beside = _read(document, *rest, "text", depth + 1)
    return Flag(span, plain_text(document, *span), name, beside)


def _read_link(document: Document, span: Span, visible: list[Unit]) -> Value | None:
    if len(visible) != 1 or not _is_all(visible[0], *span):
        return None
    link = visible[0]
    if not isinstance(link, Wikilink):
        return None
    if link.kind == "file":
        name = link.target.partition(":")[2].strip()
        return Image(span, _caption(link) or name, name)
    if link.kind in ("link", "interwiki"):
        return Link(span, plain_text(document, *span), link.target.strip().removeprefix(":"))
    return None


def _caption(link: Wikilink) -> str:
    captions = [option.value for option in link.options if option.kind == "caption"]
    return " ".join(captions[-1].split()) if captions else ""


# --- coordinates ---------------------------------------------------------------------------------

# Degrees, perhaps minutes, perhaps seconds, then the side.
_ANGLE: Final = r"""([0-9.]+)\s?° (?:\s?([0-9.]+)\s?[′'’])? (?:\s?([0-9.]+)\s?(?:[″"”]|''))? \s?"""
_COORDINATES: Final = compiled(
    rf"\(? {_ANGLE} ([NS]) [\s,،]{{1,3}} {_ANGLE} ([EW]) \)?", re.VERBOSE
)
_LIMITS: Final = {"N": 90.0, "S": -90.0, "E": 180.0, "W": -180.0}


def _read_coord(document: Document, template: Template) -> Value | None:
    """Read ``{{coord|34|44|N|36|43|E}}`` with up to three parts a side, or two decimal numbers."""
    values = [each.value.strip() for each in template.parameters if each.equals is None]
    span = template.span
    text = plain_text(document, *span)
    halves = []
    part: list[str] = []
    for value in values:
        if value in _LIMITS:
            halves.append((part, value))
            part = []
        elif len(halves) < 2:
            part.append(value)
    if len(halves) == 2:
        latitude, longitude = (_degrees(numbers, side) for numbers, side in halves)
    else:
        latitude = _degrees(values[:1], "N")
        longitude = _degrees(values[1:2], "E")
    if latitude is None or longitude is None:
        return None
    return Coordinates(span, text, latitude, longitude)


def _degrees(parts: list[str], side: str) -> float | None:
    """Return degrees, minutes and seconds as one number; None if they are none."""
    try:
        numbers = [float(part.replace("_", "?")) for part in parts]
    except ValueError:
        return None
    if not 1 <= len(numbers) <= 3:
        return None
    limit = _LIMITS[side]
    value = sum((number / 60.0**index for index, number in enumerate(numbers)), 0.0)
    if not abs(value) <= abs(limit):
        return None
    return value if limit > 0 else -value


# --- text, numbers, dates ------------------------------------------------------------------------


_FILE: Final = compiled(r"[^\n<>{}|]{1,240}\.(?:gif|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)


def _read_text(document: Document, span: Span, kind: FieldType) -> Value:
    text = plain_text(document, *span)
    if _FILE.fullmatch(text) or (kind == "image" and text):
        name = _file_name(text)
        return Image(span, name, name)
    if kind == "coordinates":
        return _written_coordinates(span, text) or Text(span, text)
    if kind == "number":
        return _number(document, span, text) or Text(span, text)
    if kind == "date":
        found = _dates(document, text)
        return Dates(span, text, tuple(found)) if found else Text(span, text)
    return (
        _whole_date(document, span, text)
        or _number(document, span, text)
        or _written_coordinates(span, text)
        or Text(span, text)
    )


def _file_name(text: str) -> str:
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and head.strip().isalpha() else text


def _written_coordinates(span: Span, text: str) -> Value | None:
    match = _COORDINATES.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    groups = match.groups()
    latitude = _degrees([part for part in groups[:3] if part], groups[3])
    longitude = _degrees([part for part in groups[4:7] if part], groups[7])
    if latitude is None or longitude is None:
        return None
    return Coordinates(span, text, latitude, longitude)


def _dates(document: Document, text: str) -> list[FoundDate]:
    from homs_wiki.page.dates import find_dates
    from homs_wiki.profile.dates import load_date_facts

    return find_dates(text, load_date_facts(document.profile.language), field=True)


def _whole_date(document: Document, span: Span, text: str) -> Value | None:
    """Return the date that the whole text is; a bare number is rather a number."""
    if not any(map(str.isdecimal, text)) or text.isdecimal() or len(text) > _LONGEST:
        return None
    found = _dates(document, text)
    if len(found) == 1 and found[0].span == (0, len(text)):
        return Dates(span, text, tuple(found))
    return None


@cache
def _number_pattern(numbers: Numbers) -> re.Pattern[str]:
    """Return the form of a number with its unit, as a language writes it; a note may follow."""
    decimal = re.escape(numbers.decimal) + "٫"
    group = "".join({"٬", "\u00a0", "\u202f", "\u2009", numbers.group, "،"} - set(decimal))
    group = group.replace(" ", "")
    # Groups of three, or of two but for the last, as in lakh and crore.
    one = rf"[0-9]{{1,3}}(?:[{group}][0-9]{{2,3}})*[{group}][0-9]{{3}}|[0-9]+"
    number = rf"(?:{one})(?:[{decimal}][0-9]+)?"
    return compiled(
        rf"(~|≈|c\.|ca\.)?\s*({number})(?:\s*[-–—]\s*({number}))?\s*(\+)?"
        r"(?:\s*(%|[^\W\d_](?:[^\d,،;؛(){}|~\n]{0,38}[^\W\d_.%²³])?[.%²³]?))?"
        r"(?: \([^()]*\))?"
    )


_MOST_WORDS: Final = 3


def _number(document: Document, span: Span, text: str) -> Value | None:
    if len(text) > _LONGEST:
        return None
    numbers = document.profile.numbers
    match = _number_pattern(numbers).fullmatch(_ascii_digits(text))
    if match is None:
        return None
    about, low, high, plus, unit = match.groups()
    if unit and len(unit.split()) > _MOST_WORDS:
        return None
    if any(each and each[0] == "0" and each[1:2].isdecimal() for each in (low, high)):
        return None  # a code
    first = _value_of(low, numbers)
    last = _value_of(high, numbers) if high else first
    if last < first:
        return None
    return Number(span, text, first, last, unit or "", bool(plus), bool(about))


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)


def _value_of(written: str, numbers: Numbers) -> int | float:
    whole, _, fraction = re.sub(
        rf"[{re.escape(numbers.decimal)}٫](?=[0-9]+$)", "\n", written
    ).partition("\n")
    digits = re.sub("[^0-9]", "", whole)
    return float(f"{digits}.{fraction}") if fraction else int(digits)

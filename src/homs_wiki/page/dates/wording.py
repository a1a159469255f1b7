"""Puts one written date, or one end of a range, into another form (see ``writing``)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.profile.date_forms import load_date_forms, month_names
from homs_wiki.source import Edit, apply_edits

from .reading import read_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.profile.date_forms import DateForms
    from homs_wiki.profile.dates import DateFacts, MonthName

    from .layout import Written
    from .reading import Reading

WrittenOrder = Literal["dmy", "mdy", "ymd", "iso"]
FIRST_ISO_YEAR: Final = 1583
"""Before this year ISO 8601 has dates only by agreement of those who use it."""
_LAST_YEAR: Final = 9999
_NUMERIC: Final = frozenset(("iso", "numeric"))
_COMMAS: Final = ",،，、"
_BRACKETS: Final = frozenset("()（）")
_BLANKS: Final = " \u00a0"
MARKS: Final = frozenset("-–—−/－")
"""What stands between the ends of a range and is no word."""
_MOST_MONTHS: Final = 12


class Wanted(NamedTuple):
    """How a date is to be written; what is None stays as it is.

    Attributes:
        order: of day, month and year. A date keeps its order where a part of it is missing that
            the wanted one needs (``iso`` needs all three).
        month: how the month is written; ``number`` only in languages whose numeric dates have but
            one order, with full stops. Nothing changes where a language has no short names.
        usual_comma: whether the comma is to stand where the language has it in that order, and
            nowhere else (``December 5, 2024``, ``5 December 2024``).
        leading_zero: whether a day beside a month that is a word has two digits.
        ordinal: False takes the mark of an ordinal from the day (``5th``) where the language can
            be without, and it is no holiday; True changes nothing.
        year_suffix: the mark behind a Gregorian year, with the space before it if it has one, or
            nothing; never beside a month of another language, a word or another mark, or a mark
            before the year.
        digits: a name of ``DIGIT_SETS``. ISO dates are always in Latin ones.
        dash: what stands in the place of any dash or hyphen between the ends of a range. The
            spaces around it are those that its ends ask for: none between two numbers or two
            words, one on each side where an end has a space in itself.
        repeated: False takes away a month or year that both ends of a range write.
    """

    order: WrittenOrder | None = None
    month: Literal["long", "short", "number"] | None = None
    usual_comma: bool = False
    leading_zero: bool | None = None
    ordinal: bool | None = None
    year_suffix: str | None = None
    digits: str | None = None
    dash: str | None = None
    repeated: bool | None = None


class Wording:
    """One written date, or one end of a range, and how it is wanted.

    Args:
        part: the date.
        wanted: how it is to be written.
        in_citation: whether it stands in a parameter of a citation, whose comma is ASCII.
    """

    def __init__(self, part: Written, wanted: Wanted, in_citation: bool) -> None:
        self._part = part
        self._wanted = wanted
        self._in_citation = in_citation
        self._spans = part.layout.spans
        self._facts: DateFacts = part.layout.grammar.facts
        month = part.layout.month
        self._language = month.language if month is not None else self._facts.language
        self._forms: DateForms | None = load_date_forms(self._language)

    def text(self) -> str | None:
        """Give the date as wanted; None if it cannot be written so, or not with certainty."""
        wanted, order = self._wanted, self._order
        kind = self._part.layout.pattern.kind
        if "m" not in order or kind not in ("date", "iso", "numeric"):
            return self._touched()
        if wanted.order == "iso" and len(order) == len("dmy"):
            return self._part.text if kind == "iso" else self._iso()
        if wanted.month == "number" and len(order) == len("dmy") and wanted.order != "ymd":
            return self._in_numbers()
        target = self._target()
        if kind in _NUMERIC:
            return self._anew(target) if wanted.order or wanted.month else self._part.text
        is_hyphenated = self._between_day_and_month().strip() == "-"
        is_changed = wanted.order is not None or wanted.month is not None
        if target == order and not (is_hyphenated and is_changed):
            return self._touched()
        return self._anew(target)

    @cached_property
    def _order(self) -> str:
        """The letters of the parts that are written, in their order; a month as m."""
        places = [
            (self._spans[group][0], letter)
            for group, letter in (("d", "d"), ("m", "m"), ("k", "m"), ("y", "y"))
            if group in self._spans
        ]
        return "".join(letter for _, letter in sorted(places))

    @cached_property
    def _reading(self) -> Reading:
        """What the date says."""
        return read_part(self._part)

    def _target(self) -> str:
        """The letters of the parts in the wanted order."""
        wanted = self._wanted.order
        if wanted is None or wanted == "iso":
            wanted = "dmy" if self._part.layout.pattern.kind in _NUMERIC else None
        if wanted is None:
            return self._order
        return "".join(letter for letter in wanted if letter in self._order)

    def _certain_day(self) -> tuple[int, int, int] | None:
        """Give year, month and day if it is one Gregorian day, and no other could be meant."""
        _, precision, start, end, _ = self._reading
        if precision != "day" or start != end:
            return None
        year, month, day = start
        if year is None or month is None or day is None:
            return None
        if not 1 <= month <= _MOST_MONTHS or not self._is_certain(month, day):
            return None
        return year, month, day

    def _is_certain(self, month: int, day: int) -> bool:
        """Tell whether day and month of a date in numbers cannot be meant the other way round."""
        pattern = self._part.layout.pattern
        if pattern.kind != "numeric" or day > _MOST_MONTHS or day == month:
            return True
        return pattern.detail == "dmy." and self._has_one_numeric_order

    @property
    def _has_one_numeric_order(self) -> bool:
        """Whether nobody writes dates of the language in numbers in another order."""
        forms = self._facts.numeric
        return "dmy." in forms and not any(form.startswith("any") for form in forms)

    def _iso(self) -> str | None:
        """Give it as in ISO 8601."""
        certain = self._certain_day()
        if certain is None or self._reading.calendar != "gregorian":
            return None
        if not _BRACKETS.isdisjoint(self._part.text):
            return None  # another era is told as well (``2024年（令和6年）``)
        year, month, day = certain
        return f"{year}-{month:02}-{day:02}" if FIRST_ISO_YEAR <= year <= _LAST_YEAR else None

    def _in_numbers(self) -> str | None:
        """Give it in numbers with full stops."""
        certain = self._certain_day()
        if certain is None or not self._has_one_numeric_order or self._spans.keys() & {"b", "s"}:
            return None
        year, month, day = certain
        width = 2 if self._wanted.leading_zero else 1
        return f"{day:0{width}}.{month:0{width}}.{year}"

    def _anew(self, target: str) -> str | None:
        """Give it in the pattern that the language has for another order."""
        template = self._forms.templates.get(target) if self._forms is not None else None
        if template is None or self._forms is None:
            return None
        if self._in_citation and self._forms.citation_comma:
            for comma in _COMMAS:
                template = template.replace(comma, self._forms.citation_comma)
        is_numeric = self._part.layout.pattern.kind in _NUMERIC
        parts = self._parts_of_numbers("月" in template) if is_numeric else self._parts_of_words()
        if parts is None:
            return None
        days, months, year = parts
        text = template.format(d=days, m=months, y=year)
        if "\u00a0" in self._between_day_and_month():
            text = text.replace(f"{days} {months}", f"{days}\u00a0{months}")
            text = text.replace(f"{months} {days}", f"{months}\u00a0{days}")
        return text

    def _parts_of_numbers(self, as_number: bool) -> tuple[str, str, str] | None:
        """Give the day, the month as a word unless wanted ``as_number``, and the year."""
        certain = self._certain_day()
        if certain is None or self._forms is None:
            return None
        year, month, day = certain
        first = self._forms.first if day == 1 else ""
        width = 2 if self._wanted.leading_zero else 1
        days = first or self._forms.day.format(f"{day:0{width}}")
        calendar = self._reading.calendar
        suffix = self._wanted.year_suffix
        if suffix is None or calendar != "gregorian":
            suffix = self._written_mark()
        if as_number:
            return days, str(month), str(year)
        names = month_names(self._language, calendar)
        style = names.get(self._wanted.month or "long") or names.get("long")
        return (days, style[month - 1], f"{year}{suffix}") if style else None

    def _written_mark(self) -> str:
        """Give the mark of an era behind the year as it is written, with the space before it."""
        if "s" not in self._spans:
            return ""
        return self._part.text[self._spans["y"][1] : self._spans["s"][1]]

    def _parts_of_words(self) -> tuple[str, str, str] | None:
        """Give the days, months and year as they are wanted; None if more than these is said."""
        text, spans = self._part.text, self._spans
        if "d" in spans and not text[slice(*spans["d"])].isdecimal():
            return None
        stretches = self._stretches()
        if not self._says_no_more(stretches):
            return None
        edits = self._edits(with_comma=False)
        if edits is None:
            return None
        found = [
            _apply(
                text, [edit for edit in edits if start <= edit.start <= edit.end <= end], start, end
            )
            for start, end in stretches
        ]
        return found[0], found[1], found[2]

    def _stretches(self) -> list[tuple[int, int]]:
        """Give where days, months and year stand, each with its marks; nothing is at 0."""
        spans = self._spans
        found = []
        for first, letters in (("d", "deo"), ("m", "mn"), ("y", "byzs")):
            present = [spans[letter] for letter in letters if letter in spans]
            if first not in spans:
                found.append((0, 0))
            else:
                found.append((min(present)[0], max(end for _, end in present)))
        return found

    def _says_no_more(self, stretches: list[tuple[int, int]]) -> bool:
        """Tell whether nothing stands between the parts that would get lost."""
        text = self._part.text
        pieces, behind = [], 0
        for start, end in sorted(stretches):
            pieces.append(text[behind:start])
            behind = max(behind, end)
        words = " ".join((*pieces, text[behind:])).split()
        links = self._forms.links if self._forms is not None else frozenset()
        return all(word in links or word == "-" or word in _COMMAS for word in words)

    def _between_day_and_month(self) -> str:
        """Give what stands between day and month."""
        day, month = self._spans.get("d"), self._spans.get("m")
        if day is None or month is None:
            return ""
        return self._part.text[min(day[1], month[1]) : max(day[0], month[0])]

    def _touched(self) -> str | None:
        """Give it in its order, only what is wanted changed."""
        edits = self._edits(with_comma=True)
        return apply_edits(self._part.text, edits) if edits is not None else None

    def _edits(self, *, with_comma: bool) -> list[Edit] | None:
        """List what is to be changed in its parts; None if one cannot be written as wanted."""
        months = list(self._month_edits())
        if None in months:
            return None
        found = [edit for edit in months if edit is not None]
        found += self._day_edits()
        found += self._dash_edits()
        found += self._suffix_edits()
        if with_comma and self._wanted.usual_comma:
            found += self._comma_edits()
        return found

    def _day_edits(self) -> Iterator[Edit]:
        """Take zeros and marks of ordinals from days, or put zeros to them."""
        text, spans = self._part.text, self._spans
        is_word = self._part.layout.month is not None
        for letter in "de":
            if letter not in spans or not is_word:
                continue
            start, end = spans[letter]
            day = text[start:end]
            if self._wanted.leading_zero is not None and day.isdecimal():
                zero = chr(ord(day[0]) - int(day[0]))
                plain = day.lstrip(zero) or day
                width = 2 if self._wanted.leading_zero else 1
                yield Edit(start, end, plain.rjust(width, zero))
            if self._wanted.ordinal is False:
                yield from self._ordinal_edits(end)

    def _ordinal_edits(self, end: int) -> Iterator[Edit]:
        """Take away the mark of an ordinal at ``end``, and a word that joins it to the month."""
        text, spans = self._part.text, self._spans
        dropped = self._forms.dropped if self._forms is not None else ()
        mark = next((mark for mark in dropped if text.startswith(mark, end)), None)
        if mark is None or self._forms is None or text in self._forms.holidays:
            return
        yield Edit(end, end + len(mark), "")
        month = spans["m"][0]
        link = text[end + len(mark) : month]
        if link.strip() in self._forms.links and month > end:
            yield Edit(end + len(mark), month, link[:1])

    def _month_edits(self) -> Iterator[Edit | None]:
        """Write the months as wanted; None for one that cannot be."""
        style = self._wanted.month
        if style not in ("long", "short"):
            return
        layout = self._part.layout
        for letter, month in (("m", layout.month), ("n", layout.last_month)):
            if month is None or letter not in self._spans or month.style == style:
                continue
            names = month_names(month.language, month.calendar).get(style)
            if names is None:
                continue  # there are no short ones
            yield self._month_edit(letter, month, names)

    def _month_edit(self, letter: str, month: MonthName, names: tuple[str, ...]) -> Edit | None:
        forms = self._forms
        if forms is None or (forms.with_day and "d" not in self._spans):
            return None
        return Edit(*self._spans[letter], names[month.number - 1])

    def _comma_edits(self) -> Iterator[Edit]:
        """Put the comma where the language has it, and take it from where it has none."""
        text, spans = self._part.text, self._spans
        template = self._forms.templates.get(self._order) if self._forms is not None else None
        if template is None or self._forms is None or "y" not in spans:
            return
        comma = next((mark for mark in _COMMAS if mark in template), "")
        if "c" in spans and not comma:
            start, end = spans["c"]
            yield Edit(len(text[:start].rstrip()), end, "")
        elif comma and "c" not in spans:
            place = max(spans[letter][1] for letter in "deo" if letter in spans)
            used = self._forms.citation_comma if self._in_citation else ""
            yield Edit(place, place, used or comma)

    def _dash_edits(self) -> Iterator[Edit]:
        """Write the dash between two days, months or years of one date as wanted."""
        for letter in "rq":
            if self._wanted.dash is None or letter not in self._spans:
                continue
            start, end = self._spans[letter]
            mark = self._part.text[start:end]
            if mark.strip(_BLANKS) in MARKS and "/" not in mark:
                yield Edit(start, end, self._wanted.dash)

    def _suffix_edits(self) -> Iterator[Edit]:
        """Write the mark behind a Gregorian year as wanted."""
        wanted, spans, facts = self._wanted.year_suffix, self._spans, self._facts
        if wanted is None or "y" not in spans or not self._takes_suffix():
            return
        behind = spans.get("z", spans["y"])[1]
        end = spans["s"][1] if "s" in spans else behind
        mark = " ".join(self._part.text[behind:end].split())
        if mark and (facts.marks_after.get(mark) != "gregorian" or len(mark) > 1):
            return  # another calendar, or a word for it
        yield Edit(behind, end, wanted)

    def _takes_suffix(self) -> bool:
        """Tell whether a mark of Gregorian years can stand behind the year."""
        if self._part.layout.pattern.kind not in ("date", "year", "years"):
            return False
        if self._language != self._facts.language or self._reading.calendar != "gregorian":
            return False
        return (self._part.group("b") or "") not in self._facts.marks_before


def _apply(text: str, edits: list[Edit], start: int, end: int) -> str:
    """Give ``text[start:end]`` with edits made that lie in it."""
    moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
    return apply_edits(text[start:end], moved)

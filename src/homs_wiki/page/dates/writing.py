"""Writes a date that was found in another form, so that it says the same.

``write`` gives the text of a date in a wanted form (`Wanted`), or None where it is not certain
that the new text says what the old one said. It works on the parts of the date as they are
written: where the order stays, only what the wanted form names is changed, so that the words,
spaces and marks of the date remain; where it changes, the parts are put into the pattern that the
language has for the new order (``profile.date_forms``). What comes out is read again, with what
stands around the date, and has to say the same. What stands around it is not changed: see
``rewriting`` for the dates of a page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.date_forms import load_date_forms
from homs_wiki.profile.dates import DIGIT_SETS
from homs_wiki.source.lazy import lazily

from .days_beside import has_day_beside
from .finder import FoundDate, find_dates
from .wording import MARKS, Wanted, Wording, WrittenOrder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from homs_wiki.profile.dates import DateFacts

    from .layout import Written
    from .templates import StatedDate

__all__ = ["Wanted", "WrittenOrder", "says_the_same", "write"]

_AROUND: Final = 50
"""How much of what stands around a date is read again with it (code points)."""
_NUMERIC: Final = frozenset(("iso", "numeric"))
_LONGEST_MARK: Final = 20
_NEAR: Final = 12
_ENDS: Final = frozenset(".!?۔。;؛\n")
_BLANKS: Final = " \u00a0"
_LAST_WORD: Final = 4
_ISO = lazily(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write(
    found: FoundDate | StatedDate,
    wanted: Wanted,
    *,
    field: bool = False,
    in_citation: bool = False,
    together: bool = False,
) -> str | None:
    """Give a date as ``wanted``: its text, with nothing of what stands around it.

    Args:
        found: the date; one that a template states is never written anew.
        wanted: how it is to be written.
        field: whether it stands in a field for dates, in which a bare year is one.
        in_citation: whether it stands in a parameter of a citation, whose comma is ASCII.
        together: whether the dates around it are written anew as well, as far as they can be; then
            the whole has to be read again.

    Returns:
        The text, which is the old one if the date is written so already or the form has nothing to
        say of such a date (a year has no order); None if it cannot be written so, or it is not
        certain that it would be read as the same.
    """
    if not isinstance(found, FoundDate) or found.fault is not None:
        return None
    text = _written(found, wanted, in_citation)
    if text is None or text == found.text:
        return text
    if _is_joined(found, text) or _loses_full_stop(found, text, field):
        return None
    if found.form.order in _NUMERIC and _has_mark_behind(found):
        return None
    if _moves_month(found, text) and (has_day_beside(found) or _meets_number(found, text)):
        return None
    if says_the_same(found, text, field):
        return text
    return text if together and _say_the_same(found, text, wanted, field) else None


def _written(found: FoundDate, wanted: Wanted, in_citation: bool) -> str | None:
    """Give a date as wanted, not yet read again; None if it cannot be written so."""
    parts = found.parts
    ends = [Wording(part, wanted, in_citation).text() for part in parts]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return None
    if len(ends) > 1 and wanted.order == "iso" and _are_unlike(first, last):
        return None
    place = found.separator_span
    if len(ends) == 1 or place is None:
        text = first + found.text[len(parts[0].text) :]
    else:
        joint = found.text[place.start - found.start : place.end - found.start]
        text = _joined(first, joint, last, wanted, found.form.order == "iso")
    if wanted.repeated is False:
        text = _once(text, found.facts)
    return _in_digits(text, wanted.digits) if wanted.digits else text


def _are_unlike(first: str, last: str) -> bool:
    """Tell whether only one of the ends of a range could be written as in ISO 8601."""
    return (_ISO.fullmatch(first) is None) != (_ISO.fullmatch(last) is None)


def _joined(first: str, joint: str, last: str, wanted: Wanted, was_iso: bool) -> str:
    """Put the ends of a range together."""
    if joint.strip(_BLANKS) not in MARKS:
        return first + joint + last
    dash = wanted.dash
    if was_iso and dash is None and not _ISO.fullmatch(last):
        dash = "–"
    if dash is None:
        return first + joint + last
    gap = " " if any(blank in end for end in (first, last) for blank in _BLANKS) else ""
    return f"{first}{gap}{dash}{gap}{last}"


def _once(text: str, facts: DateFacts) -> str:
    """Take from the text of a range what both of its ends write; else give it as it is."""
    dates = find_dates(text, facts, field=True)
    if len(dates) != 1 or dates[0].text != text or not _can_be_shorter(dates[0]):
        return text
    place = dates[0].separator_span
    first, last = dates[0].parts
    cut = _cut(first, last, dates[0].repeated)
    if place is None or cut is None:
        return text
    joint = text[place.start : place.end]
    if cut.is_tight and joint.strip(_BLANKS) in MARKS:
        joint = joint.strip(_BLANKS)
    return first.text[: cut.end] + joint + last.text[cut.start :]


def _can_be_shorter(found: FoundDate) -> bool:
    """Tell whether both ends of a range write the same year, and the last no less than the first.

    Or the last alone has one.
    """
    if not found.repeated or found.date.end is None:
        return False
    first, last = (form.order for form in found.forms)
    return (
        first[:2] == last[:2]
        and found.date.start.year == found.date.end.year
        and ("y" in last or "y" not in first)
    )


class _Cut(NamedTuple):
    """What remains of a range: the first end up to ``end``, the last from ``start`` on.

    ``is_tight`` is true if no space belongs around a dash between the two.
    """

    end: int
    start: int
    is_tight: bool


def _cut(first: Written, last: Written, repeated: Collection[str]) -> _Cut | None:
    """Tell what of the ends of a range can go; None if nothing."""
    spans = first.layout.spans
    if "m" not in spans or "m" not in last.layout.spans:
        return None
    month = spans["m"][1]
    if "d" not in spans:
        return _Cut(month, 0, True) if spans.get("y", (0, 0))[0] > month else None
    days = max(spans[letter][1] for letter in "deo" if letter in spans)
    if "month" in repeated:
        return _Cut(days, 0 if days < month else last.layout.spans["d"][0], True)
    return _Cut(max(days, month), 0, False)


def says_the_same(
    found: FoundDate, text: str, field: bool, *, drop: int = 0, add: str = ""
) -> bool:
    """Tell whether ``text`` in the place of a date is read as the same, and all around it too.

    Args:
        found: the date.
        text: what is to stand there.
        field: whether it stands in a field for dates.
        drop: how many code points behind the date go.
        add: what comes in their place.
    """
    before, behind = found.text_before(_AROUND), found.text_behind(_AROUND)
    start = len(before)
    old = find_dates(before + found.text + behind, found.facts, field=field)
    new = find_dates(before + text + add + behind[drop:], found.facts, field=field)
    if [each.date for each in old] != [each.date for each in new]:
        return False
    place = (start, start + len(text))
    return any(each.span == place and each.date == found.date for each in new)


def _say_the_same(found: FoundDate, text: str, wanted: Wanted, field: bool) -> bool:
    """Tell whether a date is read as the same if those joined to it are written anew as well."""
    before, behind = found.text_before(_AROUND), found.text_behind(_AROUND)
    whole = before + found.text + behind
    place = (len(before), len(before) + len(found.text))
    old = find_dates(whole, found.facts, field=field)
    joined = _joined_to(place, old, whole)
    pieces, position = [], 0
    for each in old:
        new = text if each.span == place else each in joined and _written(each, wanted, False)
        pieces += [whole[position : each.start], new or each.text]
        position = each.end
    pieces.append(whole[position:])
    new_dates = find_dates("".join(pieces), found.facts, field=field)
    return bool(joined) and (
        [(each.date, each.text) for each in new_dates]
        == [(each.date, new) for each, new in zip(old, pieces[1::2], strict=True)]
    )


def _joined_to(
    place: tuple[int, int], dates: Sequence[FoundDate], text: str
) -> Sequence[FoundDate]:
    """Give the dates that stand side by side with the one at ``place``, and that one."""
    group: list[FoundDate] = []
    for date in dates:
        gap = text[group[-1].end : date.start] if group else ""
        if len(gap) > _NEAR or not _ENDS.isdisjoint(gap):
            if any(each.span == place for each in group):
                return group
            group = []
        group.append(date)
    return group if any(each.span == place for each in group) else []


def _moves_month(found: FoundDate, text: str) -> bool:
    """Tell whether the month changes its place, or a date its first or last sign."""
    ends = (found.text[:1].isdecimal(), found.text[-1:].isdecimal())
    return ends != (text[:1].isdecimal(), text[-1:].isdecimal()) or _ISO.match(text) is not None


def _meets_number(found: FoundDate, text: str) -> bool:
    """Tell whether a number stands beside a number now, and did not before (``May 5 12 died``)."""
    if text[-1:].isdecimal() and not found.text[-1:].isdecimal():
        behind = found.text_behind(2)
        if behind[:1] in _BLANKS and behind[1:].isdecimal():
            return True
    before = found.text_before(2)
    return (
        text[:1].isdecimal()
        and not found.text[:1].isdecimal()
        and before[-1:] in _BLANKS
        and before[:1].isdecimal()
    )


def _is_joined(found: FoundDate, text: str) -> bool:
    """Tell whether an ending is joined to the last word of the date, and would be to another."""
    if text[-_LAST_WORD:] == found.text[-_LAST_WORD:]:
        return False
    forms = load_date_forms(found.form.month_language or found.facts.language)
    return forms is not None and found.text_behind(1) in forms.joined


def _has_mark_behind(found: FoundDate) -> bool:
    """Tell whether the mark of an era that was not read stands behind a date in numbers."""
    behind = found.text_behind(_LONGEST_MARK).lstrip(_BLANKS)
    return any(
        behind.startswith(mark) and not behind[len(mark) :][:1].isalpha()
        for mark in found.facts.marks_after
    )


def _loses_full_stop(found: FoundDate, text: str, field: bool) -> bool:
    """Tell whether the full stop of an abbreviation goes that may end the sentence as well."""
    if field or not found.text.endswith(".") or text.endswith("."):
        return False
    behind = found.text_behind(2)
    return not (behind[:1] in ",;:)" and behind) and not behind[1:].islower()


def _in_digits(text: str, name: str) -> str:
    """Give a text in the digits of that name; an ISO date in Latin ones."""
    return text.translate(_digits("latin" if _ISO.search(text) else name))


@cache
def _digits(name: str) -> Mapping[int, str]:
    return {
        ord(digit): DIGIT_SETS[name][value]
        for digits in DIGIT_SETS.values()
        for value, digit in enumerate(digits)
    }

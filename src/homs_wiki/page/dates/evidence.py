"""Whether a number is a year: what the words beside it say."""

from __future__ import annotations

from typing import Final, Protocol

from homs_wiki.profile.dates import DateFacts

from .reading import Part, number

_BARE: Final = 4
"""How many digits a year has that has neither marks nor words."""
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2100
_REACH: Final = 28
"""How far back a word is looked for, in code points."""
_WORD_GAPS: Final = frozenset(" \u00a0\n-")
_CLOSING: Final = frozenset("),،;؛、）")
_FIRST_NAMED_YEAR: Final = 1500
"""What stands between a determiner and a noun is a year from this one on only."""
_LONGEST_JOINER: Final = 6


class FoundYear(Protocol):
    """What is asked of the date before a number."""

    end: int

    @property
    def is_year(self) -> bool:
        """Whether it is a year without month and day."""


def word_before(text: str, start: int) -> str:
    """Give the word that stands before ``start`` with a space or a hyphen, in lower case."""
    if start == 0:
        return ""
    last = text[start - 1]
    if last == "-":
        begin = max(text.rfind(" ", max(0, start - _REACH), start - 1), start - _REACH, -1) + 1
        return text[begin:start].lower().lstrip("([")
    if not last.isspace():
        return ""
    pieces = text[max(0, start - _REACH) : start].rsplit(None, 1)
    return pieces[-1].lower().lstrip("([\"'“‘«") if pieces else ""


def two_words_before(text: str, start: int) -> str:
    """Give the two words before ``start``, in lower case."""
    return " ".join(text[max(0, start - 2 * _REACH) : start].lower().rsplit(None, 2)[-2:])


def is_approximate(text: str, start: int, facts: DateFacts) -> bool:
    """Tell whether a word before a date makes it approximate."""
    return word_before(text, start) in facts.approximate


def word_behind(part: Part) -> str:
    """Give the word that stands behind a date with a space or a hyphen."""
    text, end = part.text, part.end
    if text[end : end + 1] not in _WORD_GAPS:
        return ""
    found = part.grammar.next_word.match(text, end)
    return found[1] if found else ""


def is_counted(part: Part, following: str | None = None) -> bool:
    """Tell whether the number that ends a match counts what stands behind it.

    ``following`` is the word behind it, where that is known already.
    """
    facts = part.grammar.facts
    word = word_behind(part) if following is None else following
    if word.lower() in facts.counted:
        return True
    if not facts.no_year_before or not word:
        return False
    behind = " ".join(part.text[part.end : part.end + 24].split()[:2])
    return behind.strip(".,،؛;۔)") in facts.no_year_before


def is_year_in_range(part: Part) -> bool:
    """Tell whether a number behind a year and a range mark is a year."""
    if part.has("s") or part.has("b"):
        return True
    year = number(part.group("y") or "0")
    return _FIRST_YEAR <= year <= _LAST_YEAR and not is_counted(part)


def is_year(part: Part, field: bool, before: str, last: FoundYear | None = None) -> bool:
    """Tell whether a matched number is a year, or two are a range of years.

    Args:
        part: the match.
        field: it stands in a date field, where a bare year needs no evidence.
        before: the word before it (see ``word_before``).
        last: the date found before it, for lists of years.
    """
    facts = part.grammar.facts
    written = part.text[part.start : part.end]
    if len(written) == _BARE and written.isdecimal():
        digits, word = written, None  # most are bare: no need to ask for marks
    elif part.has("s") and not (part.group("g") and part.group("s") in facts.weak_marks):
        return True
    else:
        digits, word = part.group("y") or "", part.group("b")
    if word and word in facts.marks_before:
        return True
    year = number(digits)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return bool(word) and year > 0 and len(digits) == 3 and not is_counted(part)
    if part.pattern.kind == "years" and not _are_years(part, year):
        return False
    if field:
        return True
    if word:
        return not before.isdecimal() and not is_counted(part)
    return _is_told(part, year, before, last)


def _is_told(part: Part, year: int, before: str, last: FoundYear | None) -> bool:
    """Tell whether the words beside a bare number, or two, say that it is a year."""
    facts = part.grammar.facts
    if before in facts.number_before:
        return False
    following = word_behind(part)
    if following and is_counted(part, following):
        return False
    return (
        part.pattern.kind == "years"
        or before in facts.year_before
        or _has_evidence(part, year, before, following, last)
    )


def _are_years(part: Part, first: int) -> bool:
    """Tell whether the second number of a range can be a year behind the first."""
    digits = part.group("z") or ""
    second = number(digits)
    if part.group("r") == "/" and second % 100 != (first + 1) % 100:
        return False  # 1990/91 is a season, 1200/1500 is not
    if len(digits) == 4:
        return _FIRST_YEAR <= second <= _LAST_YEAR
    return second > first % 100 or (second == 0 and first % 100 == 99)


def _has_evidence(
    part: Part, year: int, before: str, following: str, last: FoundYear | None
) -> bool:
    """Tell whether something else beside a bare number says that it is a year."""
    facts = part.grammar.facts
    text, start, end = part.text, part.start, part.end
    if (facts.year_endings and part.has("h")) or following.lower() in facts.year_after:
        return True
    if before in facts.weak_mark_before and part.has("s"):
        return True
    if _is_enclosed(text, start, end) or _is_listed(text, start, end, facts, last):
        return True
    if before in part.grammar.pair_ends and two_words_before(text, start) in facts.year_before_two:
        return True
    if following and before in facts.determiners and year >= _FIRST_NAMED_YEAR:
        return not following.endswith("s") or following.endswith("ss") or not following.islower()
    if before.endswith(",") and before[:-1] in facts.year_after:
        return True
    mark = part.grammar.mark_at(text, end)
    return mark is not None and part.grammar.present.match(text, mark.end()) is not None


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Tell whether marks of punctuation stand around a number as around a year.

    Round brackets, or the first place in them before a comma; the end of a sentence or of brackets
    behind a name and a comma ("Paris, 1993.").
    """
    if start < 3:
        return start == 1 and text[0] in "(（" and text[end : end + 1] in _CLOSING
    if text[start - 1] in "(（":
        return text[end : end + 1] in _CLOSING or text[end : end + 2] in ("–)", "-)", "– ", "—)")
    if text[start - 2 : start] != ", " or text[end : end + 1] not in (".", ")", ";", "\n", ""):
        return False
    return text[start - 3].isalpha() and _last_word(text, start - 2)[:1].isupper()


def _last_word(text: str, end: int) -> str:
    """Give the word that ends at ``end``."""
    pieces = text[max(0, end - _REACH) : end].rsplit(None, 1)
    return pieces[-1].lstrip("([") if pieces else ""


def _is_listed(text: str, start: int, end: int, facts: DateFacts, last: FoundYear | None) -> bool:
    """Tell whether a number goes on with a list of years."""
    if last is None or start - last.end > _LONGEST_JOINER or not last.is_year:
        return False
    joiner = text[last.end : start].strip()
    if joiner not in facts.list_words:
        return False
    return joiner not in ",،" or text[end : end + 1] in ")،,.;" or text[end : end + 4] == " and"


def is_lone_month(part: Part) -> bool:
    """Tell whether a month name without day and year is meant as a month."""
    facts = part.grammar.facts
    text, start, end = part.text, part.start, part.end
    name = text[start:end]
    if name not in facts.months or facts.months[name].style != "long":
        return False
    behind = text[end : end + 2]
    if behind[:1] in ("'", "’", "-", "/") or (behind[:1] == " " and behind[1:].isupper()):
        return False
    before = word_before(text, start)
    if name in facts.doubtful_months:
        return before in facts.doubtful_month_before
    if before in facts.lone_month_before:
        return True
    return word_behind(part) in facts.lone_month_after

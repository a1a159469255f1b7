"""Whether a number is a year: what the words beside it say."""

from __future__ import annotations

from typing import Final, Protocol

from homs_wiki.profile.dates import DateFacts
from homs_wiki.source.patterns import compiled

from .grammar import Grammar
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
_CLAUSE_ENDS: Final = frozenset(("", *'.,;:)]?!\n،؛؟۔।»”"'))
_SENTENCE_ENDS: Final = frozenset(".!?؟۔।")
_ROUND: Final = 100
_CLOSING_QUOTES: Final = frozenset("\"”»’')")
_PAIR: Final = compiled(r" \w+ ([12۱۲١٢१२]\d{3})(?!\d|[.,/:-]\d)")
_LONGEST_PAIR: Final = 30
_LONGEST_RANGE: Final = 150
_YEAR: Final = compiled(r"[12۱۲١٢१२]\d{3}(?!\d)")


class FoundYear(Protocol):
    """What is asked of the date before a number."""

    end: int

    @property
    def is_year(self) -> bool:
        """Whether it is a year without month and day."""

    @property
    def is_month(self) -> bool:
        """Whether it is a month without day and year."""


def word_before(text: str, start: int) -> str:
    """Give the word before ``start``, in lower case, with a space, hyphen or full stop between."""
    if start == 0:
        return ""
    last = text[start - 1]
    if last in "-.":
        begin = max(text.rfind(" ", max(0, start - _REACH), start - 1), start - _REACH, -1) + 1
        return text[begin:start].lower().lstrip("([")
    if not last.isspace():
        return ""
    # The plain case first: a space, a word and a space.
    begin = max(text.rfind(" ", max(0, start - _REACH), start - 1) + 1, start - _REACH, 0)
    word = text[begin : start - 1]
    if not word or not word.isprintable():
        pieces = text[max(0, start - _REACH) : start].rsplit(None, 1)
        word = pieces[-1] if pieces else ""
    return word.lower().lstrip("([\"'“‘«")


def two_words_before(text: str, start: int) -> str:
    """Give the two words before ``start``, in lower case."""
    return " ".join(text[max(0, start - 2 * _REACH) : start].lower().rsplit(None, 2)[-2:])


def is_approximate(text: str, start: int, end: int, rules: Grammar) -> bool:
    """Tell whether words before or behind a date make it approximate."""
    if rules.approximate_behind is not None and rules.approximate_behind.match(text, end):
        return True
    if rules.facts.unspaced:
        return text.endswith(tuple(rules.facts.approximate), max(0, start - _REACH), start)
    # Most words end otherwise: no need to look at them.
    if start < 2 or not {text[start - 1].lower(), text[start - 2].lower()} & rules.approximate_ends:
        return False
    return word_before(text, start) in rules.facts.approximate


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
    return _two_behind(part) in facts.no_year_before


def _two_behind(part: Part) -> str:
    """Give the two words behind a date."""
    behind = " ".join(part.text[part.end : part.end + _REACH].split()[:2])
    return behind.strip(".,،؛;۔)")


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
    phrases = part.grammar.phrases_before.get(before)
    is_phrase = phrases is not None and _ends_phrase(part.text, part.start, phrases)
    if before in facts.range_openers or facts.range_closers:
        is_phrase = is_phrase or _is_range_of_years(part, year, before)
    if is_phrase:
        return True
    if before in facts.number_before:
        return False
    following = word_behind(part)
    if following and is_counted(part, following):
        return False
    return (
        part.pattern.kind == "years"
        or (before in facts.year_before and not _is_amount(part, year, before, following))
        or _has_evidence(part, year, before, following, last)
        or _is_hinted(part, year, before, following)
    )


def _is_amount(part: Part, year: int, before: str, following: str) -> bool:
    """Tell whether a number is an amount although a word that makes it a year stands before it.

    Of words that stand before both: with a noun behind the number, or if something is measured
    (``wuchs um 1750``), or the number is round and no clause ends behind it.
    """
    facts = part.grammar.facts
    if before not in facts.amounts:
        return False
    if facts.capital_nouns:
        return following[:1].isupper() or _is_measured(part.text, part.start, before, facts)
    return year % _ROUND == 0 and part.text[part.end : part.end + 1] not in _CLAUSE_ENDS


def _is_range_of_years(part: Part, year: int, before: str) -> bool:
    """Tell whether a number begins a range of years, by the words around the range."""
    facts = part.grammar.facts
    mark = part.grammar.mark_at(part.text, part.end)
    other = _YEAR.match(part.text, mark.end()) if mark else None
    if other is None or not year < int(other[0]) <= year + _LONGEST_RANGE:
        return False
    following = _word_at(part, other.end())
    if following in facts.range_closers:
        return year >= _FIRST_NAMED_YEAR and bool(year % _ROUND or int(other[0]) % _ROUND)
    return before in facts.range_openers and _counts_nothing(part, other.end(), following)


def _ends_phrase(text: str, start: int, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of ``phrases``, in lower case, stands before ``start``."""
    return f" {text[max(0, start - _REACH) : start].lower().rstrip()}".endswith(phrases)


def _is_hinted(part: Part, year: int, before: str, following: str) -> bool:
    """Tell whether a number stands where years do, and counts nothing.

    Behind a word that also stands before amounts (``riots of 1768``, ``wurde 1536 aufgehoben``), or
    at the beginning of a sentence (``1936 was a year of drought``).
    """
    facts = part.grammar.facts
    solar = facts.solar_years
    if year < _FIRST_NAMED_YEAR and not (solar and solar[0] <= year <= solar[1]):
        return False
    if year % _ROUND == 0:
        return False  # more often an amount
    text, start = part.text, part.start
    if following in facts.list_words and _is_paired(part, year):
        return True
    if before in facts.hints:
        end = part.end
        mark = part.grammar.mark_at(text, end)
        if mark is not None and (other := _YEAR.match(text, mark.end())):
            if int(other[0]) <= year:
                return False
            end = other.end()
            following = _word_at(part, end)
        return not _is_measured(text, start, before, facts) and _counts_nothing(
            part, end, following
        )
    if following and _begins_sentence(text, start, before):
        return following in facts.verbs or _is_verb(part, part.end, following)
    return False


def _is_paired(part: Part, year: int) -> bool:
    """Tell whether another number that is little larger is joined to one (``1943 and 1944``)."""
    pair = _PAIR.match(part.text, part.end)
    if pair is None:
        return False
    if not year < int(pair[1]) <= year + _LONGEST_PAIR or int(pair[1]) % _ROUND == 0:
        return False
    return _word_at(part, pair.end()).lower() not in part.grammar.facts.counted


def _is_measured(text: str, start: int, before: str, facts: DateFacts) -> bool:
    """Tell whether the word before that before a number says what is measured (``length of``).

    Where a preposition has no word before it in the sentence, it stands before an amount too.
    """
    word = two_words_before(text, start).removesuffix(before).strip()
    if before in facts.back_links and (not word or not word[-1].isalnum()):
        return word[-1:] not in _CLOSING_QUOTES
    return word in facts.measures


def _begins_sentence(text: str, start: int, before: str) -> bool:
    """Tell whether a sentence or line begins at ``start``."""
    return start == 0 or text[start - 1] == "\n" or before[-1:] in _SENTENCE_ENDS


def _counts_nothing(part: Part, end: int, following: str) -> bool:
    """Tell whether a number that ends at ``end`` counts nothing.

    It does not at the end of a clause and before a function word.
    """
    if part.text[end : end + 1] in _CLAUSE_ENDS:
        return True
    return following.lower() in part.grammar.facts.functions or _is_verb(part, end, following)


def _is_verb(part: Part, end: int, following: str) -> bool:
    """Tell whether a word behind a number is a verb by what is behind the word.

    Only in a language that writes nouns with a capital: what is not followed by one is no
    adjective before it.
    """
    facts = part.grammar.facts
    if not facts.capital_nouns or not following.islower():
        return False
    behind = part.text.find(following, end) + len(following)
    if part.text[behind : behind + 1] in _CLAUSE_ENDS:
        return True
    return _word_at(part, behind) in facts.functions


def _word_at(part: Part, end: int) -> str:
    """Give the word that stands behind ``end`` with a space or a hyphen."""
    found = part.grammar.next_word.match(part.text, end)
    return found[1] if found else ""


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
    if following and facts.year_after_two and _two_behind(part) in facts.year_after_two:
        return True
    if _is_enclosed(text, start, end) or _is_listed(text, start, end, facts, last):
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
    if joiner not in ",،" or text[end : end + 1] in ")،,.;":
        return True
    return text[end : end + 1] == " " and text[end + 1 : end + 9].split(" ")[0] in facts.list_words


def is_lone_month(part: Part, last: FoundYear | None) -> bool:
    """Tell whether a month name without day and year is meant as a month.

    ``last`` is the date found before it, for lists of months.
    """
    facts = part.grammar.facts
    text, start, end = part.text, part.start, part.end
    name = text[start:end]
    if name not in facts.months or facts.months[name].style != "long":
        return False
    behind = text[end : end + 2]
    if behind[:1] in ("'", "’", "-", "/") or (behind[:1] == " " and behind[1:].isupper()):
        return False
    before = word_before(text, start)
    if last is not None and last.is_month and text[last.end : start].strip() in facts.list_words:
        return True
    if facts.lone_month_after_two and _two_behind(part) in facts.lone_month_after_two:
        return True
    if name in facts.doubtful_months:
        if before in facts.doubtful_month_before:
            return True
        return before in facts.month_hints and _counts_nothing(part, end, word_behind(part))
    if before in facts.lone_month_before:
        return True
    return word_behind(part) in facts.lone_month_after

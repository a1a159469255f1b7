"""The patterns of a language's dates, compiled from its data into a few regular expressions.

A pattern in the data is a regular expression in which a space stands for any space within a line
and a ``{name}`` for a part of a date. All patterns of a language become one expression;
``Match.lastgroup`` then tells the pattern, and the parts are in groups whose names are a letter
(see ``_parts``) and the pattern's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from homs_wiki.profile.dates import DIGIT_SETS, DateFacts

Start = Literal["short", "long", "word", "back"]
Kind = Literal["date", "iso", "numeric", "decade", "century", "season", "years", "year", "month"]

# No line end: what stands on two lines are items of a list more often than one date.
SPACE: Final = r"[^\S\n]{1,2}"
_MAYBE: Final = r"[^\S\n]{0,2}"
_CLASS_SPACE: Final = " \u00a0\u202f"
_DASH: Final = "[-–—−－]"
# Letters for \w and the vowel signs and joiners that it leaves out, without which a word has no
# end in Devanagari, and none before a hamza sign or a zero width non-joiner.
WORD: Final = r"\w\u0900-\u0963\u064b-\u0653\u0655-\u065f\u0670\u200c\u200d"
_CLASS: Final = {" ": "[ \u00a0]{1,2}"}
_ROMAN: Final = "[IVX]{1,5}"
NO_DATE_BEHIND: Final = ".,:/#$€£¥₹=+&%~–—−"
"""Characters before a number that make it a part of something else."""
_HAN_DIGITS: Final = "〇零一二三四五六七八九"


class Pattern(NamedTuple):
    """One pattern: its outer group, what it finds, and its number in the names of its groups."""

    group: str
    kind: Kind
    number: str
    names: Mapping[str, str]
    """Names of its groups by their letters (see ``_parts``)."""
    detail: str = ""


class Grammar(NamedTuple):
    """The compiled patterns of one language.

    ``scanner`` finds dates by their first character: a match covers that character alone, and its
    groups the date (see ``_scanner``). ``range_mark`` finds what joins two dates, ``present`` the
    word for an end that has not come, ``century`` the word for century where it stands behind a
    number word, ``back`` a word before a year that belongs to the date; ``backed`` matches the
    date from that word on.
    """

    facts: DateFacts
    scanner: re.Pattern[str]
    patterns: Mapping[str, Pattern]
    range_mark: re.Pattern[str]
    present: re.Pattern[str]
    next_word: re.Pattern[str]
    conjunctions: Mapping[str, str]
    century: re.Pattern[str] | None
    century_word: re.Pattern[str]
    backed: re.Pattern[str]
    back: re.Pattern[str]
    back_words: frozenset[str]
    night_after: re.Pattern[str] | None


@cache
def grammar(facts: DateFacts) -> Grammar:
    """Give the compiled grammar of ``facts``."""
    return _compile(facts)


def one_of(words: Iterable[str]) -> str:
    """Give an expression for any of ``words``, the longest first; one that never matches if none.

    Spaces in the words match any space. What words have in common at the beginning is written
    once, which spares the engine trying them one by one, and makes the expression short.
    """
    ordered = sorted(set(words))
    return _branches(ordered, 0) if ordered else r"(?!)"


def _branches(words: list[str], depth: int) -> str:
    """Give an expression for sorted words that are the same up to ``depth``; words are short."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if len(word) > depth:
            by_letter.setdefault(word[depth], []).append(word)
    branches = []
    for letter, group in by_letter.items():
        head = _CLASS[letter] if letter in _CLASS else re.escape(letter)
        rest = group[0][depth + 1 :] if len(group) == 1 else None
        branches.append(head + (_branches(group, depth + 1) if rest is None else _escaped(rest)))
    ends = len(words[0]) == depth
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def _escaped(word: str) -> str:
    """Give an expression for a word."""
    return re.escape(word).replace("\\ ", _CLASS[" "])


def _digit_class(facts: DateFacts) -> str:
    """Give the digits of all sets a language uses, for use inside a class."""
    return "".join(f"{DIGIT_SETS[name][0]}-{DIGIT_SETS[name][9]}" for name in facts.digit_sets)


def _compile(facts: DateFacts) -> Grammar:
    """Compile everything."""
    digits = _digit_class(facts)
    edge = f"(?![{digits}])" if facts.unspaced else f"(?![{WORD}])"
    parts = _parts(facts, digits)
    patterns: dict[str, Pattern] = {}
    expressions: dict[Start, list[str]] = {"short": [], "long": [], "word": [], "back": []}
    for kind, detail, template in _sources(facts):
        for start in _starts(template, facts):
            number = str(len(patterns))
            name = f"p{number}"
            body = _translate(template, parts, number)
            letters = re.findall(rf"\(\?P<([a-z]){number}>", body)
            names = {letter: letter + number for letter in letters}
            expressions[start].append(f"(?P<{name}>{body})")
            patterns[name] = Pattern(name, kind, number, names, detail)
    backs = (*facts.seasons, *facts.year_words)
    return Grammar(
        facts=facts,
        scanner=re.compile(_scanner(expressions, digits, edge, facts)),
        patterns=patterns,
        range_mark=re.compile(_range_mark(facts)),
        present=re.compile(one_of(facts.present) + edge),
        next_word=re.compile(rf"[ \u00a0\n-]{{1,2}}([^\W\d_][{WORD}]*)"),
        conjunctions={last: first for first, last in facts.between},
        century=re.compile(re.escape(facts.century_anchor)) if facts.century_anchor else None,
        century_word=re.compile(rf"(?<![{WORD}]){one_of(facts.century_words)}[^\w]{{1,6}}\Z"),
        backed=re.compile(f"(?:{'|'.join(expressions['back']) or '(?!)'}){edge}"),
        back=re.compile(rf"(?<![{WORD}]){one_of(backs)}[^\d\n]{{1,14}}\Z"),
        back_words=frozenset(word.split()[-1].lower() for word in backs) | facts.back_links,
        night_after=re.compile(SPACE + one_of(facts.night_after)) if facts.night_after else None,
    )


def _scanner(
    expressions: Mapping[Start, list[str]], digits: str, edge: str, facts: DateFacts
) -> str:
    """Give an expression that finds dates at speed.

    It begins with one class of characters, which the engine skips to without trying anything
    else, and looks back from behind that character at the whole date. Numbers are told apart by
    their length, words by what they are, before any pattern is tried.
    """
    words = _first_words(facts)
    letters = "".join(re.escape(letter) for letter in sorted({word[0] for word in words}))
    number = (
        f"(?![{digits}]{{2}}){_looking_back(expressions['short'], edge)}"
        f"|(?=[{digits}]{{2,3}}(?![{digits}])){_looking_back(expressions['long'], edge)}"
    )
    known = one_of(words)
    if any(pattern.startswith("{roman}") for pattern in facts.century_patterns):
        letters += "IVX"
        known = f"(?:{known}|[IVX])"
    word = _looking_back([known]) + _looking_back(expressions["word"], edge)
    left = _left_edge(facts, digits)
    return f"[{digits}{letters}]{left}(?:(?<=[{digits}])(?:{number})|{word})"


def _left_edge(facts: DateFacts, digits: str) -> str:
    """Give the condition that the character just matched begins a word or number."""
    behind = rf"[A-Za-z{digits}]" if facts.unspaced else rf"[{WORD}]"
    edge = f"(?<!{behind}.)"
    if facts.prefixes:  # particles written together with the word: only if nothing is before them
        letters = "".join(prefix for prefix in facts.prefixes if len(prefix) == 1)
        edge = f"(?:{edge}|(?<=[{letters}].)(?<![{WORD}]..))"
    return edge


def _looking_back(expressions: list[str], edge: str = "") -> str:
    """Give an expression that matches one of ``expressions``, then ``edge``, a character back."""
    return f"(?<=(?=(?:{'|'.join(expressions)}){edge}).)" if expressions else r"(?!)"


def _first_words(facts: DateFacts) -> set[str]:
    """Give the words with which a date can begin and that are looked for."""
    return {
        *facts.months,
        *facts.day_words,
        *facts.marks_before,
        *facts.starts,
        *facts.eras,
        *(() if facts.century_anchor else facts.century_words),
    }


def _range_mark(facts: DateFacts) -> str:
    """Give the expression for what joins two ends of a range."""
    wave = "|[~〜～]" if facts.unspaced else ""
    return f"(?:{_MAYBE}(?:{_DASH}{wave}){_MAYBE}|{_joiner(facts)})"


def _joiner(facts: DateFacts) -> str:
    """Give the expression for a word that joins two ends of a range, with its spaces."""
    space = f"{_MAYBE}" if facts.unspaced else SPACE
    words = [*facts.range_words, *(last for _, last in facts.between)]
    # A word of one letter may be joined to the number behind it (Arabic و).
    letters = [word for word in words if len(word) == 1 and not word.isascii()]
    glued = f"|{space}{one_of(letters)}" if letters else ""
    return f"(?:{space}{one_of(words)}{space}{glued})"


def _sources(facts: DateFacts) -> Iterable[tuple[Kind, str, str]]:
    """List all patterns as kind, detail and template, in the order in which they are tried."""
    yield "iso", "", "(?P<y#>{digit}{4})-(?P<k#>{digit}{2})-(?P<d#>{digit}{2})(?![-–./]{digit})"
    for form in facts.numeric:
        yield "numeric", form, _numeric(form)
    for template in facts.decade_patterns:
        yield "decade", "", template + "{mark}"
    for template in facts.century_patterns:
        yield "century", "", template + ("" if "(?=" in template else "{mark}")
    for template in facts.season_patterns:
        # A winter lies in two years: "Winter 2008–09".
        yield "season", "", template + ("{secondyear}" if template.endswith("{bare}") else "")
    for template in facts.date_patterns:
        yield "date", "", template
    tail = r"(?![%°′″]|[.,:/’'+]{digit})"
    yield (
        "years",
        "",
        f"(?P<y#>[{{one}}]{{digit}}{{3}})(?P<r#>{{dash}}|/)(?P<z#>{{digit}}{{4}}|{{digit}}{{2}}){{mark}}{tail}",
    )
    if any(meaning != "gregorian" for meaning in facts.marks_after.values()):
        yield "years", "", "(?P<y#>{digit}{1,4})(?P<r#>{dash})(?P<z#>{digit}{1,4}){otherera}"
    yield "year", "", f"{{year}}{{endings}}{tail}"
    yield "year", "", f"(?P<y#>{{digit}}{{1,2}})(?P<g#>{{space}}?)(?P<s#>{{shortmarks}}){tail}"
    if facts.marks_before and not facts.unspaced:
        yield "year", "", f"(?P<b#>{{marksbefore}}) ?(?P<y#>{{digit}}{{1,2}}){tail}"
    if not facts.unspaced:
        yield "month", "", "(?P<m#>{names})"


def _numeric(form: str) -> str:
    """Give the template of a numeric form such as ``dmy.``."""
    part = {
        "d": "(?P<d#>[{tens}]?{digit})",
        "m": "(?P<k#>[{tens}]?{digit})",
        "y": "(?P<y#>[{one}]{digit}{3})",
    }
    order = "dmy" if form.startswith("any") else form[:3]
    separator = re.escape(form[3:])
    body = separator.join(part[letter] for letter in order)
    return body + r"(?![.,:/’'+–—−-]{digit})"


def _parts(facts: DateFacts, digits: str) -> Mapping[str, str]:
    """Give the expressions of the parts; ``#`` in them stands for the pattern's number.

    Groups: d e days, r range mark, o ordinal, m n months (k a numeric one), c comma, b word or mark
    before the year, y z years, g space before the mark, s mark behind the year, x season,
    t century or decade number, w word or Roman number of a century, a an era's name.
    """
    # Of several digit sets any digit will do: the class of them all takes long to compile.
    digit = f"[{digits}]" if len(facts.digit_sets) == 1 else r"\d"
    tens = "".join(DIGIT_SETS[name][:4] for name in facts.digit_sets)
    one = "".join(DIGIT_SETS[name][1:3] for name in facts.digit_sets)
    ordinal = one_of(facts.ordinals)
    plain_day = f"[{tens}]?{digit}(?!{digit})"
    day = f"(?:{plain_day}|{one_of(facts.day_words)})" if facts.day_words else plain_day
    joiner = _joiner(facts)
    dash = f"{_MAYBE}(?:{_DASH}|[/~〜～]){_MAYBE}"
    names = one_of(facts.months)
    marks = one_of(facts.marks_after)
    before = one_of([*facts.year_words, *facts.marks_before])
    short_marks = one_of(facts.short_marks)
    year = f"(?:{digit}{{3,4}}|{digit}{{1,2}}(?={_MAYBE}{short_marks}))"
    number = f"{digit}{{1,2}}"
    others = [mark for mark, meaning in facts.marks_after.items() if meaning != "gregorian"]
    return {
        "digit": digit,
        "tens": tens,
        "one": one,
        "space": f"(?:{SPACE})",
        "dash": f"{_MAYBE}{_DASH}{_MAYBE}",
        "days": f"(?P<d#>{day})(?:(?:{ordinal})?(?P<r#>{dash}|{joiner})(?P<e#>{day}))?",
        "o": f"(?P<o#>{ordinal})?",
        "month": f"(?P<m#>{names})",
        "months": f"(?P<m#>{names})(?:(?P<q#>{dash}|{joiner})(?P<n#>{names}))?",
        "names": names,
        "c": f"(?:{_MAYBE}(?P<c#>{one_of(facts.commas)}))?",
        "year": f"(?:(?P<b#>{before}){_MAYBE})?(?P<y#>{year})(?:(?P<g#>{_MAYBE})(?P<s#>{marks}))?"
        f"(?!{digit})",
        "bare": f"(?P<y#>[{one}]{digit}{{3}})(?!{digit})(?:(?P<g#>{_MAYBE})(?P<s#>{marks}))?",
        "secondyear": f"(?:(?P<r#>{_DASH}|/)(?P<z#>{digit}{{4}}|{digit}{{2}})(?!{digit}))?",
        "endings": f"(?:(?=(?P<h#>{one_of(facts.year_endings)})))?" if facts.year_endings else "",
        "season": f"(?P<x#>{one_of(facts.seasons)})",
        "n": f"(?P<t#>{number})",
        "roman": f"(?P<w#>{_ROMAN})",
        "word": f"(?P<w#>{one_of(facts.century_words)})",
        "decade": f"(?P<t#>[{one}]{digit}{{2}}[{_zeros(facts)}])",
        "short": f"(?P<t#>{digit}[{_zeros(facts)}])",
        "era": f"(?P<a#>{one_of(facts.eras)})",
        "marks": marks,
        "shortmarks": short_marks,
        "mark": f"(?:(?P<g#>{_MAYBE})(?P<s#>{marks}))?",
        "marksbefore": one_of(facts.marks_before),
        "before": f"(?:(?P<b#>{before}){_MAYBE})?",
        "otherera": f"(?P<g#>{_MAYBE})(?P<s#>{one_of(others)})",
        "han": f"[{_HAN_DIGITS}]",
    }


def _zeros(facts: DateFacts) -> str:
    """Give the zeros of all digit sets."""
    return "".join(DIGIT_SETS[name][0] for name in facts.digit_sets)


def _translate(template: str, parts: Mapping[str, str], number: str) -> str:
    """Turn a pattern of the data into an expression with numbered groups."""
    filled = re.sub(
        r"\{([a-z]+)\}|(\[[^\]]*\])|( )",
        lambda found: _translated(found, parts),
        template,
    )
    return filled.replace("#", number)


def _translated(found: re.Match[str], parts: Mapping[str, str]) -> str:
    """Translate one part, class or space of a pattern."""
    name, characters, _ = found.groups()
    if name is not None:
        return parts[name]
    if characters is not None:
        inner = re.sub(r"\{([a-z]+)\}", lambda inside: parts[inside[1]], characters)
        return inner.replace(" ", _CLASS_SPACE)
    return f"(?:{SPACE})"


_SHORT_STARTS: Final = ("{n}", "{short}", "P<d#", "P<k#>{")
_LONG_STARTS: Final = ("{decade}", "{bare}", "P<y#>[", "P<y#>{digit}{4}")


def _starts(template: str, facts: DateFacts) -> tuple[Start, ...]:
    """Tell how the dates of a pattern can be come upon.

    By their first digit or their first word; or, where that word is too common to look for, by
    what stands behind it: a season or the word for year by the year, a number word by "century".
    """
    start = template.lstrip("(?:")
    if start.startswith("{days}"):
        return ("short", "word") if facts.day_words else ("short",)
    if start.startswith("{year}"):
        behind: tuple[Start, ...] = ("back",) if facts.year_words else ()
        return ("long", *behind, *(("word",) if facts.marks_before else ()))
    if start.startswith("{season"):
        return ("back",)
    if start.startswith("{word"):
        return ("back",) if facts.century_anchor else ("word",)
    return _plain_starts(start)


def _plain_starts(start: str) -> tuple[Start, ...]:
    """Tell how the dates of a pattern are come upon by the beginning of the pattern alone."""
    if start.startswith(("{before}", "P<u#>")):
        return ("short", "long", "word")
    if start.startswith("P<y#>{digit}{1,2}"):
        return ("short",)
    if start.startswith(_SHORT_STARTS):
        return ("short",)
    if start.startswith(_LONG_STARTS):
        return ("long",)
    return ("short", "long") if start.startswith("P<y#") else ("word",)

"""The patterns of a language's dates, compiled from its data into a few regular expressions.

A pattern in the data is a regular expression in which a space stands for any space within a line
and a ``{name}`` for a part of a date. All patterns of a language become one expression;
``Match.lastgroup`` then tells the pattern, and the parts are in groups whose names are a letter
(see ``_parts``) and the pattern's number.

The names of the months are many, and stand in most of the patterns. So they are looked for once,
by themselves, and blotted out (``Grammar.blot``): the patterns are matched against a text of the
same length in which every month looks the same. That makes them short, and short expressions
are compiled and matched faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.profile.dates import DIGIT_SETS, DateFacts
from homs_wiki.source.patterns import compiled

from .layout import Layout, shape_of

if TYPE_CHECKING:
    from .reading import Part

Start = Literal["short", "long", "word", "back"]
Kind = Literal["date", "iso", "numeric", "decade", "century", "season", "years", "year", "month"]

# No line end: what stands on two lines are items of a list more often than one date.
_WRITTEN_SPACE: Final = r"[^\S\n]{1,2}"
_WRITTEN_MAYBE: Final = r"[^\S\n]{0,2}"
# In blotted texts every other space is a plain one: a class of spaces takes long to compile.
_SPACE: Final = " {1,2}"
_MAYBE: Final = " {0,2}"
_LATIN_SPACES: Final = "\t\r\v\f\x1c\x1d\x1e\x1f"
_SPACES: Final = (
    _LATIN_SPACES
    + "\x85\xa0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f"
)
"""Without the en and em quad (U+2000 and U+2001), which no text in normal form has."""
_WIDE_SPACE: Final = "\u3000"
_DASH: Final = "[-–—−－]"
# Letters for \w and the vowel signs and joiners that it leaves out, without which a word has no
# end in Devanagari, and none before a hamza sign or a zero width non-joiner.
WORD: Final = r"\w\u0900-\u0963\u064b-\u0653\u0655-\u065f\u0670\u200c\u200d"
_ROMAN: Final = "[IVX]{1,5}"
NO_DATE_BEHIND: Final = ".,:/#$€£¥₹=+&%~–—−"
"""Characters before a number that make it a part of something else."""
# Behind a number of up to three digits: it begins no date, unless a word before it makes it a year.
_ALONE: Final = r" ?[\n),;%\]]"
# Control characters, which no wiki keeps in a text, stand for names in a blotted one. As they are
# of the narrowest kind, a text remains as narrow as it was.
_REST: Final = "\1"
_MONTH: Final = "\2"
_DAY: Final = "\3"
_BLOTS: Final = (_REST, _MONTH, _DAY)
_NO_MARK: Final = frozenset(("", *".,;:()[]|\n\"'"))
_LATIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Only the other end of a range may follow without a space.
_ISO: Final = (
    "(?P<y#>{digit}{4})-(?P<k#>{digit}{2})-(?P<d#>{digit}{2})"
    "(?![-.]{digit}|[–/](?!{digit}{4}-{digit}{2}-{digit}{2}){digit})"
)
_ISO_SLASH: Final = r"(?<=\d-\d\d)/(?=\d{4}-\d\d-\d\d)"
_GROUP: Final = compiled(r"\(\?P<([a-z])#>")
_PLACE: Final = compiled(r"\{([a-z]+)\}|(\[[^\]]*\])|( )")
_NAME: Final = compiled(r"\{([a-z]+)\}")
_MOST_LAYOUTS: Final = 2048
_HAN_DIGITS: Final = "〇零一二三四五六七八九"


class Pattern(NamedTuple):
    """One pattern: its outer group, what it finds, and its number in the names of its groups."""

    group: str
    kind: Kind
    number: str
    names: Mapping[str, str]
    """Names of its groups by their letters (see ``_parts``)."""
    detail: str = ""
    is_backed: bool = False
    """Whether it is one of ``Grammar.backed``."""


class Grammar:
    """The compiled patterns of one language.

    All but ``names``, ``back`` and what stands behind a date are for blotted texts (see ``blot``).
    What is seldom needed is compiled when first asked for.

    Attributes:
        facts: the facts they are made of.
        scanner: finds dates by their first character: a match covers that character alone, and its
            groups the date (see ``_scanner``).
        patterns: the patterns by the names of their groups, those of ``backed`` included.
        names: finds the names of months, in its first group, and of days, in its second.
        conjunctions: what stands before the first end of a range, by the word between the ends.
        back_numbers: whether a word before a number can make a year of any number.
        phrases_before: phrases that stand before a year, a space before each, by their last words.
        approximate_ends: last characters of words that make a date approximate.
        no_mark: characters at the end of a date that join it to nothing.
        back_words: words before a year that may belong to the date (see ``back``).
    """

    def __init__(self, facts: DateFacts) -> None:
        self.facts = facts
        self._edge = "(?![0-9])" if facts.unspaced else f"(?![{WORD}])"
        self.patterns: dict[str, Pattern] = {}
        self._expressions = _expressions(facts, self.patterns)
        self.scanner = compiled(_scanner(self._expressions, self._edge, facts))
        self.names = compiled(_month_names(facts, self._edge))
        self.conjunctions = {last: first for first, last in facts.between}
        self._backs = (*facts.seasons, *facts.year_words)
        self.back_numbers = bool(facts.year_words)
        self.phrases_before = _by_last_word(facts.year_phrases)
        self.back_words = (
            frozenset(word.split()[-1].lower() for word in self._backs) | facts.back_links
        )
        self.approximate_ends = frozenset(word[-1] for word in facts.approximate)
        self._spaces = _SPACES + (_WIDE_SPACE if facts.unspaced else "")
        self._digits = _other_digits(facts)
        self._layouts: dict[tuple[str, str], Layout] = {}
        self.no_mark = _NO_MARK | frozenset("" if facts.unspaced else _LATIN)

    def blot(self, text: str) -> str:
        """Give the text with each name of a month as one ``_MONTH`` and as many ``_REST``.

        Names of days become a ``_DAY`` in the same way, and spaces and digits plain ones.
        """
        is_plain = text.isascii()
        if not (is_plain and text.isprintable()):
            for mark in _BLOTS:
                if mark in text:
                    text = text.replace(mark, "\ufffd")
            for space in _LATIN_SPACES if is_plain else self._spaces:
                if space in text:
                    text = text.replace(space, " ")
        for digit, plain in () if is_plain else self._digits:
            if digit in text:
                text = text.replace(digit, plain)
        pieces: list[str] = []
        position = 0
        for match in self.names.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group)
            if start >= position:
                pieces += (text[position:start], _BLOTS[group], _REST * (end - start - 1))
                position = end
        return "".join((*pieces, text[position:])) if pieces else text

    def mark_at(self, text: str, place: int) -> re.Match[str] | None:
        """Find what joins two dates at ``place``, the end of the first."""
        # Most dates end before a full stop, a comma or the like: no need to try anything.
        return None if text[place : place + 1] in self.no_mark else self._mark.match(text, place)

    def layout(self, part: Part) -> Layout:
        """Give the layout of a matched date, and keep it for others of its shape."""
        if len(self._layouts) >= _MOST_LAYOUTS:
            self._layouts.clear()
        key = (part.pattern.group, shape_of(part.text[part.start : part.end]))
        return self._layouts.setdefault(key, Layout(part))

    def known_layout(self, pattern: Pattern, text: str) -> Layout | None:
        """Give the layout of a date that ``pattern`` finds, if one of its shape is known."""
        return self._layouts.get((pattern.group, shape_of(text)))

    @cached_property
    def _mark(self) -> re.Pattern[str]:
        return compiled(_range_mark(self.facts))

    @cached_property
    def present(self) -> re.Pattern[str]:
        """Matches the word for an end that has not come."""
        return compiled(one_of((*self.facts.present, *self.facts.ongoing)) + self._edge)

    @cached_property
    def next_word(self) -> re.Pattern[str]:
        """Matches a space or hyphen and the word behind it, in its first group."""
        return compiled(rf"[ \u00a0\n-]{{1,2}}([^\W\d_][{WORD}]*)")

    @cached_property
    def century_word(self) -> re.Pattern[str]:
        """Finds a number word at the end of a stretch, before the word for century."""
        return compiled(rf"(?<![{WORD}]){one_of(self.facts.century_words)}[^\w]{{1,6}}\Z")

    @cached_property
    def backed(self) -> re.Pattern[str]:
        """Matches a date from a word before its year, or a number word, on."""
        return compiled(f"(?:{'|'.join(self._expressions['back']) or '(?!)'}){self._edge}")

    @cached_property
    def back(self) -> re.Pattern[str]:
        """Finds a word that belongs to the date at the end of a stretch before its year."""
        return compiled(rf"(?<![{WORD}]){one_of(self._backs)}[^\d\n]{{1,14}}\Z")

    @cached_property
    def approximate_behind(self) -> re.Pattern[str] | None:
        """Matches what makes a date approximate, behind it."""
        words = self.facts.approximate_behind
        return compiled(_WRITTEN_MAYBE + one_of(words)) if words else None

    @cached_property
    def night_after(self) -> re.Pattern[str] | None:
        """Matches what makes two days a night, behind them."""
        words = self.facts.night_after
        return compiled(_WRITTEN_SPACE + one_of(words)) if words else None


@cache
def grammar(facts: DateFacts) -> Grammar:
    """Give the compiled grammar of ``facts``."""
    return Grammar(facts)


def one_of(words: Iterable[str], space: str = "[ \u00a0]{1,2}") -> str:
    """Give an expression for any of ``words``, the longest first; one that never matches if none.

    What words have in common at the beginning is written once, which spares the engine trying
    them one by one, and makes the expression short. ``space`` is what matches a space in them.
    """
    ordered = sorted(set(words))
    return _branches(ordered, 0).replace("\\ ", space) if ordered else r"(?!)"


def _branches(words: list[str], depth: int) -> str:
    """Give an expression for sorted words that are the same up to ``depth``; words are short."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if len(word) > depth:
            by_letter.setdefault(word[depth], []).append(word)
    branches = []
    for letter, group in by_letter.items():
        rest = group[0][depth + 1 :] if len(group) == 1 else None
        behind = _branches(group, depth + 1) if rest is None else re.escape(rest)
        branches.append(re.escape(letter) + behind)
    ends = len(words[0]) == depth
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def _by_last_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Sort phrases by their last words; each gets a space before it."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        last = phrase.rpartition(" ")[2]
        found[last] = (*found.get(last, ()), f" {phrase}")
    return found


def _other_digits(facts: DateFacts) -> list[tuple[str, str]]:
    """List the digits a language uses beside 0 to 9, each with the one of these it stands for."""
    plain = DIGIT_SETS["latin"]
    return [
        pair
        for name in facts.digit_sets
        if name != "latin"
        for pair in zip(DIGIT_SETS[name], plain, strict=True)
    ]


def _expressions(facts: DateFacts, patterns: dict[str, Pattern]) -> Mapping[Start, list[str]]:
    """Give the expressions of all patterns by how they are come upon; note the patterns."""
    parts = _parts(facts)
    expressions: dict[Start, list[str]] = {"short": [], "long": [], "word": [], "back": []}
    for kind, detail, template in _sources(facts):
        translated = _translate(template, parts)
        letters = _GROUP.findall(translated)
        for start in _starts(template, facts):
            number = str(len(patterns))
            name = f"p{number}"
            names = {letter: letter + number for letter in letters}
            expressions[start].append(f"(?P<{name}>{translated.replace('#', number)})")
            patterns[name] = Pattern(name, kind, number, names, detail, start == "back")
    return expressions


def _month_names(facts: DateFacts, edge: str) -> str:
    """Give an expression that finds at speed the names of months and of days, in two groups."""
    letters = _class_of((*facts.months, *facts.day_words))
    names = f"({one_of(facts.months)})"
    if facts.day_words:
        names = f"(?:{names}|({one_of(facts.day_words)}))"
    left = _left_edge(facts)
    if facts.glued:
        left, edge = f"(?:{left}|(?<=[0-9].))", f"(?:{edge}|(?=[0-9]))"
    return f"[{letters}]{left}(?<=(?={names}{edge}).)"


def _class_of(words: Iterable[str]) -> str:
    """Give the first letters of words, for use inside a class."""
    return "".join(re.escape(letter) for letter in sorted({word[0] for word in words}))


def _scanner(expressions: Mapping[Start, list[str]], edge: str, facts: DateFacts) -> str:
    """Give an expression that finds dates at speed.

    It begins with one class of characters, which the engine skips to without trying anything
    else, and looks back from behind that character at the whole date. Numbers are told apart by
    their length, words by what they are, before any pattern is tried.
    """
    words = _first_words(facts)
    letters = _class_of(words)
    alone = "" if facts.year_words else f"(?![0-9]{{2}}{_ALONE})"
    number = (
        f"(?![0-9]{{2}}|[0-9]?{_ALONE}){_looking_back(expressions['short'], edge)}"
        f"|(?=[0-9]{{2,3}}(?![0-9])){alone}{_looking_back(expressions['long'], edge)}"
    )
    known = one_of(words)
    if any(pattern.startswith("{roman}") for pattern in facts.century_patterns):
        letters += "IVX"
        known = f"(?:{known}|[IVX])"
    word = _looking_back([known]) + _looking_back(expressions["word"], edge)
    left = _left_edge(facts)
    first = "0-9" + _DAY if facts.day_words else "0-9"
    return f"[{first}{letters}]{left}(?:(?<=[{first}])(?:{number})|{word})"


def _left_edge(facts: DateFacts) -> str:
    """Give the condition that the character just matched begins a word or number."""
    behind = f"[A-Za-z0-9{_REST}]" if facts.unspaced else rf"[{WORD}{_REST}]"
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
        _MONTH,
        *facts.marks_before,
        *facts.starts,
        *facts.eras,
        *facts.day_ordinals,
        *facts.decade_words,
        *(() if facts.century_anchors else facts.century_words),
    }


def _range_mark(facts: DateFacts) -> str:
    """Give the expression for what joins two ends of a range."""
    wave = "|[~〜～]" if facts.unspaced else ""
    maybe = _WRITTEN_MAYBE
    joiner = _joiner(facts, _WRITTEN_SPACE, maybe)
    return f"(?:{maybe}(?:{_DASH}{wave}){maybe}|{joiner}|{_ISO_SLASH})"


def _joiner(facts: DateFacts, space: str, maybe: str, pairs: Iterable[str] = ()) -> str:
    """Give the expression for a word that joins two ends of a range, with its spaces."""
    space = maybe if facts.unspaced else space
    words = [*facts.range_words, *(last for _, last in facts.between), *pairs]
    # A word of one letter may be joined to the number behind it (Arabic و).
    letters = [word for word in words if len(word) == 1 and not word.isascii()]
    glued = f"|{space}{one_of(letters)}" if letters else ""
    return f"(?:{space}{one_of(words)}{space}{glued})"


def _sources(facts: DateFacts) -> Iterable[tuple[Kind, str, str]]:
    """List all patterns as kind, detail and template, in the order in which they are tried."""
    yield "iso", "", _ISO
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
    if facts.short_marks:
        yield "years", "", "(?P<y#>{digit}{1,4})(?P<r#>{dash})(?P<z#>{digit}{1,4}){shortmark}"
    if facts.weak_marks:
        yield "years", "", "(?P<y#>{digit}{3})(?P<r#>{dash})(?P<z#>{digit}{3}){mark}(?!{digit})"
    # Behind a mark "/" stands the same year in another calendar.
    marked = r"(?![%°′″]|[.,:’'+]{digit}|(?<=[0-9])/{digit})"
    yield "year", "", f"{{year}}{{endings}}{marked}"
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
    # With the mark of an era behind it: "19/7/1427 هجري" is no day of the Gregorian calendar.
    return body + r"{mark}(?![.,:/’'+–—−-]{digit})"


def _parts(facts: DateFacts) -> Mapping[str, str]:
    """Give the expressions of the parts; ``#`` in them stands for the pattern's number.

    Groups: d e days, r range mark, o ordinal, m n months (k a numeric one), c comma, b word or mark
    before the year, y z years, g space before the mark, s mark behind the year, x season,
    t century or decade number, u v century of a decade and word for the decade, w word or Roman
    number of a century, a an era's name.
    """
    digit, tens, one = "[0-9]", "0-3", "12"
    ordinal = one_of(facts.ordinals)
    plain_day = f"[{tens}]?{digit}(?!{digit})"
    day = f"(?:{plain_day}|{_DAY}{_REST}*+)" if facts.day_words else plain_day
    joiner = _joiner(facts, _SPACE, _MAYBE, facts.pairs)
    dash = f"{_MAYBE}(?:{_DASH}|[/~〜～]){_MAYBE}"
    names = f"{_MONTH}{_REST}*+"
    marks = one_of(facts.marks_after)
    before = one_of([*facts.year_words, *facts.marks_before])
    short_marks = one_of(facts.short_marks)
    year = f"(?:{digit}{{3,4}}|{digit}{{1,2}}(?={_MAYBE}{short_marks}))"
    number = f"{digit}{{1,2}}"
    return {
        "digit": digit,
        "tens": tens,
        "one": one,
        "space": f"(?:{_SPACE})",
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
        "dayword": f"(?P<d#>{one_of(facts.day_ordinals)})",
        "tensword": f"(?P<v#>{one_of(facts.decade_words)})",
        "u": f"(?P<u#>{number})",
        "decade": f"(?P<t#>[{one}]{digit}{{2}}0)",
        "short": f"(?P<t#>{digit}0)",
        "era": f"(?P<a#>{one_of(facts.eras)})",
        "marks": marks,
        "shortmarks": short_marks,
        "mark": f"(?:(?P<g#>{_MAYBE})(?P<s#>{marks}))?",
        "marksbefore": one_of(facts.marks_before),
        "before": f"(?:(?P<b#>{before}){_MAYBE})?",
        "shortmark": f"(?P<g#>{_MAYBE})(?P<s#>{short_marks})",
        "han": f"[{_HAN_DIGITS}]",
    }


def _translate(template: str, parts: Mapping[str, str]) -> str:
    """Turn a pattern of the data into an expression, ``#`` in it for the pattern's number."""
    return _PLACE.sub(lambda found: _translated(found, parts), template)


def _translated(found: re.Match[str], parts: Mapping[str, str]) -> str:
    """Translate one part, class or space of a pattern."""
    name, characters, _ = found.groups()
    if name is not None:
        return parts[name]
    if characters is not None:
        return _NAME.sub(lambda inside: parts[inside[1]], characters)
    return f"(?:{_SPACE})"


_SHORT_STARTS: Final = ("{n}", "{short}", "P<d#", "P<k#>{")
_LONG_STARTS: Final = ("{decade}", "{bare}", "P<y#>[", "P<y#>{digit}{4}")


def _starts(template: str, facts: DateFacts) -> tuple[Start, ...]:
    """Tell how the dates of a pattern can be come upon.

    By their first digit or their first word; or, where that word is too common to look for, by
    what stands behind it: a season or the word for year by the year, a number word by "century".
    """
    start = template.lstrip("(?:")
    if start.startswith("{days}"):
        return ("short",)
    if start.startswith("{year}"):
        behind: tuple[Start, ...] = ("back",) if facts.year_words else ()
        return ("long", *behind, *(("word",) if facts.marks_before else ()))
    if start.startswith("{season"):
        return ("back",)
    if start.startswith("{word"):
        return ("back",) if facts.century_anchors else ("word",)
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

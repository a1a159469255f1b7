"""Dates that are told from other dates: ``the next day``, ``two weeks later``, ``اگلے روز``.

They are values of a kind of their own: how far away, and from what. Which date that is, the story
must tell; here is only read what is written. What the words are stands in
``profile/data/dates/words/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.profile.date_words import DateWords, Unit, load_date_words
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

from .grammar import one_of
from .reading import han_number
from .words import edges

if TYPE_CHECKING:
    from homs_wiki.page.page import Page
    from homs_wiki.page.prose import Prose

Anchor = Literal["told", "named", "today"]

_SPACE: Final = r"[^\S\n]{1,2}"
_PLACE: Final = compiled(r"\{([a-z]+)\}|( )")
_REACH: Final = 40
_AHEAD: Final = 24
"""How far before and behind its unit an expression goes on, in code points; all are shorter."""
_CLAUSE_ENDS: Final = frozenset(("", *".,;:)]?!\n،؛؟۔।"))
_DIRECTIONS: Final[Mapping[str, tuple[int, Anchor]]] = {
    "later": (1, "told"),
    "earlier": (-1, "told"),
    "told_later": (1, "told"),
    "told_earlier": (-1, "told"),
    "after": (1, "named"),
    "before": (-1, "named"),
    "after_if": (1, "named"),
    "before_if": (-1, "named"),
    "ago": (-1, "today"),
    "next": (1, "told"),
    "previous": (-1, "told"),
    "same": (0, "told"),
    "next_weekday": (1, "told"),
    "previous_weekday": (-1, "told"),
}


class Relative(NamedTuple):
    """What a relative date says.

    ``direction`` is 1 for later, -1 for earlier, 0 for the same; ``amount`` how many of ``unit``,
    ``None`` where nobody says ("some days later"). ``anchor`` is what it is counted from:
    ``told`` the date told last, ``named`` what stands beside it ("two days after the battle"),
    ``today`` the day of writing. ``weekday`` is the day of the week that is meant, Monday being 1;
    0 if none is named.
    """

    direction: int
    amount: int | None
    unit: Unit
    anchor: Anchor
    weekday: int = 0


class FoundRelative(NamedTuple):
    """A relative date in a text: where it stands (code points), and what it says."""

    start: int
    end: int
    value: Relative


class RelativeDate:
    """A relative date in the running text of a page.

    Attributes:
        text: as a reader sees it.
        value: what it says.
        prose: offset in the text of ``page.prose``; ``prose_end`` is that of its end.
        section: index of the section.
    """

    __slots__ = ("_prose", "prose", "prose_end", "section", "text", "value")

    def __init__(self, found: FoundRelative, prose: Prose, section: int) -> None:
        self.prose, self.prose_end, self.value = found
        self.text = prose.text[found.start : found.end]
        self.section = section
        self._prose = prose

    def __repr__(self) -> str:
        return f"<RelativeDate {self.text!r} {self.value!r}>"

    @property
    def span(self) -> Span:
        """Where it stands on the page (code points)."""
        return self._prose.span(self.prose, self.prose_end)


def read_relative(page: Page) -> list[RelativeDate]:
    """Give the relative dates of a page's running text, in order."""
    prose = page.prose
    found = find_relative(prose.text, page.profile.language)
    starts = prose.starts([each.start for each in found])
    borders = [section.start for section in page.sections[1:]] + [len(page.text) + 1]
    dates, section = [], 0
    for each, start in zip(found, starts, strict=True):
        while start >= borders[section]:
            section += 1
        dates.append(RelativeDate(each, prose, section))
    return dates


def find_relative(text: str, language: str) -> list[FoundRelative]:
    """Find the relative dates in a text, in order. Linear in the text; never raises."""
    rules = _rules(language)
    found: list[FoundRelative] = []
    behind = 0
    # What is looked for first is rare; all the rest only beside it.
    for anchor in rules.anchors.finditer(text):
        start, end = anchor.span()
        if start < behind:
            continue
        ahead = end + _AHEAD
        match = rules.templates.search(text, max(behind, start - _REACH), ahead)
        if match is None or match.start() > start:
            behind = start + 1  # what begins before has been tried
            continue
        if match.end() < end or match.end() == ahead < len(text):
            continue  # cut off
        found.append(FoundRelative(*match.span(), _value(match, rules)))
        behind = match.end()
    return found


class _Rules(NamedTuple):
    """The compiled words of one language; the templates' kinds by the names of their groups."""

    words: DateWords
    anchors: re.Pattern[str]
    templates: re.Pattern[str]
    kinds: Mapping[str, str]


@cache
def _rules(language: str) -> _Rules:
    """Compile the words of a language."""
    words = load_date_words(language)
    facts = load_date_facts(language)
    parts = {
        "n": f"(?P<n#>[0-9۰-۹٠-٩०-९]{{1,3}}|{one_of((*words.numbers, *words.vague))})",
        "unit": f"(?P<u#>{one_of(words.units)})",
        "one": f"(?P<u#>{one_of(words.single_units)})",
        "weekday": f"(?P<w#>{one_of(words.weekdays)})",
        "dual": f"(?P<x#>{one_of(words.duals)})",
    }
    sources = [(kind, each) for kind, several in words.relative.items() for each in several]
    sources.sort(key=lambda source: -len(source[1]))  # the longer says more
    kinds: dict[str, str] = {}
    expressions = []
    for number, (kind, template) in enumerate(sources):
        name = f"p{number}"
        kinds[name] = kind
        body = _PLACE.sub(lambda place: parts[place[1]] if place[1] else _SPACE, template)
        expressions.append(f"(?P<{name}>{body.replace('#', str(number))})")
    for name, table in (("told", words.told), ("today", words.today)):
        if table:
            expressions.append(f"(?P<{name}>{one_of(table)})")
            kinds[name] = name
    prefix = f"[{''.join(facts.prefixes)}]?" if facts.prefixes else ""
    # A part of a longer number is none.
    left, right = edges(language)
    left += r"(?<![0-9][.,])"
    anchors = one_of((*words.units, *words.duals, *words.told, *words.today, *words.weekdays))
    return _Rules(
        words,
        compiled(anchors + right),
        compiled(f"{left}{prefix}(?:{'|'.join(expressions)}){right}"),
        kinds,
    )


def _value(match: re.Match[str], rules: _Rules) -> Relative:
    """Work out what a matched expression says."""
    words = rules.words
    name = match.lastgroup or ""
    kind = rules.kinds[name]
    if kind in ("told", "today"):
        amount, unit = (words.told if kind == "told" else words.today)[match[name]]
        return Relative((amount > 0) - (amount < 0), abs(amount), unit, _anchor_of(kind))
    number = name[1:]
    groups = match.groupdict()
    direction, anchor = _DIRECTIONS[kind]
    if kind.endswith("_if") and match.string[match.end() : match.end() + 1] in _CLAUSE_ENDS:
        anchor = "told"
    if weekday := groups.get(f"w{number}"):
        return Relative(direction, 1, "week", anchor, words.weekdays[weekday])
    if dual := groups.get(f"x{number}"):
        return Relative(direction, *words.duals[dual], anchor)
    unit = words.units[" ".join((groups.get(f"u{number}") or "").split())]
    return Relative(
        direction, _amount(groups.get(f"n{number}"), abs(direction), words), unit, anchor
    )


def _anchor_of(kind: str) -> Anchor:
    """Give the anchor of a word that says all by itself."""
    return "told" if kind == "told" else "today"


def _amount(text: str | None, plain: int, words: DateWords) -> int | None:
    """Give the number that is written; ``plain`` where there is none, ``None`` for a vague one."""
    if text is None:
        return plain
    if text.isdecimal():
        return int(text)
    text = " ".join(text.split())
    known = words.numbers.get(text)
    return known if known is not None or text in words.vague else han_number(text)

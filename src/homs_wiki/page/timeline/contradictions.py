"""Places of a story that may not both be true: they are questions to an editor, no verdicts.

* ``source-older``: all that a sentence cites was published before the day that it tells of. Said
  only if every source has a date, and the day is stated and not approximate.
* ``told-twice``: two sentences tell the same, by the words they share, of two days close by.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .sources import Source
    from .statements import Statement

Kind = Literal["source-older", "told-twice"]

_WORD: Final = compiled(r"[^\W\d_]{2,}")
_PRECISE: Final = frozenset(("day", "month"))
_RARE: Final = 6
"""A word that is in more sentences than these does not tell what a sentence is about."""
_RARE_SHARED: Final = 2
_SHARED: Final = 5
_SHARE: Final = 0.85
"""How much of the shorter sentence the other one must say too."""
_APART: Final = 31
"""Days; what comes again later is another event more often than a mistake."""


class Contradiction(NamedTuple):
    """Statements that may contradict each other or their sources.

    Attributes:
        kind: see above.
        statements: the statements, in order of time: one, or two that tell the same.
        sources: the sources that are older than what they are cited for.
    """

    kind: Kind
    statements: tuple[Statement, ...]
    sources: Sequence[Source] = ()


def find_contradictions(statements: Sequence[Statement]) -> list[Contradiction]:
    """Return the contradictions of a page, those of one kind together, each in order of time.

    Args:
        statements: those that have their place in time, in its order.
    """
    return [*_older_sources(statements), *_told_twice(statements)]


def _older_sources(statements: Iterable[Statement]) -> Iterator[Contradiction]:
    latest: dict[int, int | None] = {}  # by the list of sources: those of one sentence share it
    for statement in statements:
        when, date, sources = statement.when, statement.date, statement.sources
        if when is None or not sources or statement.is_resolved:
            continue
        if date.approximate or date.precision not in _PRECISE:
            continue
        if id(sources) not in latest:
            latest[id(sources)] = _last_published(sources)
        published = latest[id(sources)]
        if published is not None and published < when.first - when.tolerance:
            yield Contradiction("source-older", (statement,), sources)


def _last_published(sources: Iterable[Source]) -> int | None:
    """Return the last day on which any of the sources may be published; None if one says none."""
    last: list[int] = []
    for source in sources:
        if source.when is None or source.when.is_open:
            return None
        last.append(source.when.last + source.when.tolerance)
    return max(last)


def _told_twice(statements: Sequence[Statement]) -> Iterator[Contradiction]:
    told = _single_days(statements)
    words = [_words(statement) for statement in told]
    for first, second in _alike(words):
        one, two = told[first].when, told[second].when
        if one and two and 0 < two.first - one.first <= _APART:
            yield Contradiction("told-twice", (told[first], told[second]))


def _single_days(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements of running text that name one day, and nothing else."""
    dates = Counter(statement.parts for statement in statements)
    return [
        statement
        for statement in statements
        if statement.is_exact and statement.found.role == "prose" and dates[statement.parts] == 1
    ]


def _words(statement: Statement) -> frozenset[str]:
    """Return the words of a sentence without those of its date."""
    words = frozenset(_WORD.findall(statement.text.casefold()))
    return words.difference(_WORD.findall(statement.found.text.casefold()))


def _alike(sentences: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences that share most of their words, the first before the second.

    Only words that few sentences have make pairs, so that their number grows with the text.
    """
    holders: dict[str, list[int]] = {}
    for index, words in enumerate(sentences):
        for word in words:
            holders.setdefault(word, []).append(index)
    for (first, second), rare in sorted(_pairs(holders).items()):
        shared = len(sentences[first] & sentences[second])
        least = min(len(sentences[first]), len(sentences[second]))
        if rare >= _RARE_SHARED and shared >= _SHARED and shared >= _SHARE * least:
            yield first, second


def _pairs(holders: Mapping[str, list[int]]) -> Counter[tuple[int, int]]:
    return Counter(
        pair
        for indexes in holders.values()
        if 1 < len(indexes) <= _RARE
        for pair in combinations(indexes, 2)
    )

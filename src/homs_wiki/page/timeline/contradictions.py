"""Places of a story that may not both be true: they are questions to an editor, no verdicts.

* ``source-older``: all that a sentence cites was published before the day that it tells of. Said
  only if every source has a date, and the day is stated and not approximate.
* ``told-twice``: two sentences tell the same (see `alike`) of two days close by. Only sentences
  that name their day count; `retelling` finds the others as well.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.source.patterns import compiled

from .alike import Sentence, find_alike, may_tell_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.page import Page

    from .sources import Source
    from .statements import Statement

Kind = Literal["source-older", "told-twice"]

_WORD: Final = compiled(r"[^\W\d_]{2,}")
_PRECISE: Final = frozenset(("day", "month"))
APART: Final = 31
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


def find_contradictions(page: Page, statements: Sequence[Statement]) -> list[Contradiction]:
    """Return the contradictions of a page, those of one kind together, each in order of time.

    Args:
        page: the page.
        statements: those that have their place in time, in its order.
    """
    return [*_older_sources(statements), *_told_twice(page, statements)]


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


def _told_twice(page: Page, statements: Sequence[Statement]) -> Iterator[Contradiction]:
    told = _single_days(statements)
    language = page.profile.language
    texts = [Sentence(without_date(each.text, each), language) for each in told]

    def near(first: int, second: int) -> bool:
        one, two = told[first].when, told[second].when
        return one is not None and two is not None and 0 < two.first - one.first <= APART

    for pair in find_alike(texts, language, near, may_tell_event(page)):
        yield Contradiction("told-twice", (told[pair.first], told[pair.second]))


def without_date(text: str, statement: Statement) -> str:
    """Return the text of a sentence with U+FFFC for the date that ``statement`` has in it."""
    return text.replace(statement.found.text, "\ufffc", 1)


def _single_days(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements of running text that name one day, and nothing else."""
    dates = Counter(statement.parts for statement in statements)
    return [
        statement
        for statement in statements
        if statement.is_exact and statement.found.role == "prose" and dates[statement.parts] == 1
    ]

"""The statements of a page in order of time, with all that belongs to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .contradictions import Contradiction, find_contradictions
from .statements import Statement, StatementReader

if TYPE_CHECKING:
    from homs_wiki.page import Page

    from .sources import Source


class Timeline:
    """The story that a page tells.

    Attributes:
        page: the page.
        placed: the statements whose days are known, in order of time: by their first day, of those
            that begin together the longest first, else as on the page.
        unplaced: the others, as on the page: the year is not certain, or there is no such day.
        sources: what the references of the page cite, in the order of their numbers.
    """

    def __init__(
        self, page: Page, placed: list[Statement], unplaced: list[Statement], sources: list[Source]
    ) -> None:
        self.page = page
        self.placed = placed
        self.unplaced = unplaced
        self.sources = sources

    @property
    def statements(self) -> list[Statement]:
        """All statements, those without a place in time last."""
        return [*self.placed, *self.unplaced]

    @property
    def own(self) -> list[Statement]:
        """The event's own dates by the infobox: what frames the story."""
        return [statement for statement in self.placed if statement.is_own]

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """What may not both be true (see `contradictions`)."""
        return find_contradictions(self.page, self.placed)


def read_timeline(page: Page) -> Timeline:
    """Return the story that a page tells; a page without a date gives one without statements.

    Takes time that grows with the page, by the logarithm of its dates more for the order.
    """
    reader = StatementReader(page)
    placed: list[Statement] = []
    unplaced: list[Statement] = []
    for statement in reader.read():
        (unplaced if statement.when is None else placed).append(statement)
    placed.sort(key=_in_time)
    sources = [source for cited in reader.sources for source in cited]
    return Timeline(page, placed, unplaced, sources)


def _in_time(statement: Statement) -> tuple[int, int]:
    when = statement.when
    return (when.first, -when.last) if when else (0, 0)

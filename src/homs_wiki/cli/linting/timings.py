"""Where the time of a run goes: a stopwatch on every rule, and the table of it.

Before the rules are asked, everything on a page is read and timed by itself: what several rules
look at would else be on the account of the one that comes first.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

from homs_wiki.lint.directives import DirectiveRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from homs_wiki.lint.active import ActiveRules
    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rule import Rule
    from homs_wiki.page import Page

READING = "(reading the pages)"
LOADING = "(loading the rules)"


class Stopwatch:
    """Takes the time of reading pages and of each rule; wall time, in seconds."""

    def __init__(self) -> None:
        self._times: dict[str, float] = {}
        self._watched: set[int] = set()

    def rules(self, read: Callable[[], Page], active: ActiveRules) -> list[Rule]:
        """Return the rules for a page, each of them watched from now on.

        Args:
            read: gives the page.
            active: the rules it is checked with.
        """
        start = perf_counter()
        page = read()
        _read_all(page)
        loading = perf_counter()
        rules = active.on(page)
        self._add(READING, loading - start)
        self._add(LOADING, perf_counter() - loading)
        for rule in rules:
            if id(rule) not in self._watched:  # the rules live as long as the checker
                self._watched.add(id(rule))
                self._watch(rule)
        return rules

    def take(self) -> dict[str, float]:
        """Return the times since this was last asked."""
        times, self._times = self._times, {}
        return times

    def _watch(self, rule: Rule) -> None:
        # Of the object, not of the class: the class may be watched by another checker.
        own = vars(rule)
        own["check"] = partial(self._timed, rule.name, rule.check)
        if isinstance(rule, DirectiveRule):
            own["review"] = partial(self._timed, rule.name, rule.review)

    def _timed(
        self, name: str, ask: Callable[..., Iterable[Finding]], *arguments: Any, **named: Any
    ) -> Iterator[Finding]:
        start = perf_counter()
        try:
            findings = iter(ask(*arguments, **named))
            for finding in findings:
                self._add(name, perf_counter() - start)
                yield finding
                start = perf_counter()
        finally:
            self._add(name, perf_counter() - start)

    def _add(self, name: str, seconds: float) -> None:
        self._times[name] = self._times.get(name, 0.0) + seconds


def _read_all(page: Page) -> None:
    """Read every part of a page; a part that fails is left to the rule that wants it."""
    for whole in (page.document, page):
        for kind in type(whole).__mro__:
            for name, part in vars(kind).items():
                if isinstance(part, cached_property):
                    with suppress(Exception):
                        getattr(whole, name)


def table(times: Mapping[str, float], files: int) -> Iterator[str]:
    """Yield the lines of the table of a run's times, the longest first.

    Args:
        times: seconds by the names of rules, and of what is done beside them.
        files: how many files were checked.
    """
    total = sum(times.values())
    where = "1 file" if files == 1 else f"{files} files"
    yield f"time of {len(times)} rules and steps on {where}: {total:.3f} s\n"
    for name, seconds in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        share = seconds / total if total else 0
        yield f"{seconds * 1000:>10.1f} ms {share:>6.1%}  {name}\n"

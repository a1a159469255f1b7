"""The rules of a run, each imported when a page comes that it may have something to say about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.lint.rule import Rule
    from homs_wiki.lint.settings import ChosenRule
    from homs_wiki.page import Page


class ActiveRules:
    """Rules chosen for some pages; false if there are none.

    A rule whose triggers are missing from all pages is never imported.
    """

    __slots__ = ("_loaded", "_sleeping")

    def __init__(self, chosen: Iterable[ChosenRule]) -> None:
        self._sleeping = list(chosen)
        self._loaded: list[Rule] = []

    def __bool__(self) -> bool:
        return bool(self._sleeping or self._loaded)

    def on(self, page: Page) -> list[Rule]:
        """Return the rules that may find something on ``page``, and any others imported before.

        Raises:
            RuleLoadError: one of them cannot be imported.
        """
        if self._sleeping:
            text = _Occurrences(page.text)
            sleeping = []
            for rule in self._sleeping:
                if text.wake(rule.entry.triggers):
                    self._loaded.append(rule.load())
                else:
                    sleeping.append(rule)
            self._sleeping = sleeping
        return self._loaded


class _Occurrences:
    """What stands in a text, each string looked for once."""

    __slots__ = ("_found", "_lower")

    def __init__(self, text: str) -> None:
        self._lower = text.lower()
        self._found: dict[str, bool] = {}

    def wake(self, triggers: tuple[str, ...]) -> bool:
        return not triggers or any(map(self._holds, triggers))

    def _holds(self, trigger: str) -> bool:
        found = self._found.get(trigger)
        if found is None:
            found = self._found[trigger] = trigger in self._lower
        return found

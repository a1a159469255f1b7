"""The rules of a run, each imported when a page comes that it may have something to say about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from homs_wiki.lint.rule import is_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.lint.rule import Rule
    from homs_wiki.lint.settings import ChosenRule
    from homs_wiki.page import Page


PATIENCE = 100
"""Pages after which rules are no longer let sleep.

To look for what wakes a rule costs more on each page than to let it look for itself; what is saved
is its import. Those who check a few pages need not pay for that, and for those who check many it is
nothing.
"""


class ActiveRules:
    """Rules chosen for some pages; false if there are none.

    A rule whose triggers are missing from all of the first hundred pages is not imported for them.
    """

    __slots__ = ("_by_condition", "_loaded", "_pages", "_sleeping")

    def __init__(self, chosen: Iterable[ChosenRule]) -> None:
        self._loaded: list[Rule] = []
        self._pages = 0
        self._sleeping: list[ChosenRule] = []
        # Those that wake for a single condition of a citation, by its id: on each page only for
        # those that are there, since of a hundred hardly one is.
        self._by_condition: dict[str, list[_Conditional]] = {}
        for rule in chosen:
            condition = _single_condition(rule.entry.triggers)
            if condition is None:
                self._sleeping.append(rule)
            else:
                self._by_condition.setdefault(condition, []).append(_Conditional(rule))

    def __bool__(self) -> bool:
        return bool(self._sleeping or self._loaded or self._by_condition)

    def on(self, page: Page) -> list[Rule]:
        """Return the rules that may find something on ``page``, and some others imported before.

        Raises:
            RuleLoadError: one of them cannot be imported.
        """
        if self._sleeping:
            self._wake(page)
        if not self._by_condition:
            return self._loaded
        from homs_wiki.page.citations import read_conditions

        awake = self._by_condition.keys() & read_conditions(page.document).keys()
        if not awake:
            return self._loaded
        return [
            *self._loaded,
            *(rule.loaded for each in awake for rule in self._by_condition[each]),
        ]

    def _wake(self, page: Page) -> None:
        """Import the rules that may find something on ``page``."""
        self._pages += 1
        occurrences = Occurrences(page) if self._pages <= PATIENCE else None
        sleeping = []
        for rule in self._sleeping:
            entry = rule.entry
            if is_for(entry.languages, page.profile) and (
                occurrences is None or occurrences.wake(entry.triggers)
            ):
                self._loaded.append(rule.load())
            else:
                sleeping.append(rule)
        self._sleeping = sleeping


class _Conditional:
    """A rule that wakes for a single condition of a citation."""

    def __init__(self, chosen: ChosenRule) -> None:
        self._chosen = chosen

    @cached_property
    def loaded(self) -> Rule:
        """The rule, imported when first asked for."""
        return self._chosen.load()


def _single_condition(triggers: tuple[str, ...]) -> str | None:
    """Return the condition for which alone a rule wakes; None if it wakes for something else."""
    if len(triggers) != 1 or not triggers[0].startswith(CONDITION):
        return None
    return triggers[0].removeprefix(CONDITION)


CONDITION = "condition:"
"""What a trigger begins with that is no text, but a condition of a citation, by its id."""


class Occurrences:
    """What rules wake for on a page, each looked for once.

    Args:
        page: the page.
    """

    __slots__ = ("_characters", "_found", "_lower", "_page")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._lower = page.text.lower()
        self._characters = frozenset(self._lower)
        self._found: dict[str, bool] = {}

    def wake(self, triggers: tuple[str, ...]) -> bool:
        """Tell whether a rule with these triggers may find something."""
        return not triggers or any(map(self._holds, triggers))

    def _holds(self, trigger: str) -> bool:
        found = self._found.get(trigger)
        if found is None:
            found = self._found[trigger] = self._occurs(trigger)
        return found

    def _occurs(self, trigger: str) -> bool:
        if not trigger.startswith(CONDITION):
            # Most of what is missing has a character that is missing, which is sooner seen.
            return self._characters.issuperset(trigger) and trigger in self._lower
        from homs_wiki.page.citations import read_conditions  # judges all citations of the page

        return trigger.removeprefix(CONDITION) in read_conditions(self._page.document)

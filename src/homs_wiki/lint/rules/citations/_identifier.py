"""A rule that reports an identifier that does not have the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class IdentifierRule(ConditionRule):
    """An identifier that the module does not accept.

    Numbers that are only too high are left alone: they may have been given since the limits were.

    Attributes:
        identifier: what such an identifier is called.
        may_be_meant: whether what was meant can be told from what is written.
    """

    message = "“{value}” is no valid {identifier}"
    identifier: ClassVar[str]
    may_be_meant: ClassVar[bool] = True

    def concerns(self, case: Case) -> bool:
        """Tell whether the identifier is wrong for sure."""
        return case.condition.values.get("reason") != "limit"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": self.identifier}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield what the value may have been meant to be."""
        if self.may_be_meant:
            from homs_wiki.lint.rules.citations._mend import identifiers_meant  # some need none

            yield from identifiers_meant(case.parameter)

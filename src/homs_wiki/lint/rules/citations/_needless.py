"""A rule that reports a parameter that does nothing where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class NeedlessRule(ConditionRule):
    """A parameter that has no effect; the fix takes it out.

    Attributes:
        may_go: whether that is safe, as nothing can be missing instead.
    """

    message = "“{name}” has no effect without “{other}”"
    touches = frozenset({"parameter"})
    may_go: ClassVar[bool] = False

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield remove(case.parameter)._replace(safe=self.may_go)

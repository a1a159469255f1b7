"""A rule that reports a word in a value that the template writes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class ExtraTextRule(ConditionRule):
    """A value with a word that readers see twice; the fix takes it out.

    Attributes:
        word: finds the word, where what is left can stand alone.
    """

    severity = Severity.WARNING
    message = "“{value}” repeats the words that the template writes before or after it"
    word: ClassVar[re.Pattern[str]]

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value without the word."""
        yield from new_values(case.parameter, [self.word.sub("", case.value)])

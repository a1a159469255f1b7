"""mr-prefix-repeated: the condition maint_mr_format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class MrPrefixRepeated(ConditionRule):
    """An MR number has the prefix that the template writes itself.

    ## What it does
    Finds `mr` with the letters MR before the number.

    ## Why it matters
    The module takes it out again, and notes that it had to.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |mr=MR0123456}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |mr=0123456}}
    ```

    ## Fix safety
    The fix takes out the prefix. It is safe: the same is shown.
    """

    name = "mr-prefix-repeated"
    condition = "maint_mr_format"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” repeats what the template writes itself"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the number alone."""
        yield from new_values(case.parameter, [case.value[2:]])

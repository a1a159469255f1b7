"""pmc-embargo-over: the condition maint_pmc_embargo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import safely_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class PmcEmbargoOver(ConditionRule):
    """The day until which an article was not free is over.

    ## What it does
    Finds `pmc-embargo-date` with a day in the past.

    ## Why it matters
    The parameter does nothing any more.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc=1852221 |pmc-embargo-date=1 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc=1852221}}
    ```

    ## Fix safety
    The fix takes out the date. It is safe: the same is shown.
    """

    name = "pmc-embargo-over"
    condition = "maint_pmc_embargo"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the embargo ended on {value}"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield safely_removed(case.parameter)

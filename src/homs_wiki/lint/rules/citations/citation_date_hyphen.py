"""citation-date-hyphen: the condition maint_date_format."""

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


class CitationDateHyphen(ConditionRule):
    """A hyphen stands in a range of dates.

    ## What it does
    Finds dates other than `2020-05-05` with a hyphen between two days, months or years. Not where
    `df` has the date written anew.

    ## Why it matters
    A range has a dash; the module writes one, and notes that it had to.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=1990-1995}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990–1995}}
    ```

    ## Fix safety
    The fix writes the dash. It is safe: the same is shown.
    """

    name = "citation-date-hyphen"
    condition = "maint_date_format"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a hyphen stands in the range “{value}”, where a dash belongs"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the range with a dash."""
        yield from new_values(case.parameter, [case.value.replace("-", "–")])

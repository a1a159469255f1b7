"""citation-year-no-year: the condition maint_year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationYearNoYear(ConditionRule):
    """What stands for the year is more than a year, or none.

    ## What it does
    Finds values of `year` that are neither a year nor two, nor about one (`c. 1990`). Only newer
    editions of the module look for this.

    ## Why it matters
    The parameter is for years; everything else is a `date`.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |year=May 1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=May 1990}}
    ```

    ## Fix safety
    The fix calls it `date` where there is none and the module takes the value for one. It is safe:
    the same is shown.
    """

    name = "citation-year-no-year"
    condition = "maint_year"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” is no mere year"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the same value as a date."""
        is_good = all(each.id != "err_bad_date" for each in case.citation.conditions)
        if is_good and case.citation.get("date") is None:
            yield from new_names(case.parameter, "date", safe=True)

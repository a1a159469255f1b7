"""citation-year-repeated: the condition maint_date_year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import safely_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationYearRepeated(ConditionRule):
    """A citation has a date and the year of it once more.

    ## What it does
    Finds `year` beside `date`, if the date has that year.

    ## Why it matters
    It is shown nowhere, and only makes the anchor for short footnotes.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=5 May 2020 |year=2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=5 May 2020}}
    ```

    ## Fix safety
    Where the date has no other year the fix takes out the year. It is safe: anchor and date stay
    the same.
    """

    name = "citation-year-repeated"
    condition = "maint_date_year"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” repeats the year of the date"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take out the year, if the date has no other."""
        years = set(re.findall(r"(?<![0-9])[0-9]{3,4}", case.citation.value("date")))
        if years == {case.value} and "–" not in case.citation.value("date"):
            yield safely_removed(case.parameter)

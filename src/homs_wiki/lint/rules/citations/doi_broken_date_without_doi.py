"""doi-broken-date-without-doi: the condition err_doibroken_missing_doi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class DoiBrokenDateWithoutDoi(ConditionRule):
    """A citation says since when its DOI does not work, but has no DOI.

    ## What it does
    Finds `doi-broken-date` without `doi`.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |doi-broken-date=May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the DOI may be what is missing.
    """

    name = "doi-broken-date-without-doi"
    condition = "err_doibroken_missing_doi"
    message = "“{name}” has no effect without “{other}”"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield remove(case.parameter)

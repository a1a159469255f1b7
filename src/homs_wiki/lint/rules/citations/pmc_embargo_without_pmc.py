"""pmc-embargo-without-pmc: the condition err_embargo_missing_pmc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class PmcEmbargoWithoutPmc(ConditionRule):
    """A citation says until when its article is not free, but has no PMC number.

    ## What it does
    Finds `pmc-embargo-date` without `pmc`.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc-embargo-date=1 May 2027}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the number may be what is missing.
    """

    name = "pmc-embargo-without-pmc"
    condition = "err_embargo_missing_pmc"
    message = "“{name}” has no effect without “{other}”"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield remove(case.parameter)

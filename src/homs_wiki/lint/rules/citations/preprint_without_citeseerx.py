"""preprint-without-citeseerx: the condition err_citeseerx_missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case


class PreprintWithoutCiteseerx(ConditionRule):
    """A citation of a preprint at CiteSeerX does not say which.

    ## What it does
    Finds `{{cite CiteSeerX}}` without `citeseerx`, or with one that is not valid.

    ## Why it matters
    The template is made for this number; without it readers cannot find the preprint, and an error
    is shown.

    ## Example
    ```wikitext
    {{cite CiteSeerX |last=Miller |title=Bridges |date=2015}}
    ```

    ## Use instead
    ```wikitext
    {{cite CiteSeerX |last=Miller |title=Bridges |date=2015 |citeseerx=10.1.1.176.341}}
    ```

    ## Fix safety
    There is no fix: the number has to be looked up.
    """

    name = "preprint-without-citeseerx"
    condition = "err_citeseerx_missing"
    message = "the citation has no valid “{other}”, which its template is for"

    def concerns(self, case: Case) -> bool:
        """Leave preprints alone whose number is there and wrong: another rule reports it."""
        return not case.condition.parameters

"""preprint-without-ssrn: the condition err_ssrn_missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case


class PreprintWithoutSsrn(ConditionRule):
    """A citation of a preprint at SSRN does not say which.

    ## What it does
    Finds `{{cite SSRN}}` without `ssrn`, or with one that is not valid.

    ## Why it matters
    The template is made for this number; without it readers cannot find the preprint, and an error
    is shown.

    ## Example
    ```wikitext
    {{cite SSRN |last=Miller |title=Bridges |date=2015}}
    ```

    ## Use instead
    ```wikitext
    {{cite SSRN |last=Miller |title=Bridges |date=2015 |ssrn=1900856}}
    ```

    ## Fix safety
    There is no fix: the number has to be looked up.
    """

    name = "preprint-without-ssrn"
    condition = "err_ssrn_missing"
    message = "the citation has no valid “{other}”, which its template is for"

    def concerns(self, case: Case) -> bool:
        """Leave preprints alone whose number is there and wrong: another rule reports it."""
        return not case.condition.parameters

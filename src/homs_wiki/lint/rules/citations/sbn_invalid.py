"""sbn-invalid: the condition err_bad_sbn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case


class SbnInvalid(ConditionRule):
    """An SBN does not have the form of one.

    ## What it does
    Finds values of `sbn` that Citation Style 1 does not accept. It wants nine digits with a right
    check digit.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |sbn=306-40615-3}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "sbn-invalid"
    condition = "err_bad_sbn"
    message = "“{value}” is no valid {identifier}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "SBN"}

"""zbl-invalid: the condition err_bad_zbl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case


class ZblInvalid(ConditionRule):
    """A Zbl number does not have the form of one.

    ## What it does
    Finds values of `zbl` that Citation Style 1 does not accept. It wants up to four digits, a full
    stop, and five digits.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |zbl=1234.5678}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "zbl-invalid"
    condition = "err_bad_zbl"
    message = "“{value}” is no valid {identifier}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "Zbl number"}

"""biorxiv-invalid: the condition err_bad_biorxiv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case


class BiorxivInvalid(ConditionRule):
    """A bioRxiv identifier does not have the form of one.

    ## What it does
    Finds values of `biorxiv` that Citation Style 1 does not accept. It wants a whole DOI that
    begins with `10.1101/`.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |biorxiv=078733}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |biorxiv=10.1101/078733}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "biorxiv-invalid"
    condition = "err_bad_biorxiv"
    message = "“{value}” is no valid {identifier}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "bioRxiv identifier"}

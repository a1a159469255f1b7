"""asin-invalid: the condition err_bad_asin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import identifiers_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class AsinInvalid(ConditionRule):
    """An ASIN does not have the form of one.

    ## What it does
    Finds values of `asin` that Citation Style 1 does not accept. It wants ten capital letters and
    digits that do not begin with a digit.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |asin=b00005n5pf}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |asin=B00005N5PF}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "asin-invalid"
    condition = "err_bad_asin"
    message = "“{value}” is no valid {identifier}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "ASIN"}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield what the value may have been meant to be."""
        yield from identifiers_meant(case.parameter)

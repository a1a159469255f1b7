"""lccn-invalid: the condition err_bad_lccn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._identifier import IdentifierRule
from homs_wiki.lint.rules.citations._mend import new_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class LccnInvalid(IdentifierRule):
    """An LCCN does not have the form of one.

    ## What it does
    Finds values of `lccn` that Citation Style 1 does not accept. It wants 8 to 12 characters, the
    last eight or ten of them digits, without white space.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |lccn=n 78890351}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |lccn=n78890351}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "lccn-invalid"
    condition = "err_bad_lccn"
    identifier = "LCCN"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield what the value may have been meant to be."""
        # A letter before a space is a part of the number.
        yield from new_values(case.parameter, ["".join(case.value.split())])
        yield from super().fixes(case)

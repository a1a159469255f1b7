"""jstor-invalid: the condition err_bad_jstor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import identifiers_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class JstorInvalid(ConditionRule):
    """A JSTOR number does not have the form of one.

    ## What it does
    Finds values of `jstor` that Citation Style 1 does not accept. It wants neither an address nor
    white space nor the word JSTOR in it.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jstor=https://www.jstor.org/stable/2118559}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |jstor=2118559}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "jstor-invalid"
    condition = "err_bad_jstor"
    message = "“{value}” is no valid {identifier}"
    touches = frozenset({"parameter", "link"})

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the value and what it should be."""
        return {"value": case.shown, "identifier": "JSTOR number"}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield what the value may have been meant to be."""
        yield from identifiers_meant(case.parameter)

"""asin-invalid: the condition err_bad_asin."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class AsinInvalid(IdentifierRule):
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
    identifier = "ASIN"

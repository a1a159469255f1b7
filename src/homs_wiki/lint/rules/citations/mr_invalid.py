"""mr-invalid: the condition err_bad_mr."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class MrInvalid(IdentifierRule):
    """An MR number does not have the form of one.

    ## What it does
    Finds values of `mr` that Citation Style 1 does not accept. It wants up to seven digits.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |mr=MR 0123456}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |mr=0123456}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "mr-invalid"
    condition = "err_bad_mr"
    identifier = "MR number"

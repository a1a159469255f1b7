"""osti-invalid: the condition err_bad_osti."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class OstiInvalid(IdentifierRule):
    """An OSTI number does not have the form of one.

    ## What it does
    Finds values of `osti` that Citation Style 1 does not accept. It wants digits. Numbers that are
    too high for the day on which the list of limits was made are left alone: they may have been
    given since.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |osti=OSTI 4367507}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |osti=4367507}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "osti-invalid"
    condition = "err_bad_osti"
    identifier = "OSTI number"

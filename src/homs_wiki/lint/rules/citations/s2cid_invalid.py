"""s2cid-invalid: the condition err_bad_s2cid."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class S2cidInvalid(IdentifierRule):
    """An S2CID does not have the form of one.

    ## What it does
    Finds values of `s2cid` that Citation Style 1 does not accept. It wants digits that do not
    begin with zero. Numbers that are too high for the day on which the list of limits was made are
    left alone: they may have been given since.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |s2cid=S2CID 37220927}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |s2cid=37220927}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "s2cid-invalid"
    condition = "err_bad_s2cid"
    identifier = "S2CID"

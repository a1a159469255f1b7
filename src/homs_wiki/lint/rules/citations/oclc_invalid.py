"""oclc-invalid: the condition err_bad_oclc."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class OclcInvalid(IdentifierRule):
    """An OCLC number does not have the form of one.

    ## What it does
    Finds values of `oclc` that Citation Style 1 does not accept. It wants digits, perhaps with one
    of the library's own prefixes. Numbers that are too high for the day on which the list of
    limits was made are left alone: they may have been given since.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |oclc=123 456}}
    ```

    ## Fix safety
    Where a superfluous prefix, a wrong dash or a small letter is all that is wrong, the fix mends
    it. It is safe: the number is the same.
    """

    name = "oclc-invalid"
    condition = "err_bad_oclc"
    identifier = "OCLC number"

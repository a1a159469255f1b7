"""zbl-invalid: the condition err_bad_zbl."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class ZblInvalid(IdentifierRule):
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
    identifier = "Zbl number"
    may_be_meant = False

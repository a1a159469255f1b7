"""citeseerx-invalid: the condition err_bad_citeseerx."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class CiteseerxInvalid(IdentifierRule):
    """A CiteSeerX identifier does not have the form of one.

    ## What it does
    Finds values of `citeseerx` that Citation Style 1 does not accept. It wants `10.1.1.` and two
    numbers of up to four digits.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |citeseerx=176.341}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |citeseerx=10.1.1.176.341}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "citeseerx-invalid"
    condition = "err_bad_citeseerx"
    identifier = "CiteSeerX identifier"
    may_be_meant = False

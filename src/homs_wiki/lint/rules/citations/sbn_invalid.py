"""sbn-invalid: the condition err_bad_sbn."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class SbnInvalid(IdentifierRule):
    """An SBN does not have the form of one.

    ## What it does
    Finds values of `sbn` that Citation Style 1 does not accept. It wants nine digits with a right
    check digit.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |sbn=306-40615-3}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "sbn-invalid"
    condition = "err_bad_sbn"
    identifier = "SBN"
    may_be_meant = False

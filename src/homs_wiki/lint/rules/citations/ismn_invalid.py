"""ismn-invalid: the condition err_bad_ismn."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class IsmnInvalid(IdentifierRule):
    """An ISMN does not have the form of one.

    ## What it does
    Finds values of `ismn` that Citation Style 1 does not accept. It wants 13 digits that begin
    with 979-0, with a right check digit. The older form that begins with M, which the standard
    still knows, is not accepted.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |ismn=979-0-2600-0043-9}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "ismn-invalid"
    condition = "err_bad_ismn"
    identifier = "ISMN"
    may_be_meant = False

"""biorxiv-invalid: the condition err_bad_biorxiv."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class BiorxivInvalid(IdentifierRule):
    """A bioRxiv identifier does not have the form of one.

    ## What it does
    Finds values of `biorxiv` that Citation Style 1 does not accept. It wants a whole DOI that
    begins with `10.1101/`.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |biorxiv=078733}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges of Hilltown |date=1990 |biorxiv=10.1101/078733}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "biorxiv-invalid"
    condition = "err_bad_biorxiv"
    identifier = "bioRxiv identifier"
    may_be_meant = False

"""medrxiv-invalid: the condition err_bad_medrxiv."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class MedrxivInvalid(IdentifierRule):
    """A medRxiv identifier does not have the form of one.

    ## What it does
    Finds values of `medrxiv` that Citation Style 1 does not accept. It wants `10.1101/`, a day
    since 2020 and eight digits, with a version behind them or not. Only newer editions of the
    module look for this.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite medRxiv |title=Bridges of Hilltown |date=2020 |medrxiv=2023200}}
    ```

    ## Use instead
    ```wikitext
    {{cite medRxiv |title=Bridges of Hilltown |date=2020 |medrxiv=10.1101/2020.11.16.20232009}}
    ```

    ## Fix safety
    There is no fix: the right number has to be looked up.
    """

    name = "medrxiv-invalid"
    condition = "err_bad_medrxiv"
    identifier = "medRxiv identifier"
    may_be_meant = False

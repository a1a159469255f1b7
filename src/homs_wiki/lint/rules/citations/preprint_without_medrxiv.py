"""preprint-without-medrxiv: the condition err_medrxiv_missing."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class PreprintWithoutMedrxiv(ConditionRule):
    """A citation of a preprint at medRxiv does not say which.

    ## What it does
    Finds `{{cite medRxiv}}` without `medrxiv`. Only newer editions of the module look for this.

    ## Why it matters
    The template is made for this number; without it readers cannot find the preprint, and an error
    is shown.

    ## Example
    ```wikitext
    {{cite medRxiv |last=Miller |title=Bridges |date=2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite medRxiv |last=Miller |title=Bridges |date=2020 |medrxiv=10.1101/2020.11.16.20232009}}
    ```

    ## Fix safety
    There is no fix: the number has to be looked up.
    """

    name = "preprint-without-medrxiv"
    condition = "err_medrxiv_missing"
    message = "the citation has no valid “{other}”, which its template is for"

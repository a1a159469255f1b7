"""doi-broken-date-without-doi: the condition err_doibroken_missing_doi."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._needless import NeedlessRule


class DoiBrokenDateWithoutDoi(NeedlessRule):
    """A citation says since when its DOI does not work, but has no DOI.

    ## What it does
    Finds `doi-broken-date` without `doi`.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |doi-broken-date=May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the DOI may be what is missing.
    """

    name = "doi-broken-date-without-doi"
    condition = "err_doibroken_missing_doi"

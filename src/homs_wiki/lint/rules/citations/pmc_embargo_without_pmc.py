"""pmc-embargo-without-pmc: the condition err_embargo_missing_pmc."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._needless import NeedlessRule


class PmcEmbargoWithoutPmc(NeedlessRule):
    """A citation says until when its article is not free, but has no PMC number.

    ## What it does
    Finds `pmc-embargo-date` without `pmc`.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc-embargo-date=1 May 2027}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the number may be what is missing.
    """

    name = "pmc-embargo-without-pmc"
    condition = "err_embargo_missing_pmc"

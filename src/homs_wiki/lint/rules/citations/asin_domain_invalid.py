"""asin-domain-invalid: the condition err_bad_asin_tld."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class AsinDomainInvalid(ConditionRule):
    """The domain of an ASIN is none of Amazon's.

    ## What it does
    Finds values of `asin-tld` that are no top-level domain under which Amazon sells.

    ## Why it matters
    The link leads nowhere, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |asin=B00005N5PF |asin-tld=UK}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |asin=B00005N5PF |asin-tld=co.uk}}
    ```

    ## Fix safety
    There is no fix: which domain was meant is open.
    """

    name = "asin-domain-invalid"
    condition = "err_bad_asin_tld"
    message = "“{value}” is no value for “{name}”"

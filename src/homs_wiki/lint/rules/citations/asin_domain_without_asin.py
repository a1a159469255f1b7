"""asin-domain-without-asin: the condition err_asintld_missing_asin."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class AsinDomainWithoutAsin(ConditionRule):
    """A citation has the domain of an ASIN, but no ASIN.

    ## What it does
    Finds `asin-tld` without `asin`.

    ## Why it matters
    The domain alone links nothing; an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |asin-tld=de}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |asin=B00005N5PF |asin-tld=de}}
    ```

    ## Fix safety
    There is no fix: the ASIN has to be looked up.
    """

    name = "asin-domain-without-asin"
    condition = "err_asintld_missing_asin"
    message = "“{name}” has no effect without “{other}”"

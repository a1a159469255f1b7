"""pmc-embargo-over: the condition maint_pmc_embargo."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._needless import NeedlessRule


class PmcEmbargoOver(NeedlessRule):
    """The day until which an article was not free is over.

    ## What it does
    Finds `pmc-embargo-date` with a day in the past.

    ## Why it matters
    The parameter does nothing any more.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc=1852221 |pmc-embargo-date=1 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pmc=1852221}}
    ```

    ## Fix safety
    The fix takes out the date. It is safe: the same is shown.
    """

    name = "pmc-embargo-over"
    condition = "maint_pmc_embargo"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the embargo ended on {value}"
    may_go = True

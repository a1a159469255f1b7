"""doi-broken: the condition maint_doi_inactive_dated."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class DoiBroken(ConditionRule):
    """A DOI does not work.

    ## What it does
    Finds `doi` with `doi-broken-date`.

    ## Why it matters
    Readers cannot get to the source by it; perhaps it works again, or there is another.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |doi=10.1000/182 |doi-broken-date=May 2020}}
    ```

    ## Fix safety
    There is no fix: somebody has to try the DOI.
    """

    name = "doi-broken"
    condition = "maint_doi_inactive_dated"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the DOI has not worked since {value}"

"""doi-broken-undated: the condition maint_doi_inactive."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class DoiBrokenUndated(ConditionRule):
    """A DOI does not work, and nobody says since when.

    ## What it does
    Finds `doi-broken-date` without a year.

    ## Why it matters
    The date tells whoever tends these references when to try again.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |doi=10.1000/182 |doi-broken-date=yes}}
    ```

    ## Fix safety
    There is no fix: the day is not known.
    """

    name = "doi-broken-undated"
    condition = "maint_doi_inactive"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the DOI is said not to work, but not since when"

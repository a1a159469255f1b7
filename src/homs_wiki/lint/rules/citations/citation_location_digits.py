"""citation-location-digits: the condition maint_location."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationLocationDigits(ConditionRule):
    """The place of publication has a digit in it.

    ## What it does
    Finds digits in `location` and `publication-place`.

    ## Why it matters
    Addresses and postal codes do not belong there, nor pages and years.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |location=5 River Street, Hilltown}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |location=Hilltown}}
    ```

    ## Fix safety
    There is no fix: what is the place only a person can tell.
    """

    name = "citation-location-digits"
    condition = "maint_location"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” has digits, which names of places do not have"

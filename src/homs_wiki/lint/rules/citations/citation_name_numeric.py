"""citation-name-numeric: the condition maint_numeric_names."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationNameNumeric(ConditionRule):
    """A name has no letter in it.

    ## What it does
    Finds names of digits and marks alone. A name in `((…))` is left alone. In newer editions of the
    module this is an error, and the rule `citation-name-without-letter` reports it.

    ## Why it matters
    Mostly a date or a number came into the wrong parameter.

    ## Example
    ```wikitext
    {{cite book |last=1990 |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990}}
    ```

    ## Fix safety
    There is no fix: where it belongs only a person can tell.
    """

    name = "citation-name-numeric"
    condition = "maint_numeric_names"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” has no letter and is no name"

"""citation-names-joined: the condition maint_mult_names."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationNamesJoined(ConditionRule):
    """One parameter holds several names.

    ## What it does
    Finds more than one comma, or a semicolon, in a parameter for one person. A name in `((…))` is
    left alone.

    ## Why it matters
    The names are not sorted, linked or counted; “et al.” and short footnotes come out wrong.

    ## Example
    ```wikitext
    {{cite book |author=Miller, Ann; Stone, Carl |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last1=Miller |first1=Ann |last2=Stone |first2=Carl |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: which is whose name only a person can tell.
    """

    name = "citation-names-joined"
    condition = "maint_mult_names"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” looks like several names"

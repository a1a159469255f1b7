"""citation-authors-unsplit: the condition maint_authors."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationAuthorsUnsplit(ConditionRule):
    """Authors are given as one text.

    ## What it does
    Finds `authors`, where it counts. Newer editions of the module do not know it.

    ## Why it matters
    The names are not sorted, linked or counted; nothing can point to the source by them.

    ## Example
    ```wikitext
    {{cite book |authors=Ann Miller and Carl Stone |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last1=Miller |first1=Ann |last2=Stone |first2=Carl |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: which is whose name only a person can tell.
    """

    name = "citation-authors-unsplit"
    condition = "maint_authors"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” holds names that are not told apart"

"""doi-check-skipped: the condition maint_doi_ignore."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class DoiCheckSkipped(ConditionRule):
    """The check of a DOI is switched off.

    ## What it does
    Finds `doi` in `((…))`.

    ## Why it matters
    An editor says that the number is right as the source has it. It may be a typing error
    nevertheless.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |doi=((12345))}}
    ```

    ## Fix safety
    There is no fix: the source has to be looked at.
    """

    name = "doi-check-skipped"
    condition = "maint_doi_ignore"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{name}” is marked as right, so nobody checks it"

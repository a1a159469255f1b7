"""issn-check-skipped: the condition maint_issn_ignore."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class IssnCheckSkipped(ConditionRule):
    """The check of an ISSN is switched off.

    ## What it does
    Finds `issn` and `eissn` in `((…))`.

    ## Why it matters
    An editor says that the number is right as the source has it. It may be a typing error
    nevertheless.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |issn=((12345))}}
    ```

    ## Fix safety
    There is no fix: the source has to be looked at.
    """

    name = "issn-check-skipped"
    condition = "maint_issn_ignore"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{name}” is marked as right, so nobody checks it"

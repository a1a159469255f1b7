"""isbn-check-skipped: the condition maint_isbn_ignore."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class IsbnCheckSkipped(ConditionRule):
    """The check of an ISBN is switched off.

    ## What it does
    Finds `isbn` and `sbn` in `((…))`.

    ## Why it matters
    An editor says that the number is right as the source has it. It may be a typing error
    nevertheless.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |isbn=((12345))}}
    ```

    ## Fix safety
    There is no fix: the source has to be looked at.
    """

    name = "isbn-check-skipped"
    condition = "maint_isbn_ignore"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{name}” is marked as right, so nobody checks it"

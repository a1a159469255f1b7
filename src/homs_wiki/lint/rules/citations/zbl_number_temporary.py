"""zbl-number-temporary: the condition maint_zbl."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class ZblNumberTemporary(ConditionRule):
    """A number of Zentralblatt is one that was given for a time only.

    ## What it does
    Finds `zbl` with eight digits and no full stop.

    ## Why it matters
    Such a number is replaced by a final one, and then no longer found.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |zbl=12345678}}
    ```

    ## Fix safety
    There is no fix: the final number has to be looked up.
    """

    name = "zbl-number-temporary"
    condition = "maint_zbl"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” is a number that was given for a time only"

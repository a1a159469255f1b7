"""bibcode-temporary: the condition maint_bibcode."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class BibcodeTemporary(ConditionRule):
    """A bibcode is a temporary one.

    ## What it does
    Finds values of `bibcode` with `.tmp.` in them, which are given until an article has its volume
    and pages. Only newer editions of the module look for this.

    ## Why it matters
    It is replaced by another in time, and then leads nowhere.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |date=2020 |bibcode=2020MNRAS.tmp..123M}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |date=2020 |bibcode=2020MNRAS.491.1234M}}
    ```

    ## Fix safety
    There is no fix: the lasting one has to be looked up.
    """

    name = "bibcode-temporary"
    condition = "maint_bibcode"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” is a temporary bibcode"

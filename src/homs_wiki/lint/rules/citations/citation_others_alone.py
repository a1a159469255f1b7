"""citation-others-alone: the condition maint_others."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationOthersAlone(ConditionRule):
    """A citation names others, but neither author nor editor.

    ## What it does
    Finds `others` without a list of authors or editors.

    ## Why it matters
    Others are those beside the authors; alone they are somebody else: editors or translators have
    parameters of their own.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |others=Ann Miller}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |editor=Ann Miller}}
    ```

    ## Fix safety
    There is no fix: what the person did only a person can tell.
    """

    name = "citation-others-alone"
    condition = "maint_others"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” is given, but no author or editor"

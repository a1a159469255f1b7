"""citation-others-alone-media: the condition maint_others_avm."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationOthersAloneMedia(ConditionRule):
    """A citation of a film or record names others, but nobody who made it.

    ## What it does
    Finds `others` in `{{cite AV media}}` and `{{cite AV media notes}}` without a list of authors
    or editors.

    ## Why it matters
    Whoever made it has the parameters for people.

    ## Example
    ```wikitext
    {{cite AV media |title=Bridges |others=Ann Miller (director)}}
    ```

    ## Use instead
    ```wikitext
    {{cite AV media |title=Bridges |people=Ann Miller (director)}}
    ```

    ## Fix safety
    There is no fix: what the person did only a person can tell.
    """

    name = "citation-others-alone-media"
    condition = "maint_others_avm"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” is given, but no author or editor"

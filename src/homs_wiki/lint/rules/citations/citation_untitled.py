"""citation-untitled: the condition maint_untitled."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationUntitled(ConditionRule):
    """The title of an article is left out.

    ## What it does
    Finds `title=none` and `title=off` in citations of journals, and `title=(())`.

    ## Why it matters
    Some styles do without it; readers find the article more easily with it.

    ## Example
    ```wikitext
    {{cite journal |title=none |journal=Rivers |volume=4 |pages=5–9}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |volume=4 |pages=5–9}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """

    name = "citation-untitled"
    condition = "maint_untitled"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the title is left out on purpose"

"""citation-anchor-default: the condition maint_ref_duplicates_default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._needless import NeedlessRule

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case


class CitationAnchorDefault(NeedlessRule):
    """A citation is given the anchor that it has by itself.

    ## What it does
    Finds `ref` with the anchor that the module makes of the names and the year.

    ## Why it matters
    It has to be kept in step by hand when a name is mended, for nothing.

    ## Example
    ```wikitext
    {{cite book |last=Miller |title=Bridges |date=1990 |ref=CITEREFMiller1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last=Miller |title=Bridges |date=1990}}
    ```

    ## Fix safety
    The fix takes it out. It is safe: the anchor stays the same.
    """

    name = "citation-anchor-default"
    condition = "maint_ref_duplicates_default"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” says what would be so without it"
    may_go = True

    def concerns(self, case: Case) -> bool:
        """Leave citations alone that have no anchor of their own."""
        return bool(case.condition.parameters)

"""citation-setting-overridden: the condition maint_overridden_setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import safely_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationSettingOverridden(ConditionRule):
    """A citation asks for a style that the page sets otherwise for all of them.

    ## What it does
    Finds `mode`, `name-list-style`, `display-authors` and the like where `{{CS1 config}}` on the
    page sets the same. An `et al.` that the page would write itself is left alone. Only newer
    editions of the module look for this.

    ## Why it matters
    It counts for nothing, and misleads whoever edits the citation.

    ## Example
    ```wikitext
    {{CS1 config |mode=cs2}}
    {{cite book |title=Bridges |date=1990 |mode=cs1}}
    ```

    ## Use instead
    ```wikitext
    {{CS1 config |mode=cs2}}
    {{cite book |title=Bridges |date=1990}}
    ```

    ## Fix safety
    The fix takes the parameter out. It is safe: nothing is shown of it.
    """

    name = "citation-setting-overridden"
    condition = "maint_overridden_setting"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{name}” counts for nothing: the page sets it for all citations"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the citation without the parameter."""
        if len(case.condition.parameters) == 1:
            yield safely_removed(case.parameter)

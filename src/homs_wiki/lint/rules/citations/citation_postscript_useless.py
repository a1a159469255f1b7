"""citation-postscript-useless: the condition maint_postscript."""

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


class CitationPostscriptUseless(ConditionRule):
    """The mark at the end of a citation is the usual one, or more than one.

    ## What it does
    Finds `postscript` with a full stop in Citation Style 1, with `none` in Citation Style 2, and
    with more than one character.

    ## Why it matters
    The usual mark need not be given, and longer texts are none.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |postscript=.}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out a mark that is the usual one. It is safe.
    """

    name = "citation-postscript-useless"
    condition = "maint_postscript"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” is no value for “{name}”"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take out the usual mark."""
        if case.value.lower() in (".", "none"):
            yield safely_removed(case.parameter)

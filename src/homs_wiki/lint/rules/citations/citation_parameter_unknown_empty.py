"""citation-parameter-unknown-empty: the condition err_param_unknown_empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import all_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationParameterUnknownEmpty(ConditionRule):
    """A citation has empty parameters that its template does not have.

    ## What it does
    Finds parameters without a value whose name is unknown or deprecated, and pipes with nothing
    behind them.

    ## Why it matters
    They show nothing, but an error; often they are what is left of a typing mistake.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |colour= |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990}}
    ```

    ## Fix safety
    The fix takes them out. It is safe: they hold nothing.
    """

    name = "citation-parameter-unknown-empty"
    condition = "err_param_unknown_empty"
    severity = Severity.WARNING
    message = "empty parameters that the template does not have: {other}"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take all of them out."""
        yield all_removed(case.condition.parameters)

"""citation-keyword-invalid: the condition err_invalid_param_val."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values, safely_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationKeywordInvalid(ConditionRule):
    """A parameter that takes certain words has another.

    ## What it does
    Finds other values of `url-status`, `url-access` and the like, `mode`, `df`, `name-list-style`,
    `no-pp` and `no-tracking` than those that the module knows, and `ref=harv`.

    ## Why it matters
    The parameter does nothing; an error is shown.

    ## Example
    ```wikitext
    {{cite book |last=Miller |title=Bridges |date=1990 |ref=harv}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last=Miller |title=Bridges |date=1990}}
    ```

    ## Fix safety
    The fix takes out `ref=harv`, which is what the module does by itself, and writes words in
    small letters. Both are safe.
    """

    name = "citation-keyword-invalid"
    condition = "err_invalid_param_val"
    message = "“{value}” is no value for “{name}”"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take out ``ref=harv``, else the word in small letters."""
        parameter, value = case.parameter, case.value
        if value == "harv":
            yield safely_removed(parameter)
        else:
            yield from new_values(parameter, [value.lower()])

"""citation-parameter-redundant: the condition err_redundant_parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import safely_removed, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationParameterRedundant(ConditionRule):
    """Two parameters of a citation mean the same, or exclude each other.

    ## What it does
    Finds parameters that are two names of one (`last` and `author`), and those of which only one
    can count (`page` and `pages`, `last` and `vauthors`).

    ## Why it matters
    One of them is not shown, perhaps the right one; an error is.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |access-date=3 May 2020 |accessdate=3 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |access-date=3 May 2020}}
    ```

    ## Fix safety
    Where two names of one parameter have the same value the fix takes out the one that does not
    count. It is safe.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-parameter-redundant"
    condition = "err_redundant_parameters"
    message = "“{name}” and “{other}” are given, and only one of them counts"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take out the one that doesn't count, if both say the same."""
        if len(case.condition.parameters) == 2:
            extra, held = case.condition.parameters
            if text_of(extra) is not None and text_of(extra) == text_of(held):
                yield safely_removed(extra)

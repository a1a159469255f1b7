"""citation-parameter-deprecated: the condition err_deprecated_params."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_SUCCESSORS = {"transcripturl": "transcript-url"}


class CitationParameterDeprecated(ConditionRule):
    """A citation uses a parameter that is about to go.

    ## What it does
    Finds parameters that the template still knows, but that are deprecated.

    ## Why it matters
    They will stop to work; an error is shown already.

    ## Example
    ```wikitext
    {{cite episode |series=Rivers |transcript=Text |transcripturl=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite episode |series=Rivers |transcript=Text |transcript-url=https://example.org}}
    ```

    ## Fix safety
    Where there is an exact successor the fix writes that name. It is safe.
    """

    name = "citation-parameter-deprecated"
    condition = "err_deprecated_params"
    severity = Severity.WARNING
    message = "“{name}” is deprecated"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the exact successor."""
        parameter = case.parameter
        if parameter.name in _SUCCESSORS:
            yield from new_names(parameter, _SUCCESSORS[parameter.name], safe=True)

"""citation-pipe-missing: the condition err_missing_pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.source import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.rules.citations._condition import Case


class CitationPipeMissing(ConditionRule):
    """A pipe is missing between two parameters.

    ## What it does
    Finds values in which the name of a parameter and an equals sign stand.

    ## Why it matters
    The second parameter is read as a part of the first, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges publisher=River Press}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press}}
    ```

    ## Fix safety
    The fix sets the pipe. It is not safe: the text may belong to a title.
    """

    name = "citation-pipe-missing"
    condition = "err_missing_pipe"
    message = "a pipe is missing before “{other}”"
    touches = frozenset({"parameter"})

    def place(self, case: Case) -> Span:
        """Return the name in the value."""
        return _place(case) or super().place(case)

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the pipe before the name."""
        place = _place(case)
        if place is not None:
            edit = Edit(place.start, place.start, "|")
            yield Fix((edit,), safe=False, description="Set the pipe")


def _place(case: Case) -> Span | None:
    parameter, name = case.parameter, re.escape(case.condition.values["other"])
    match = re.compile(rf"\s({name})\s*=").search(parameter.source, *parameter.value_span)
    return Span(*match.span(1)) if match else None

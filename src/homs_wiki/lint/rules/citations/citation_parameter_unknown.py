"""citation-parameter-unknown: the condition err_parameter_ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import name_span

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.source import Span


class CitationParameterUnknown(ConditionRule):
    """A citation template does not have the parameter.

    ## What it does
    Finds parameters with a value whose name the template does not know, and for which it knows no
    better one. On wikis where parameters have names of their own that are not all known here,
    names in the wiki's language are left alone.

    ## Why it matters
    Nothing is shown of the value; an error is.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |colour=red}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: where the value belongs only a person can tell.
    """

    name = "citation-parameter-unknown"
    condition = "err_parameter_ignored"
    message = "the template has no parameter “{name}”"

    def place(self, case: Case) -> Span:
        """Return the name."""
        return name_span(case.parameter)

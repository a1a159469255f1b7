"""citation-parameter-unknown: the condition err_parameter_ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_names
from homs_wiki.lint.rules.citations._parameters import name_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.source import Span

_LIKELY = "the template has no parameter “{name}”; perhaps “{other}” is meant"


class CitationParameterUnknown(ConditionRule):
    """A citation template does not have the parameter.

    ## What it does
    Finds parameters with a value whose name the template does not know, and for which it knows no
    better one. Where a single parameter differs from it by one letter, or by two that changed
    places, that one is named. On wikis where parameters have names of their own that are not all
    known here, names in the wiki's language are left alone.

    ## Why it matters
    Nothing is shown of the value; an error is.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |languge=fr}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |language=fr}}
    ```

    ## Fix safety
    The fix writes the name that differs by a letter, if the citation has no such parameter yet
    and the module has nothing against its value. It is not safe: another one may be meant.
    """

    name = "citation-parameter-unknown"
    condition = "err_parameter_ignored"
    message = "the template has no parameter “{name}”"
    touches = frozenset({"parameter"})

    def place(self, case: Case) -> Span:
        """Return the name."""
        return name_span(case.parameter)

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the name that is a slip away."""
        from homs_wiki.lint.rules.citations._slips import meant  # few pages have such names

        name = meant(case.parameter.name)
        if name is not None and case.citation.template.get(name) is None:
            yield from new_names(case.parameter, name, safe=False)

    def finding(self, span: tuple[int, int], fix: Fix | None = None, **values: object) -> Finding:
        """Return a finding; one that has a fix says which name is meant."""
        if fix is None:
            return super().finding(span, fix, **values)
        found = super().finding(span, fix, **values, other=fix.edits[0].text)
        return found._replace(template=_LIKELY)

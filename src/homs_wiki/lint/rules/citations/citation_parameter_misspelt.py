"""citation-parameter-misspelt: the condition err_parameter_ignored_suggest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_names, safely_removed
from homs_wiki.lint.rules.citations._parameters import name_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.source import Span

# Values of the parameter that url-status has replaced.
_STATUS = {
    "bot: unknown": "bot: unknown", "dead": "dead", "live": "live", "n": "live", "no": "live",
    "true": "dead", "unfit": "unfit", "usurped": "usurped", "y": "dead", "yes": "dead",
}  # fmt: skip
_YES = frozenset({"true", "y", "yes"})


class CitationParameterMisspelt(ConditionRule):
    """A citation template does not have the parameter, but one of a similar name or meaning.

    ## What it does
    Finds parameters whose name is known as a misspelling, as an old name, or as one in another
    language.

    ## Why it matters
    Nothing is shown of the value; an error is.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |Publisher=River Press}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press}}
    ```

    ## Fix safety
    The fix writes the name that is meant, unless that parameter has a value already; of the old
    `dead-url`, `subscription` and `registration` it also writes the value anew, and it takes out
    `dead-url=no` where there is no copy. It is safe for these, and where only capitals, hyphens or
    spaces differ.
    """

    name = "citation-parameter-misspelt"
    condition = "err_parameter_ignored_suggest"
    message = "the template has no parameter “{name}”; perhaps “{other}” is meant"
    touches = frozenset({"parameter"})

    def place(self, case: Case) -> Span:
        """Return the name."""
        return name_span(case.parameter)

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the name that is meant."""
        parameter, name = case.parameter, case.condition.values["other"]
        if case.citation.template.get(name) is not None:
            return  # which of the two counts only a person can tell
        if name == "url-status":
            word = _STATUS.get(case.value.lower())
            if word:
                yield from new_names(parameter, name, safe=True, value=word)
            if word == "live":
                yield safely_removed(parameter)  # without a copy it says nothing
        elif name == "url-access":
            if case.value.lower() in _YES:
                yield from new_names(parameter, name, safe=True, value=parameter.name)
        else:
            yield from new_names(parameter, name, safe=_folded(parameter.name) == name)


def _folded(name: str) -> str:
    return "-".join(re.split(r"[ _-]+", name.lower()))

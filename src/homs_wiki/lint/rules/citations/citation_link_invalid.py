"""citation-link-invalid: the condition err_bad_paramlink."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_TITLE = compiled(r"\[\[:?([^\[\]|<>{}]+)\]\]")


class CitationLinkInvalid(ConditionRule):
    """A link of a citation is none.

    ## What it does
    Finds `author-link` and the like, `title-link` and `series-link` with brackets, an address or
    another language's prefix in it or beside a name that is linked already; first names that are
    links; and links to other languages without a colon before the prefix.

    ## Why it matters
    The link does not work or turns up in the list of languages; an error is shown.

    ## Example
    ```wikitext
    {{cite book |last=Miller |author-link=[[Ann Miller]] |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last=Miller |author-link=Ann Miller |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out brackets round the whole title of an article, and sets the colon. Both are
    safe.
    """

    name = "citation-link-invalid"
    condition = "err_bad_paramlink"
    message = "“{value}” {reason}"
    touches = frozenset({"link"})

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the link and what is wrong with it."""
        if case.condition.values.get("reason") == "linked":
            reason = Phrase("cannot be linked to: there is a link already in what would be it")
        else:
            reason = Phrase("is no link that can stand in “{name}”", name=case.parameter.name)
        return {"value": case.shown, "reason": reason}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the title alone, and the link with a colon before the prefix."""
        parameter, value = case.parameter, case.value
        if case.condition.values.get("reason") == "language":
            yield from new_values(parameter, [re.sub(r"\[\[(?=[A-Za-z]+:)", "[[:", value)])
        elif match := _TITLE.fullmatch(value):
            # A first name would lose its link.
            yield from new_values(parameter, [match[1]], safe="link" in parameter.name)

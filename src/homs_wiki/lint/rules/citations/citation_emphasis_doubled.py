"""citation-emphasis-doubled: the condition err_apostrophe_markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_WHOLE = compiled(r"''+([^']+)''+")


class CitationEmphasisDoubled(ConditionRule):
    """The name of a work or publisher is emphasised by hand.

    ## What it does
    Finds two or more apostrophes in the name of a periodical or website, or of a publisher.

    ## Why it matters
    The template sets works in italics itself, so that those set by hand undo it. An error is
    shown.

    ## Example
    ```wikitext
    {{cite news |title=Bridge opens |newspaper=''Hilltown Post''}}
    ```

    ## Use instead
    ```wikitext
    {{cite news |title=Bridge opens |newspaper=Hilltown Post}}
    ```

    ## Fix safety
    Where the whole value is emphasised the fix takes the apostrophes out. It is safe for works,
    not for publishers.
    """

    name = "citation-emphasis-doubled"
    condition = "err_apostrophe_markup"
    message = "“{name}” is emphasised, which the template does where it belongs"
    touches = frozenset({"link"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the name alone if all of it is emphasised."""
        parameter = case.parameter
        if match := _WHOLE.fullmatch(case.value):
            safe = parameter is case.citation.get("work")
            yield from new_values(parameter, [match[1]], safe=safe)

"""edition-text-extra: the condition err_extra_text_edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_WORD = compiled(r" *(?<![A-Za-z])[Ee](?:d\.?|dn\.?|dition)\Z")


class EditionTextExtra(ConditionRule):
    """The word for an edition stands in the citation twice.

    ## What it does
    Finds values of `edition` that end in “ed.”, “edn” or “edition”.

    ## Why it matters
    The template writes it too, so that readers see it twice. An error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |edition=2nd ed.}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |edition=2nd}}
    ```

    ## Fix safety
    The fix takes out the word if something is left. It is safe.
    """

    name = "edition-text-extra"
    condition = "err_extra_text_edition"
    severity = Severity.WARNING
    message = "“{value}” repeats the words that the template writes before or after it"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value without the word."""
        yield from new_values(case.parameter, [_WORD.sub("", case.value)])

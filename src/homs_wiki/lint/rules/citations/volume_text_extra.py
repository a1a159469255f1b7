"""volume-text-extra: the condition err_extra_text_volume."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_WORD = compiled(r"\A(?:volumes?|vols?)[.:]? *(?=[0-9]|[IVXLC]+\b)", re.IGNORECASE)


class VolumeTextExtra(ConditionRule):
    """The word for a volume stands in the citation twice.

    ## What it does
    Finds values of `volume` that begin with “vol.” or “volume”.

    ## Why it matters
    The template writes it too, so that readers see it twice.

    ## Example
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |volume=Vol. 4}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |volume=4}}
    ```

    ## Fix safety
    Where a number is left the fix takes out the word. It is safe.
    """

    name = "volume-text-extra"
    condition = "err_extra_text_volume"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” repeats the words that the template writes before or after it"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value without the word."""
        yield from new_values(case.parameter, [_WORD.sub("", case.value)])

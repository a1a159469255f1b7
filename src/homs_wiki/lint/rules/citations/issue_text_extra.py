"""issue-text-extra: the condition err_extra_text_issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import new_values
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case

_WORD = compiled(r"\A(?:issue|iss|number|nos?|nr|n)[.:=]? *(?=[0-9])", re.IGNORECASE)


class IssueTextExtra(ConditionRule):
    """The word for an issue stands in the citation twice.

    ## What it does
    Finds values of `issue` and `number` that begin with “no.”, “issue” and the like.

    ## Why it matters
    The template writes it too, so that readers see it twice. An error is shown.

    ## Example
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |issue=No. 5}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |journal=Rivers |title=Bridges |issue=5}}
    ```

    ## Fix safety
    Where a number is left the fix takes out the word. It is safe.
    """

    name = "issue-text-extra"
    condition = "err_extra_text_issue"
    severity = Severity.WARNING
    message = "“{value}” repeats the words that the template writes before or after it"

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the value without the word."""
        yield from new_values(case.parameter, [_WORD.sub("", case.value)])

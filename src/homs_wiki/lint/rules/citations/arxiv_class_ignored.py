"""arxiv-class-ignored: the condition err_class_ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import safely_removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class ArxivClassIgnored(ConditionRule):
    """A class is given beside an arXiv identifier that names its own.

    ## What it does
    Finds `class` in `{{cite arXiv}}` with an identifier of before April 2007, which begins with
    the archive.

    ## Why it matters
    The class is not shown; an error is.

    ## Example
    ```wikitext
    {{cite arXiv |title=Bridges |eprint=math.GT/0309136 |class=math.GT}}
    ```

    ## Use instead
    ```wikitext
    {{cite arXiv |title=Bridges |eprint=math.GT/0309136}}
    ```

    ## Fix safety
    The fix takes out the class. It is safe: nothing is shown of it.
    """

    name = "arxiv-class-ignored"
    condition = "err_class_ignored"
    message = "“{name}” has no effect in this template"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield safely_removed(case.parameter)

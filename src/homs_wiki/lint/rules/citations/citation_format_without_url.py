"""citation-format-without-url: the condition err_format_missing_url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class CitationFormatWithoutUrl(ConditionRule):
    """A citation names the format of a file, but not where the file is.

    ## What it does
    Finds `format`, `chapter-format`, `archive-format` and the like without the address that they
    belong to.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |format=PDF}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out the format. It is not safe, because the address may be what is missing.
    """

    name = "citation-format-without-url"
    condition = "err_format_missing_url"
    message = "“{name}” has no effect without “{other}”"
    touches = frozenset({"parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        yield remove(case.parameter)

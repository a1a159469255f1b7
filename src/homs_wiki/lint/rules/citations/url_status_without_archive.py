"""url-status-without-archive: the condition maint_url_status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._parameters import remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.rules.citations._condition import Case


class UrlStatusWithoutArchive(ConditionRule):
    """A citation says whether its address is alive, but has no copy.

    ## What it does
    Finds `url-status` without an `archive-url` that can be used.

    ## Why it matters
    The parameter tells which of the two the title links to; alone it does nothing.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |url-status=live}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org}}
    ```

    ## Fix safety
    The fix takes it out. It is safe for `live`; that an address is dead is worth knowing, so for
    other words it is not.
    """

    name = "url-status-without-archive"
    condition = "maint_url_status"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” has no effect without “{other}”"
    touches = frozenset({"parameter"})

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the parameter and what it wants."""
        return {**super().values(case), "other": "archive-url"}

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to take it out."""
        fix = remove(case.parameter)
        yield fix._replace(safe=case.value == "live")

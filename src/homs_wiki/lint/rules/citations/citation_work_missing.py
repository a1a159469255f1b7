"""citation-work-missing: the condition err_missing_periodical."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.source import Span


class CitationWorkMissing(ConditionRule):
    """A citation of an article does not say in which periodical it stands.

    ## What it does
    Finds `{{cite journal}}` and `{{cite magazine}}` without the name of the periodical.

    ## Why it matters
    The article cannot be found. A book or a web page wants another template.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |volume=4 |date=May 2009}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |volume=4 |date=May 2009}}
    ```

    ## Fix safety
    There is no fix: the name has to be looked up.
    """

    name = "citation-work-missing"
    condition = "err_missing_periodical"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the citation does not say in which periodical"

    def place(self, case: Case) -> Span:
        """Return the whole case.citation."""
        return case.citation.template.span

"""isbn-unlike-date: the condition err_invalid_isbn_date."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class IsbnUnlikeDate(ConditionRule):
    """A source has an ISBN that is older than ISBNs are.

    ## What it does
    Finds `isbn` beside a date of before 1965, when there were none. An ISBN in `((…))` is left
    alone. Only newer editions of the module look for this.

    ## Why it matters
    It is that of a later edition, and pages and text may be others there. Cite the edition that was
    read, and give the older year as `orig-date`; the error is hidden from most readers.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=1950 |isbn=978-0-306-40615-7}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990 |orig-date=1950 |isbn=978-0-306-40615-7}}
    ```

    ## Fix safety
    There is no fix: which edition was read only a person can tell.
    """

    name = "isbn-unlike-date"
    condition = "err_invalid_isbn_date"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "a source of {other} has no ISBN: there were none before 1965"

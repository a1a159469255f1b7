"""location-without-publisher: the condition maint_location_no_publisher."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class LocationWithoutPublisher(ConditionRule):
    """A citation of a book says where it was published, but not by whom.

    ## What it does
    Finds `location` and `publication-place` without `publisher` in citations of books and of
    entries in encyclopedias, from 1850 on. Only newer editions of the module look for this.

    ## Why it matters
    The publisher tells more than the place, and is often what was forgotten.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |location=Hilltown |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |location=Hilltown |publisher=River Press |date=1990}}
    ```

    ## Fix safety
    There is no fix: the publisher has to be looked up. Where there is none, `publisher=none` says
    so.
    """

    name = "location-without-publisher"
    condition = "maint_location_no_publisher"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "where it was published is given, but not by whom"

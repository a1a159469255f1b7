"""publisher-with-location: the condition maint_publisher_location."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class PublisherWithLocation(ConditionRule):
    """A publisher has the place before it.

    ## What it does
    Finds values of `publisher` in `{{cite book}}` of the form “place : publisher”, as catalogues of
    libraries write it. Only newer editions of the module look for this.

    ## Why it matters
    The module writes the place and the colon itself, where `location` gives it; programs that read
    the citation take both for the name.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=1990 |publisher=Hilltown : River Press}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990 |location=Hilltown |publisher=River Press}}
    ```

    ## Fix safety
    There is no fix: the first part may be an imprint and no place.
    """

    name = "publisher-with-location"
    condition = "maint_publisher_location"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{value}” seems to hold more than the publisher"

"""citation-contributor-incomplete: the condition err_contributor_missing_required_param."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationContributorIncomplete(ConditionRule):
    """A citation names who contributed to a book, but not what, or not whose book it is.

    ## What it does
    Finds `contributor` without `contribution`, or without an author.

    ## Why it matters
    The name is not shown where it belongs; an error is.

    ## Example
    ```wikitext
    {{cite book |contributor=Miller |last=Stone |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |contributor=Miller |contribution=Foreword |last=Stone |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: what is missing has to be looked up.
    """

    name = "citation-contributor-incomplete"
    condition = "err_contributor_missing_required_param"
    message = "“{name}” has no effect without “{other}”"

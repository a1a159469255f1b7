"""citation-contributor-ignored: the condition err_contributor_ignored."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationContributorIgnored(ConditionRule):
    """A template that has no contributors is given one.

    ## What it does
    Finds `contributor` in other templates than `{{cite book}}` and `{{citation}}`, or beside a
    periodical.

    ## Why it matters
    The name is not shown; an error is.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |contributor=Miller}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |author=Miller}}
    ```

    ## Fix safety
    There is no fix: what the person did only a person can tell.
    """

    name = "citation-contributor-ignored"
    condition = "err_contributor_ignored"
    message = "“{name}” has no effect in this template"

"""citation-first-name-alone: the condition err_first_missing_last."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationFirstNameAlone(ConditionRule):
    """A citation has the first name of somebody, but not the last.

    ## What it does
    Finds first names whose number no last name has.

    ## Why it matters
    The name is not shown; an error is.

    ## Example
    ```wikitext
    {{cite book |first=Ann |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |first=Ann |last=Miller |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: the name has to be looked up.
    """

    name = "citation-first-name-alone"
    condition = "err_first_missing_last"
    message = "“{name}” has no effect without “{other}”"

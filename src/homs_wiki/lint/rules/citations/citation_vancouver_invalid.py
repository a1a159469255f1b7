"""citation-vancouver-invalid: the condition err_vancouver."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationVancouverInvalid(ConditionRule):
    """Names are not written in the style of Vancouver, though they should be.

    ## What it does
    Finds names in `vauthors`, `veditors` and under `name-list-style=vanc` that are not a surname
    in Latin letters and one or two initials without full stops, perhaps with `Jr` or a number
    behind them.

    ## Why it matters
    They are shown wrongly, and so is an error.

    ## Example
    ```wikitext
    {{cite journal |vauthors=Miller A.B., Stone C |title=Bridges |journal=Rivers}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |vauthors=Miller AB, Stone C |title=Bridges |journal=Rivers}}
    ```

    ## Fix safety
    There is no fix: how the names are rightly cut only a person can tell.
    """

    name = "citation-vancouver-invalid"
    condition = "err_vancouver"
    message = "“{name}” is not in the style of Vancouver"

"""citation-name-skipped: the condition err_missing_name."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationNameSkipped(ConditionRule):
    """A number is left out in a list of names.

    ## What it does
    Finds lists of names in which one number is missing (`last1`, `last3`).

    ## Why it matters
    Perhaps a name was lost; after two missing numbers the module reads no further. An error is
    shown.

    ## Example
    ```wikitext
    {{cite book |last1=Miller |last3=Stone |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |last1=Miller |last2=Stone |title=Bridges}}
    ```

    ## Fix safety
    There is no fix: perhaps a name is missing.
    """

    name = "citation-name-skipped"
    condition = "err_missing_name"
    message = "“{other}” is missing before “{name}”"

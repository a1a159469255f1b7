"""citation-translation-alone: the condition err_trans_missing_title."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationTranslationAlone(ConditionRule):
    """A citation has the translation of a title, but not the title.

    ## What it does
    Finds `trans-title`, `trans-chapter` and those of works without the original.

    ## Why it matters
    Nobody finds the source under a title that it does not have; an error is shown.

    ## Example
    ```wikitext
    {{cite book |trans-title=The bridges |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Die Brücken |trans-title=The bridges |date=1990}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """

    name = "citation-translation-alone"
    condition = "err_trans_missing_title"
    message = "“{name}” has no effect without “{other}”"

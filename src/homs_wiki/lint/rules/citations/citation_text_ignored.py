"""citation-text-ignored: the condition err_text_ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._condition import ConditionRule

if TYPE_CHECKING:
    from homs_wiki.lint.rules.citations._condition import Case


class CitationTextIgnored(ConditionRule):
    """A text in a citation belongs to no parameter.

    ## What it does
    Finds text between two pipes without a name and an equals sign. Addresses that are cut at their
    equals sign have a rule of their own.

    ## Why it matters
    Nothing is shown of it, but an error. Mostly a name was forgotten, or a pipe stands in a title.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |River Press}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |publisher=River Press}}
    ```

    ## Fix safety
    There is no fix: where it belongs only a person can tell.
    """

    name = "citation-text-ignored"
    condition = "err_text_ignored"
    message = "“{value}” belongs to no parameter"

    def concerns(self, case: Case) -> bool:
        """Leave addresses alone, which are cut at their equals sign."""
        return "//" not in case.value and "//" not in case.condition.values["name"]

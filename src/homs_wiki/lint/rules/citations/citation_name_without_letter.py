"""citation-name-without-letter: the condition err_numeric_names."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationNameWithoutLetter(ConditionRule):
    """A name has no letter in it, which is an error today.

    ## What it does
    Finds names of digits and marks alone. A name in `((…))` is left alone. In older editions this
    is a note for maintenance, and the rule `citation-name-numeric` reports it. Only newer editions
    of the module look for this.

    ## Why it matters
    Mostly a date or a number came into the wrong parameter. An error is shown.

    ## Example
    ```wikitext
    {{cite book |last=1990 |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990}}
    ```

    ## Fix safety
    There is no fix: where it belongs only a person can tell.
    """

    name = "citation-name-without-letter"
    condition = "err_numeric_names"
    message = "“{value}” has no letter and is no name"

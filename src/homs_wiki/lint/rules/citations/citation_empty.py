"""citation-empty: the condition err_empty_citation."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationEmpty(ConditionRule):
    """A citation template shows nothing.

    ## What it does
    Finds templates in which no parameter has a value that is shown.

    ## Why it matters
    Readers see an error where a source should be.

    ## Example
    ```wikitext
    {{cite web |access-date=3 May 2020}}
    ```

    ## Fix safety
    There is no fix: nobody knows what was to be cited.
    """

    name = "citation-empty"
    condition = "err_empty_citation"
    message = "the citation shows nothing"

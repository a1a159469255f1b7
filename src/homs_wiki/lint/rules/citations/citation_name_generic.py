"""citation-name-generic: the condition err_generic_name."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationNameGeneric(ConditionRule):
    """The name of a person is what a website has in its place.

    ## What it does
    Finds names such as “About us”, “Facebook” and “Editor”, and words such as “(ed.)” in names. A
    name in `((…))` is left alone.

    ## Why it matters
    It names nobody, and an error is shown.

    ## Example
    ```wikitext
    {{cite web |author=About us |title=Bridges |url=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: who wrote it has to be looked up.
    """

    name = "citation-name-generic"
    condition = "err_generic_name"
    message = "“{value}” has words in it that are no part of a name"

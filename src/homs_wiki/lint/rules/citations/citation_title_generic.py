"""citation-title-generic: the condition err_generic_title."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationTitleGeneric(ConditionRule):
    """The title of a source is what a server or a tool said, not its title.

    ## What it does
    Finds titles such as “Page not found”, “Are you a robot?”, “Redirecting...” and “Wayback
    Machine”. A title in `((…))` is left alone.

    ## Why it matters
    Nobody learns from it what was cited, and the page was perhaps never seen.

    ## Example
    ```wikitext
    {{cite web |title=Page not found |url=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridge opens |url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """

    name = "citation-title-generic"
    condition = "err_generic_title"
    message = "“{value}” is no title"

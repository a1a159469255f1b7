"""citation-link-in-link: the condition err_wikilink_in_url."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationLinkInLink(ConditionRule):
    """A title in a citation is linked to an article and to an address at once.

    ## What it does
    Finds links in titles, chapters, conferences and transcripts that are linked to an address, and
    `title-link` beside `url`.

    ## Why it matters
    Links cannot be nested: one of them is broken, and an error is shown.

    ## Example
    ```wikitext
    {{cite web |title=The [[Hilltown Bridge]] |url=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=The Hilltown Bridge |url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: which link is wanted is open.
    """

    name = "citation-link-in-link"
    condition = "err_wikilink_in_url"
    message = "“{name}” is linked twice: to an article and to a URL"

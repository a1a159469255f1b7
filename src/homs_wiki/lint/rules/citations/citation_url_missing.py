"""citation-url-missing: the condition err_cite_web_url."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationUrlMissing(ConditionRule):
    """A citation of a website has no address.

    ## What it does
    Finds `{{cite web}}`, `{{cite podcast}}`, `{{cite mailing list}}`, and `{{citation}}` with
    `website`, without `url`.

    ## Why it matters
    Readers cannot get to the page, and an error is shown. A source on paper wants another
    template.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |website=Hilltown Post}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |website=Hilltown Post |url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: the address has to be looked up.
    """

    name = "citation-url-missing"
    condition = "err_cite_web_url"
    message = "the citation has no URL"

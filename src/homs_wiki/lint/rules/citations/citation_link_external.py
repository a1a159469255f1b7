"""citation-link-external: the condition err_param_has_ext_link."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationLinkExternal(ConditionRule):
    """A web address stands in a parameter that may not have one.

    ## What it does
    Finds addresses in values other than those for addresses, places in the source and `id`.

    ## Why it matters
    It becomes a link within a link, or stands bare in the reference; an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |publisher=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |url=https://example.org |publisher=River Press}}
    ```

    ## Fix safety
    There is no fix: what was meant only a person can tell.
    """

    name = "citation-link-external"
    condition = "err_param_has_ext_link"
    message = "a URL stands in “{name}”"

"""citation-access-without-link: the condition err_param_access_requires_param."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._needless import NeedlessRule


class CitationAccessWithoutLink(NeedlessRule):
    """A citation says who may read something, but not where it is.

    ## What it does
    Finds `url-access`, `chapter-url-access`, `doi-access` and the like without the address or
    identifier that they belong to.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |url-access=subscription}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges}}
    ```

    ## Fix safety
    The fix takes it out. It is not safe, because the address may be what is missing.
    """

    name = "citation-access-without-link"
    condition = "err_param_access_requires_param"

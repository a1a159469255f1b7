"""citation-format-without-url: the condition err_format_missing_url."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._needless import NeedlessRule


class CitationFormatWithoutUrl(NeedlessRule):
    """A citation names the format of a file, but not where the file is.

    ## What it does
    Finds `format`, `chapter-format`, `archive-format` and the like without the address that they
    belong to.

    ## Why it matters
    It says something about nothing, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |format=PDF}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out the format. It is not safe, because the address may be what is missing.
    """

    name = "citation-format-without-url"
    condition = "err_format_missing_url"

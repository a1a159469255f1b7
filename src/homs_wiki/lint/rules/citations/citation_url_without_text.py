"""citation-url-without-text: the condition err_bare_url_missing_title."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationUrlWithoutText(ConditionRule):
    """An address in a citation has no text that would be the link.

    ## What it does
    Finds `chapter-url`, `conference-url`, `transcript-url` and `map-url` without the chapter,
    conference, transcript or map, and `url` with a title that is left out.

    ## Why it matters
    The bare address is shown, and an error.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |chapter-url=https://example.org}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |chapter=Arches |chapter-url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: the text has to be looked up.
    """

    name = "citation-url-without-text"
    condition = "err_bare_url_missing_title"
    message = "“{name}” is given, but not the text “{other}” that it would be the link of"

"""citation-missing-title: a citation that does not say what it cites."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationMissingTitle(ConditionRule):
    """A citation template has no title.

    ## What it does
    Finds each template of Citation Style 1 that has no title in any form: `title`, `script-title`
    or `trans-title`. In some templates another parameter is the title: the series of
    `{{cite episode}}`, the `book-title` of `{{cite conference}}`, the encyclopedia where only an
    entry is named. `title=none` is a title. A template without anything to show is left alone, and
    so is one with an unknown parameter that may be the wiki's own name for the title.

    ## Why it matters
    Readers see an error in place of the title, and cannot tell what is cited once the address is
    dead.

    ## Example
    ```wikitext
    {{cite news |url=https://example.org/a |newspaper=Hilltown Post |date=3 May 1902}}
    ```

    ## Use instead
    ```wikitext
    {{cite news |url=https://example.org/a |title=Bridge opens |newspaper=Hilltown Post |date=3 May 1902}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-missing-title"
    condition = "err_citation_missing_title"
    message = "the citation has no title"

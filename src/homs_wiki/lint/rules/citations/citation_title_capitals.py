"""citation-title-capitals: a title in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cited import read_cited, title_at
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WORD = lazily(r"[^\W\d_]{3,}")
_FEWEST = 3


class CitationTitleCapitals(Rule):
    """The title of a source is written in capitals.

    ## What it does
    Finds titles of sources, in scripts that have capitals, without a small letter and with at least
    three words of three letters. Titles with links or templates are left alone.

    ## Why it matters
    Headlines are set in capitals by the design of a site or a cover. In a list of references they
    shout, and are hard to read. Wikipedias write titles in sentence or title case.

    ## Example
    ```wikitext
    {{cite web |title=MILL BURNS DOWN IN HILLTOWN |url=https://example.org/mill}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill burns down in Hilltown |url=https://example.org/mill}}
    ```

    ## Fix safety
    There is no fix: which words are names, only a person can tell.
    """

    name = "citation-title-capitals"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("title",)
    rule_set = RuleSet.STRICT
    message = "the title is in capitals"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each title in capitals."""
        for position, title in read_cited(page.document).titles:
            if not title.isupper() or "[" in title or "{" in title:
                continue
            found = title_at(page, position) if len(_WORD.findall(title)) >= _FEWEST else None
            if found:
                yield self.finding(found[1].stripped_span)

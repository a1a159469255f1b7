"""source-without-short-footnote: a citation below the notes that no note points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import SHORT_FOOTNOTE
from homs_wiki.lint.rules.references._anchors import read_shorts, read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SourceWithoutShortFootnote(Rule):
    """A full citation is meant for short footnotes, but none points to it.

    ## What it does
    On pages with `{{sfn}}`, `{{harvnb}}` and their like, finds citation templates outside of
    references to whose names and year no short footnote points. Citations whose anchor cannot be
    known are left alone.

    ## Why it matters
    A list of sources should hold the works that the article is based on. Others belong to the
    further reading, and a list may well hold some of them, so the rule is off by default.

    ## Example
    ```wikitext
    The army left the city.{{sfn|Khan|2001|p=7}}
    * {{cite book |last=Khan |title=The Long Retreat |year=2001}}
    * {{cite book |last=Malik |title=The Short Advance |year=2005}}
    ```

    ## Use instead
    ```wikitext
    The army left the city.{{sfn|Khan|2001|p=7}}
    * {{cite book |last=Khan |title=The Long Retreat |year=2001}}
    ```

    ## Fix safety
    There is no fix: the work may be worth to be read.
    """

    name = "source-without-short-footnote"
    family = "references"
    severity = Severity.NOTE
    triggers = SHORT_FOOTNOTE
    message = "no short footnote points to “{names}”"
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation in a list that no short footnote points to."""
        shorts = read_shorts(page.document)
        if not shorts:
            return
        used = {(short.names, short.year) for short in shorts}
        for source in read_sources(page.document):
            if not source.names or not source.years or source.citation.reference is not None:
                continue
            if not any((source.names, year) in used for year in source.years):
                names = " ".join((*source.names, min(source.years)))
                yield self.finding(source.citation.template.span, names=names)

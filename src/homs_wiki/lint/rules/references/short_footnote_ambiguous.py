"""short-footnote-ambiguous: two sources have the names and the year that it points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import SHORT_FOOTNOTE
from homs_wiki.lint.rules.references._anchors import read_shorts, read_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._anchors import Source
    from homs_wiki.page import Page


class ShortFootnoteAmbiguous(Rule):
    """A short footnote points to two sources at once.

    ## What it does
    Finds citation templates with the same names and year as one before them, if a short footnote
    (`{{sfn}}`, `{{harvnb}}` and their like) points there. Citations with the same title are left
    alone.

    ## Why it matters
    Both make the same anchor. A click leads to the first one, whichever was meant, and a reader of
    a printed page cannot tell them apart at all.

    ## Example
    ```wikitext
    The army left the city.{{sfn|Khan|2001|p=7}}
    * {{cite book |last=Khan |title=The Long Retreat |year=2001}}
    * {{cite book |last=Khan |title=The Short Advance |year=2001}}
    ```

    ## Use instead
    ```wikitext
    The army left the city.{{sfn|Khan|2001a|p=7}}
    * {{cite book |last=Khan |title=The Long Retreat |year=2001a}}
    * {{cite book |last=Khan |title=The Short Advance |year=2001b}}
    ```

    ## Fix safety
    There is no fix: which of the two was meant only a person can tell.
    """

    name = "short-footnote-ambiguous"
    family = "references"
    severity = Severity.WARNING
    triggers = SHORT_FOOTNOTE
    message = "another source is “{names}” too, and short footnotes point there"
    aliases = {"cs1": "maint_ref_duplicates_default"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation that shares its anchor with one before it."""
        shorts = read_shorts(page.document)
        if not shorts:
            return
        used = {(short.names, short.year) for short in shorts}
        first: dict[tuple[tuple[str, ...], str], Source] = {}
        for source in read_sources(page.document):
            if not source.names or len(source.years) != 1:
                continue
            key = (source.names, min(source.years))
            other = first.setdefault(key, source)
            if key in used and _title(other) != _title(source):
                names = " ".join((*source.names, key[1]))
                yield self.finding(source.citation.template.span, names=names)


def _title(source: Source) -> str:
    title = source.citation.value("title").casefold()
    return f"{title} {source.citation.value('chapter').casefold()}"

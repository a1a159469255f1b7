"""reference-in-link: a footnote inside the text of a link."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._runs import Run
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink

_REACH = 120


class ReferenceInLink(Rule):
    """A footnote stands inside the text of a link.

    ## What it does
    Finds references in what a link to a page shows. Captions of files, which may have references,
    are left alone.

    ## Why it matters
    A link cannot stand in a link. Browsers and MediaWiki's own parsers take such a thing apart in
    different ways, and the footnote or the link may be lost.

    ## Example
    ```wikitext
    [[Hilltown|the town<ref>''Hilltown Post'', 3 May.</ref>]] burnt down.
    ```

    ## Use instead
    ```wikitext
    [[Hilltown|the town]]<ref>''Hilltown Post'', 3 May.</ref> burnt down.
    ```

    ## Fix safety
    If the reference is the last thing in the link, the fix puts it right behind it. That is safe.
    """

    name = "reference-in-link"
    family = "references"
    severity = Severity.WARNING
    message = "a reference stands in the text of a link"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the footnotes in each link."""
        text = page.text
        links: list[Wikilink] | None = None
        for run in read_runs(page.document):
            start = max(0, run.start - _REACH)
            opening = text.rfind("[[", start, run.start)
            if opening < 0 or text.find("]]", opening, run.start) >= 0:
                continue
            if links is None:
                links = page.links
            link = _around(links, run)
            if link:
                yield self.finding((run.start, run.end), _fix(text, link, run))


def _around(links: list[Wikilink], run: Run) -> Wikilink | None:
    index = bisect_right(links, run.start, key=attrgetter("start")) - 1
    link = links[index] if index >= 0 else None
    if link and link.kind in ("link", "interwiki") and run.end <= link.end:
        return link
    return None


def _fix(text: str, link: Wikilink, run: Run) -> Fix | None:
    if link.end - run.end != len("]]") or link.trail_end != link.end:
        return None
    edits = (Edit(run.start, run.end, ""), Edit(link.end, link.end, text[run.start : run.end]))
    return Fix(edits, safe=True, description="Put the reference behind the link")

"""reference-nearly-repeated: one address, cited twice in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.source import LineIndex
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.references import Reference

# An address without its scheme and what stands behind "#".
_URL = lazily(r"url\s*=\s*(?:https?:)?//([^\s|}#<]+)")
# What tells two citations of one work apart.
_PARTS = ("page", "pages", "at", "chapter", "quote", "time", "minutes", "section", "title")


class ReferenceNearlyRepeated(Rule):
    """Two references cite the same page of the web, in different words.

    ## What it does
    Finds references with one citation template each that have the same address, title, chapter and
    pages, but are not the same letter by letter. Those that are, are reported as repeated.

    ## Why it matters
    The list shows the source twice, under two numbers, mostly with more told in one than in the
    other.

    ## Example
    ```wikitext
    It burnt.<ref>{{cite web |url=https://example.org/mill |title=Mill}}</ref>
    It rose.<ref>{{cite web |url=https://example.org/mill |title=Mill |date=3 May}}</ref>
    ```

    ## Use instead
    ```wikitext
    Burnt.<ref name="mill">{{cite web |url=https://example.org/mill |title=Mill |date=3 May}}</ref>
    It rose.<ref name="mill" />
    ```

    ## Fix safety
    There is no fix: which of the two is to stay, and with what, a person must see.
    """

    name = "reference-nearly-repeated"
    family = "references"
    severity = Severity.NOTE
    message = "the reference on line {line} cites the same page"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference that cites what an earlier one cites."""
        starts = _with_common_url(page)
        if not starts:
            return
        lines: LineIndex | None = None
        first: dict[tuple[str, ...], Reference] = {}
        for reference in page.references.all:
            definition = reference.definition
            if definition is None or definition.node.start not in starts:
                continue
            citations = reference.citations
            if len(citations) != 1:
                continue
            key = _key(citations[0])
            if not key:
                continue
            other = first.setdefault((reference.group, *key), reference)
            if other is not reference and other.text.strip() != reference.text.strip():
                lines = lines or LineIndex(page.text)
                start = other.definition.node.start if other.definition else 0
                yield self.finding(definition.node.span, line=lines.position(start).line)


def _with_common_url(page: Page) -> set[int]:
    """Return where the references begin that have a URL which another one has too."""
    by_url: dict[str, int] = {}
    found: set[int] = set()
    for tag, text in ref_texts(page.document):
        for url in _URL.findall(text):
            first = by_url.setdefault(url, tag.start)
            if first != tag.start:
                found |= {first, tag.start}
    return found


def _key(citation: Citation) -> tuple[str, ...]:
    url = citation.value("url").partition("#")[0].removeprefix("https://").removeprefix("http://")
    if "/" not in url.rstrip("/"):
        return ()  # the front page of a site may stand for anything on it
    return (url.rstrip("/"), *(citation.value(part).casefold() for part in _PARTS))

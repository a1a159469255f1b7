"""reference-bare-url: a reference that is an address and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._urls import may_begin_with_www
from homs_wiki.page.references.bare import bare_urls_between
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Comment, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Definition
    from homs_wiki.syntax import Node

# Templates that say something of the address and nothing of the source.
_REMARKS = frozenset({"dead_link"})
_MAIL = compiled(r"mailto:|tel:|sms:", re.IGNORECASE)
_LETTER = compiled(r"[^\W_]")
_WWW = compiled(r"\s*(www\.[^\s\[\]<>|{}]*[^\s\[\]<>|{},;.:!?،؛۔])", re.IGNORECASE)


class ReferenceBareUrl(Rule):
    """A reference is a web address and nothing else.

    ## What it does
    Finds references whose text is one or more addresses, in brackets or not, without a word on
    what is cited. A template that says that the link is dead is no such word. A link with a label
    is left alone. An address without `https://`, which makes no link, counts if it begins with
    `www.`.

    ## Why it matters
    Once the address is dead, nobody can tell what was cited, or find it elsewhere. Readers cannot
    judge the source without following the link.

    ## Example
    ```wikitext
    The bridge was built in 1902.<ref>https://example.org/bridges</ref>
    ```

    ## Use instead
    ```wikitext
    The bridge was built in 1902.<ref>{{cite web |url=https://example.org/bridges |title=Bridges of Hilltown |website=Hilltown Post |date=3 May 2020}}</ref>
    ```

    ## Fix safety
    There is no fix: title and author have to be looked up.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-bare-url"
    family = "citations"
    severity = Severity.WARNING
    message = "the reference is a bare URL"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference that has nothing but addresses."""
        references, text = page.references.all, page.text
        if not references:
            return
        starts = [link.start for link in bare_urls_between(page.document, 0, len(text))]
        for reference in references:
            definition = reference.definition
            if definition is None:
                continue
            start, end = definition.span
            first = bisect_left(starts, start)
            if not (first < len(starts) and starts[first] < end) and not may_begin_with_www(
                text, start
            ):
                continue
            addresses = [link.span for link in reference.bare_urls if not _MAIL.match(link.url)]
            if match := _WWW.match(text, start, end):
                addresses.insert(0, Span(*match.span(1)))
            if addresses and not _says_more(page, definition, addresses):
                yield self.finding((addresses[0].start, addresses[-1].end))


def _says_more(page: Page, definition: Definition, addresses: list[Span]) -> bool:
    """Tell whether there is a word outside of the addresses, comments and remarks on the link."""
    position, end = definition.span
    while word := _LETTER.search(page.text, position, end):
        offset = word.start()
        address = addresses[max(0, bisect_right(addresses, (offset, end)) - 1)]
        node = page.document.enclosing(offset)
        if address.start <= offset < address.end:
            position = address.end
        elif node and (isinstance(node, Comment) or _is_remark(page, node)):
            position = node.end
        else:
            return True
    return False


def _is_remark(page: Page, node: Node) -> bool:
    return isinstance(node, Template) and page.profile.concept(node.name) in _REMARKS

"""url-with-tracking: an address that tells from where its reader came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.citations._addresses import address_around, tracking, without_tracking
from homs_wiki.lint.rules.citations._cited import is_unread, read_cited
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_QUERY = lazily(r"\?[^\s|}\]?]*=")


class UrlWithTracking(Rule):
    """A web address in a reference has parameters that only track readers.

    ## What it does
    Finds `utm_source`, `fbclid`, `gclid` and their like in the addresses of references and
    citations. Addresses of archived copies are left alone: the copy was made of that address.

    ## Why it matters
    They are long, say nothing of the source, and tell a third party that the reader followed the
    link from where it was shared.

    ## Example
    ```wikitext
    It burnt.<ref>{{cite web |title=Mill |url=https://example.org/mill?id=7&utm_source=letter}}</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>{{cite web |title=Mill |url=https://example.org/mill?id=7}}</ref>
    ```

    ## Fix safety
    The fix takes the parameters out. It is safe: the page that is shown is the same.
    """

    name = "url-with-tracking"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("?",)
    rule_set = RuleSet.STRICT
    message = "“{parameter}” in the address only tracks readers"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address with such parameters."""
        cited = read_cited(page.document)
        queries = " ".join(_QUERY.findall(cited.text))
        if not tracking().search(queries):
            return
        text, last = page.text, -1
        for match in tracking().finditer(cited.text):
            offset = cited.offset(match.start())
            span = address_around(text, offset) if offset > last else None
            if span is None or is_unread(page, span[0]):
                continue
            last = span[1]
            new = without_tracking(text[slice(*span)])
            fix = write(span, new, safe=True)
            yield self.finding(span, fix, parameter=match[0][1:-1])

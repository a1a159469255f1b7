"""external-link-runs-on: `https://example.org/۔`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.lint.rules.typography._characters import characters, has_any
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARKS = frozenset("۔،؛؟。，、）")
_ADDRESS = lazily(r"(?<![A-Za-z0-9/])(?:https?|ftp)://[!#-;=?-Z\\^-z~]+([۔،؛؟。，、）])")


class ExternalLinkRunsOn(Rule):
    """A web address takes in a mark that belongs to the sentence.

    ## What it does
    Finds addresses in letters of ASCII with a mark of Arabic or Chinese script right behind them,
    such as ۔ ، ؟ 。. Addresses with other letters in them are left alone: the mark may be a part of
    them.

    ## Why it matters
    MediaWiki ends an address before a Latin full stop or comma, but not before these marks. They
    become a part of it, so the link leads nowhere.

    ## Example
    ```wikitext
    یہ خبر https://example.org/news۔ پر ہے۔
    ```

    ## Use instead
    ```wikitext
    یہ خبر [https://example.org/news یہاں] ہے۔
    ```

    ## Fix safety
    There is no fix: a space, or brackets around the address, would both do.
    """

    name = "external-link-runs-on"
    family = "links"
    severity = Severity.ERROR
    message = "“{mark}” is taken for a part of the address"
    triggers = ("۔", "،", "؛", "؟", "。", "，", "、", "）")

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such mark."""
        if not has_any(page, _MARKS):
            return
        flat = page.document.flat
        for match in _addresses(flat.text, characters(page.document)):
            span = flat.span(*match.span(1))
            if not in_code(page.text, span[0]):
                yield self.finding(span, mark=match[1])


def _addresses(text: str, among: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Yield the addresses that end in a mark, looked for in front of marks, which are rare."""
    for mark in _MARKS & among:
        done = 0
        while (end := text.find(mark, done) + 1) > 0:
            line = max(done, text.rfind("\n", done, end) + 1)
            yield from (match for match in _ADDRESS.finditer(text, line, end) if match[1] == mark)
            done = end

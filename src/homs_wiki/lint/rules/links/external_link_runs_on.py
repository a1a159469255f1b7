"""external-link-runs-on: `https://example.org/۔`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.lint.rules.typography._characters import has_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARKS = frozenset("۔،؛؟。，、）")
_ADDRESS = re.compile(r"(?<![A-Za-z0-9/])(?:https?|ftp)://[!#-;=?-Z\\^-z~]+([۔،؛؟。，、）])")


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
        for match in _ADDRESS.finditer(flat.text):
            span = flat.span(*match.span(1))
            if not in_code(page.text, span[0]):
                yield self.finding(span, mark=match[1])

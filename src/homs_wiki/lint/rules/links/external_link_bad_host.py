"""external-link-bad-host: `https://www,example.org`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._external import in_address, odd_addresses
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax.flat import BORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HOST = lazily(r"([^\s/?#\0-\4\]\[|<>{}\"'()&;]+)(?=[/?#\s\0\]|]|\Z)")
_PART = lazily(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.IGNORECASE)
_NUMBERS = lazily(r"\d{1,3}(?:\.\d{1,3}){3}")
_PORT = lazily(r":\d*\Z")
_MOST_BLANKS = 10
_END = lazily(r"[.,:!?]+\Z")


class ExternalLinkBadHost(Rule):
    """A web address has a host name that cannot exist.

    ## What it does
    Finds addresses with `http://` or `https://` whose host name has two dots side by side, a
    comma, or a hyphen at the beginning or end of a part, or ends in a part of one letter or of
    digits only; and links in brackets or templates to a host without a dot. IP addresses are left
    alone, and so are hosts that a template makes, other writing systems, `localhost`, and what is
    shown as code.

    ## Why it matters
    The link leads nowhere.

    ## Example
    ```wikitext
    [https://www,example.org/mills Mills of the valley]
    ```

    ## Use instead
    ```wikitext
    [https://www.example.org/mills Mills of the valley]
    ```

    ## Fix safety
    There is no fix: what the host was to be has to be looked up.
    """

    name = "external-link-bad-host"
    family = "links"
    severity = Severity.ERROR
    message = "there can be no host “{host}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address whose host cannot exist."""
        flat = page.document.flat
        for hint in odd_addresses(page.document):
            host = _HOST.match(flat.text, hint.end()) if hint["host"] else None
            if host is None or in_address(flat.text, hint.start() - 2):
                continue
            if not _is_bad(host[1], is_link=_is_link(flat.text, hint.start() - 2)):
                continue
            span = flat.span(*host.span(1))
            if not in_code(page.text, span[0]):
                yield self.finding(span, host=host[1])


def _is_link(text: str, offset: int) -> bool:
    """Tell whether an address was surely meant as a link: in brackets, or as a template's value."""
    before = text[max(0, offset - _MOST_BLANKS) : offset].rstrip()[-1:]
    return before in ("[", BORDER)


def _is_bad(written: str, *, is_link: bool) -> bool:
    host = _PORT.sub("", written)
    if not host.isascii() or "@" in host or "%" in host or _NUMBERS.fullmatch(host):
        return False
    parts = _END.sub("", host).split(".")
    if parts == ["localhost"]:
        return False
    last = parts[-1]
    if len(parts) < 2:
        return is_link  # in running text it may stand for any host
    return len(last) < 2 or last.isdigit() or not all(map(_PART.fullmatch, parts))

"""external-link-bad-host: `https://www,example.org`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._external import in_address, odd_addresses
from homs_wiki.lint.rules.links._places import in_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HOST = re.compile(r"([^\s/?#\0-\4\]\[|<>{}\"'()&;]+)(?=[/?#\s\0\]|]|\Z)")
_PART = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_PORT = re.compile(r":\d*\Z")
_END = re.compile(r"[.,:!?]+\Z")


class ExternalLinkBadHost(Rule):
    """A web address has a host name that cannot exist.

    ## What it does
    Finds addresses with `http://` or `https://` whose host name has no dot, two dots side by side,
    a comma, or a hyphen at the beginning or end of a part, or ends in a part of one letter or of
    digits only. IP addresses are left alone, and so are hosts that a template makes, other writing
    systems, `localhost`, and what is shown as code.

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
    rule_set = RuleSet.STRICT
    message = "there can be no host “{host}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address whose host cannot exist."""
        flat = page.document.flat
        for hint in odd_addresses(page.document):
            host = _HOST.match(flat.text, hint.end()) if hint["host"] else None
            if host is None or not _is_bad(host[1]) or in_address(flat.text, hint.start() - 2):
                continue
            span = flat.span(*host.span(1))
            if not in_code(page.text, span[0]):
                yield self.finding(span, host=host[1])


def _is_bad(written: str) -> bool:
    host = _PORT.sub("", written)
    if not host.isascii() or "@" in host or "%" in host or _NUMBERS.fullmatch(host):
        return False
    parts = _END.sub("", host).split(".")
    if parts == ["localhost"]:
        return False
    last = parts[-1]
    return len(parts) < 2 or len(last) < 2 or last.isdigit() or not all(map(_PART.fullmatch, parts))

"""url-behind-proxy: an address through the proxy of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.citations._cited import is_unread, read_cited
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# The host that is meant, if it stands there; that of the proxy; what is behind them. What follows a
# slash is the address of which something else is a copy.
_ADDRESS = lazily(
    r"(?<![/\w])https?://((?:[\w-]+\.){0,8}?)"
    r"((?:ezproxy|libproxy)[\w-]*(?:\.[\w-]+)+|[\w-]+\.idm\.oclc\.org)(?::[0-9]+)?"
    r"((?:/[^\s|{}<>\[\]\"\0]*)?)"
)
_LOGIN = lazily(r"/login\?(?:url|qurl)=(https?://\S+)\Z")


class UrlBehindProxy(Rule):
    """An address in a reference leads through the proxy of a library.

    ## What it does
    Finds addresses at ezproxy.…, libproxy.… and ….idm.oclc.org in references and citations, among
    them those of the Wikipedia Library.

    ## Why it matters
    Only members of that library can follow the address: all others are asked for a password. Newer
    editions of the citation module show an error for those of the Wikipedia Library.

    ## Example
    ```wikitext
    {{cite journal |title=Mills |journal=Hill |url=https://www-jstor-org.wikipedialibrary.idm.oclc.org/stable/123}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Mills |journal=Hill |url=https://www.jstor.org/stable/123}}
    ```

    ## Fix safety
    Where the address holds the one that is meant, the fix writes that. It is not safe: it should be
    tried first.
    """

    name = "url-behind-proxy"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("ezproxy", "libproxy", "idm.oclc.org")
    aliases = {"cs1": "err_param_has_twl_url"}  # noqa: RUF012 - as in all rules
    message = "the address leads through a library’s proxy, “{host}”"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such address."""
        cited = read_cited(page.document)
        if "proxy" not in cited.text and "idm.oclc.org" not in cited.text:
            return
        for match in _ADDRESS.finditer(cited.text):
            start = cited.offset(match.start())
            span = Span(start, start + len(match[0]))
            if page.text[slice(*span)] == match[0] and not is_unread(page, start):
                meant = _meant(*match.groups())
                fix = write(span, meant, safe=False) if meant else None
                yield self.finding(span, fix, host=match[2])


def _meant(host: str, _proxy: str, path: str) -> str | None:
    """Return the address without the proxy; None if it is not certain.

    Proxies write a host as a single label, with a hyphen for each dot, and two for a hyphen.
    """
    host = host.removesuffix(".")
    if not host:
        behind = _LOGIN.match(path)
        return behind[1] if behind and "%" not in behind[1] else None
    if "." not in host:
        host = "-".join(part.replace("-", ".") for part in host.split("--"))
    return f"https://{host}{path}" if "." in host else None

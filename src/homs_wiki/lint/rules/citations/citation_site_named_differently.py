"""citation-site-named-differently: one site under several names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.citations._addresses import bare_host
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Parameter

_LINK = lazily(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]|'{2,5}")
_SMALL = lazily(r"\A(?:the|der|die|das|le|la|el|al)[ -]|[\W_]|(?:com|org|net|co\.?uk)\Z")


class CitationSiteNamedDifferently(Rule):
    """Citations of one site name it in different ways.

    ## What it does
    Compares what `website`, `newspaper` and their like, and `publisher`, say in citations whose
    addresses have the same host. Names that differ by no more than an article, capitals, spaces,
    marks or the end of a host name are the same name; if one way of writing it is commoner on the
    page than all others together, the others are reported. Different names at one host, as of two
    magazines of a publisher, are left alone, and so are links.

    ## Why it matters
    The list of references looks careless, and cannot be sorted or counted by source.

    ## Example
    ```wikitext
    {{cite news |title=A |url=https://example.org/a |newspaper=The Hilltown Post}}
    {{cite news |title=B |url=https://example.org/b |newspaper=The Hilltown Post}}
    {{cite news |title=C |url=https://example.org/c |newspaper=hilltown post}}
    ```

    ## Use instead
    ```wikitext
    {{cite news |title=A |url=https://example.org/a |newspaper=The Hilltown Post}}
    {{cite news |title=B |url=https://example.org/b |newspaper=The Hilltown Post}}
    {{cite news |title=C |url=https://example.org/c |newspaper=The Hilltown Post}}
    ```

    ## Fix safety
    The fix writes the commoner name. It is not safe: the rarer one may be right.
    """

    name = "citation-site-named-differently"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("|",)
    message = "“{name}” is “{other}” elsewhere on the page"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each rarer name of a site."""
        groups: dict[tuple[str, str], list[_Named]] = {}
        for citation in page.citations:
            host = bare_host(citation.value("url")) if citation.get("url") else ""
            for role in ("work", "publisher") if host else ():
                parameter = citation.get(role)
                if parameter is None:
                    continue
                written = citation.value(role)
                shown = _LINK.sub(r"\1", written)
                key = _SMALL.sub("", shown.casefold())
                if key and "{{" not in written:
                    groups.setdefault((host, key), []).append(_Named(parameter, written, shown))
        for found in groups.values():
            yield from self._in(found)

    def _in(self, found: list[_Named]) -> Iterator[Finding]:
        (name, count), *others = Counter(each.shown for each in found).most_common()
        if not others or count * 2 <= len(found):
            return
        for each in found:
            if each.shown != name:
                fix = None
                if each.written == each.shown:
                    fix = write(each.parameter.stripped_span, name, safe=False)
                yield self.finding(each.parameter.stripped_span, fix, name=each.shown, other=name)


class _Named(NamedTuple):
    """How a citation names its site: as written, and as shown."""

    parameter: Parameter
    written: str
    shown: str

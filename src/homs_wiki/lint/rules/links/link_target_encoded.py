"""link-target-encoded: `[[Water%20mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._places import link_opened_at
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_CODES = compiled(r"\[\[[^][{}<>|#\n\0-\4]*?%[0-9A-Fa-f]{2}")
# What cannot stand in a title, and bytes that are no UTF-8.
_IMPOSSIBLE = compiled(r"[][{}<>|#\0-\x1f\x7f\ufffd]")


class LinkTargetEncoded(Rule):
    """The target of a link is written in percent encoding.

    ## What it does
    Finds targets with codes such as `%20` or `%C3%A9` that stand for characters a title can have.
    Links to other wikis and fragments are left alone.

    ## Why it matters
    MediaWiki follows the link, but nobody can read it in the wikitext, search for it, or compare it
    with other links. It comes from copied addresses.

    ## Example
    ```wikitext
    A [[Water%20mill]].
    ```

    ## Use instead
    ```wikitext
    A [[Water mill]].
    ```

    ## Fix safety
    The fix writes the characters. It is safe: the link leads to the same page.
    """

    name = "link-target-encoded"
    family = "links"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "the target “{target}” is in percent encoding"
    triggers = ("%", *CUT)
    touches = frozenset(("link",))
    aliases = {"checkwiki": "76"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each target in percent encoding."""
        document = page.document
        for match in _CODES.finditer(document.flat.text):
            link = link_opened_at(document, match.start())
            if link is None or link.gallery or link.kind == "interwiki":
                continue
            start = link.target_span.start
            span = Span(start, start + len(link.target.partition("#")[0]))
            written = page.text[slice(*span)]
            readable = unquote(written).replace("_", " ")
            if "%" in written and "%" not in readable and not _IMPOSSIBLE.search(readable):
                fix = write(span, readable, safe=True)
                yield self.finding(span, fix, target=written.strip())

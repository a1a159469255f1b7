"""link-target-underscore: `[[Water_mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

_UNDERSCORE = compiled(r"\[\[[^][{}<>|#\n\0-\4]*?_")
_OTHER = compiled("[%<]")


class LinkTargetUnderscore(Rule):
    """The target of a link has underscores for blanks.

    ## What it does
    Finds targets of links to pages, and of categories, with underscores. Names of files, fragments
    and links to other wikis are left alone.

    ## Why it matters
    Titles have blanks; the underscore is that of the address. Without a text of its own the link
    shows it to readers.

    ## Example
    ```wikitext
    An old [[Water_mill]].
    ```

    ## Use instead
    ```wikitext
    An old [[Water mill]].
    ```

    ## Fix safety
    The fix writes blanks. It is safe: the link leads to the same page.
    """

    name = "link-target-underscore"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the target “{target}” has underscores for blanks"
    touches = frozenset({"link"})
    triggers = ("_", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each target with underscores."""
        document = page.document
        for match in _UNDERSCORE.finditer(document.flat.text):
            link = link_opened_at(document, match.start())
            if link is None or link.gallery or link.kind not in ("link", "category"):
                continue
            start = link.target_span.start
            span = Span(start, start + len(link.target.partition("#")[0]))
            written = page.text[slice(*span)]
            readable = " ".join(written.replace("_", " ").split())
            if not _OTHER.search(written) and ":" not in (link.title or "") and readable:
                fix = write(span, readable, safe=True)
                yield self.finding(span, fix, target=written.strip())

"""external-link-other-wiki: `[https://de.wikipedia.org/wiki/Mühle mill]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules._writing import write
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ADDRESS = compiled(
    r"(?:https?:)?//([a-z-]{2,12})\.(?:m\.)?([a-z]+)\.org/wiki/([^?&#]+)", re.IGNORECASE
)
# What cannot stand in a title, and what does not come from an address in UTF-8.
_ODD = compiled("[][{}<>|\0-\x1f\ufffd]|^:")


class ExternalLinkOtherWiki(Rule):
    """An external link leads to a page of the wiki in another language.

    ## What it does
    Finds addresses of pages of the same project in another language, outside of references and
    templates. Addresses with a query are left alone.

    ## Why it matters
    Such a link has the mark of one that leads away from the projects, does not follow to the mobile
    site, and does not tell when its page is moved.

    ## Example
    ```wikitext
    An old [https://de.wikipedia.org/wiki/Wasserm%C3%BChle mill].
    ```

    ## Use instead
    ```wikitext
    An old [[:de:Wassermühle|mill]].
    ```

    ## Fix safety
    The fix makes an internal link of it. It is safe: it leads to the same page. There is none for
    an address without a text.
    """

    name = "external-link-other-wiki"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "this is a page of “{prefix}”: link it as “[[:{prefix}:{title}]]”"
    triggers = (".org/wiki/", *CUT)
    touches = frozenset(("link",))
    aliases = {"checkwiki": "91"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address of another language's wiki."""
        document = page.document
        family = page.profile.name.partition(".")[2]
        if f".{family}.org/wiki/" not in page.text:
            return
        for link in document.external_links:
            match = _ADDRESS.fullmatch(link.url)
            if match is None or match[2].lower() != family:
                continue
            prefix, title = match[1].lower(), unquote(match[3]).replace("_", " ").strip()
            known = page.profile.interwiki(prefix) == "interlanguage"
            foreign = known and prefix != page.profile.name.partition(".")[0]
            if foreign and not _ODD.search(title) and document.enclosing(link.start) is None:
                fix = _fix(link.start, link.end, f":{prefix}:{title}", link.label)
                yield self.finding((link.start, link.end), fix, prefix=prefix, title=title)


def _fix(start: int, end: int, target: str, label: str | None) -> Fix | None:
    if not label or not label.strip() or "[[" in label or "|" in label:
        return None
    text = f"[[{target}|{label.strip()}]]"
    return write((start, end), text, safe=True)

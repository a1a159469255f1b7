"""external-link-own-wiki: `[https://en.wikipedia.org/wiki/Mill mill]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._labels import written
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.titles import read_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_SPECIAL = (-1, -2)
_USED = ("file", "category")  # a colon keeps them links


class ExternalLinkOwnWiki(Rule):
    """A page of this wiki is linked by its web address.

    ## What it does
    Finds external links to pages of the wiki the page belongs to. Left alone are old versions,
    searches and all other addresses with a question mark, links in references, templates and other
    tags, and special pages.

    ## Why it matters
    Such a link looks as if it led away from the wiki, does not tell when its page is missing, is
    not counted among the links to its page, and does not follow to the mobile site.

    ## Example
    ```wikitext
    An old [https://en.wikipedia.org/wiki/Water_mill water mill] stands there.
    ```

    ## Use instead
    ```wikitext
    An old [[water mill]] stands there.
    ```

    ## Fix safety
    The fix makes an internal link of it. It is safe: it leads to the same page.
    """

    name = "external-link-own-wiki"
    family = "links"
    severity = Severity.WARNING
    triggers = (".org/wiki/",)
    message = "this is a page of this wiki: link it as “[[{title}]]”"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "90"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address of the own wiki."""
        profile = page.profile
        language, _, family = profile.name.partition(".")
        if f".{family}.org/wiki/" not in page.text:
            return
        own = compiled(
            rf"(?:https?:)?//{language}\.(?:m\.)?{family}\.org/wiki/([^?&]+)", re.IGNORECASE
        )
        for link in page.document.external_links:
            match = own.fullmatch(link.url)
            if match is None or page.document.enclosing(link.start) is not None:
                continue
            title = _title(match[1], profile)
            if title is not None:
                span = (link.start, link.end)
                yield self.finding(span, _fix(span, title, link.label), title=title)


def _title(path: str, profile: Profile) -> str | None:
    """Return the target that an address names; None if it is no title that can be linked."""
    title = unquote(path).replace("_", " ").strip()
    meaning = read_target(title, profile)
    if meaning is None or meaning.namespace in _SPECIAL or meaning.namespace is None:
        return None
    return f":{title}" if meaning.kind in _USED else title


def _fix(span: tuple[int, int], title: str, label: str | None) -> Fix | None:
    if label and ("[[" in label or "|" in label):
        return None
    text = written(title, label.strip()) if label and label.strip() else f"[[{title}]]"
    return write(span, text, safe=True)

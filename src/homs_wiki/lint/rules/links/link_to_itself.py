"""link-to-itself: `[[Mill]]` on the page “Mill”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import link_at
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink

_OWN_NAME = lazily(r"\[\[(?=:?\{\{(?:FULL)?PAGENAME\}\}(?:\||\]\]))")


class LinkToItself(Rule):
    """The page links to itself.

    ## What it does
    Finds links to the page's own title where that is known, and links to `{{PAGENAME}}` or
    `{{FULLPAGENAME}}`, without a fragment. Links in templates and references are left alone.

    ## Why it matters
    MediaWiki shows such a link in bold and leads nowhere with it.

    ## Example
    ```wikitext
    The [[{{PAGENAME}}|mill]] is old.
    ```

    ## Use instead
    ```wikitext
    The mill is old.
    ```

    ## Fix safety
    The fix leaves the words without the link. It is not safe: another page may be meant. There is
    none where a template would be left.
    """

    name = "link-to-itself"
    family = "links"
    severity = Severity.WARNING
    message = "the page links to itself"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "48"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link to the page itself."""
        document = page.document
        for start in [*_by_title(page), *_by_name(page.text)]:
            link = link_at(document, start)
            if link and link.kind == "link" and document.enclosing(start) is None:
                yield self._at(link)

    def _at(self, link: Wikilink) -> Finding:
        shown = (link.label if link.label is not None else link.target).strip()
        fix = None
        if shown and "{{" not in shown:
            edit = Edit(link.start, link.end, shown)
            fix = Fix((edit,), safe=False, description="Leave the words without the link")
        return self.finding((link.start, link.end), fix)


def _by_title(page: Page) -> Iterator[int]:
    """Yield where links to the page's own title begin, if that is known."""
    title = page.profile.capitalised(page.profile.normalised_title(page.title or ""))
    if not title or page.document.redirect is not None:
        return
    for first in dict.fromkeys((title[0], title[0].lower())):
        link = f"[[{first}{title[1:]}"
        start = page.text.find(link)
        while start >= 0:
            if page.text.startswith(("|", "]]"), start + len(link)):
                yield start
            start = page.text.find(link, start + 1)


def _by_name(text: str) -> Iterator[int]:
    """Yield where links to the name that MediaWiki fills in begin."""
    if "PAGENAME}}" in text:
        for match in _OWN_NAME.finditer(text):
            yield match.start()

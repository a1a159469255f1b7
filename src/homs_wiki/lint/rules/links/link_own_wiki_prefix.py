"""link-own-wiki-prefix: `[[:en:Water mill]]` on the English wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._labels import written
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink


class LinkOwnWikiPrefix(Rule):
    """A link names the language of the wiki it stands on.

    ## What it does
    Finds links to a page of another language whose language is that of this wiki, with or without
    the colon before it.

    ## Why it matters
    The page is the wiki's own, so the prefix only shows in the text, and the link is not counted
    among the links to its page.

    ## Example
    ```wikitext
    An old [[:en:Water mill|mill]].
    ```

    ## Use instead
    ```wikitext
    An old [[Water mill|mill]].
    ```

    ## Fix safety
    The fix takes the prefix out. It is safe: the link leads to the same page. There is none where a
    namespace follows.
    """

    name = "link-own-wiki-prefix"
    family = "links"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "this wiki is “{prefix}” itself: the link needs no prefix"
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link with the wiki's own prefix."""
        language = page.profile.name.partition(".")[0]
        for link in page.document.special_links:
            if link.interwiki == language:
                span = Span(link.start, link.end)
                yield self.finding(span, _fix(link), prefix=language)


def _fix(link: Wikilink) -> Fix | None:
    title = link.title or ""
    if not title or ":" in title or link.fragment is not None:
        return None
    text = written(title, (link.label or "").strip() or title)
    return write((link.start, link.end), text, safe=True)

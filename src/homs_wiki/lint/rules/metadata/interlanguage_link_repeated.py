"""interlanguage-link-repeated: `[[de:Mühle]]` twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._templates import whole_line
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink


class InterlanguageLinkRepeated(Rule):
    """The page has two links to one language.

    ## What it does
    Finds interlanguage links, those at the side of the page, to a language that one before them
    names already.

    ## Why it matters
    MediaWiki shows one of them only.

    ## Example
    ```wikitext
    [[de:Mühle]]
    [[de:Wassermühle]]
    ```

    ## Use instead
    ```wikitext
    [[de:Mühle]]
    ```

    ## Fix safety
    If both name the same page, the fix takes out the second, which is safe. Of two pages a person
    must choose.
    """

    name = "interlanguage-link-repeated"
    family = "metadata"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "there is a link to “{language}” already"
    touches = frozenset(("link",))
    aliases = {"checkwiki": "45"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link to a language that was named before."""
        seen: dict[str, Wikilink] = {}
        for link in page.document.special_links:
            if link.kind != "interlanguage" or not link.interwiki:
                continue
            first = seen.setdefault(link.interwiki, link)
            if first is not link and page.document.enclosing(link.start) is None:
                fix = None
                if first.title == link.title:
                    edit = Edit(*whole_line(page.text, link.start, link.end), "")
                    fix = Fix((edit,), safe=True, description="Take out the second")
                yield self.finding((link.start, link.end), fix, language=link.interwiki)

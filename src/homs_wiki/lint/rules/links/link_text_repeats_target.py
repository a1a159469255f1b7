"""link-text-repeats-target: `[[mill|mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._labels import is_same, odd_links
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkTextRepeatsTarget(Rule):
    """The text of a link is its target once more.

    ## What it does
    Finds links whose text is the same as the target, upper or lower case of the first letter
    aside: `[[Mill|mill]]`. Texts that differ in anything else are left alone.

    ## Why it matters
    The link is longer to read and to write than it need be; `[[mill]]` does the same.

    ## Example
    ```wikitext
    An old [[Water mill|water mill]] stands there.
    ```

    ## Use instead
    ```wikitext
    An old [[water mill]] stands there.
    ```

    ## Fix safety
    The fix leaves the text alone as the link. It is safe: the link leads to the same page and
    shows the same words.
    """

    name = "link-text-repeats-target"
    family = "links"
    severity = Severity.NOTE
    message = "the text of the link is the same as its target"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "64"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link that says its target twice."""
        for link in odd_links(page.document):
            if link.what == "same" and not link.letters and is_same(link.target, link.label):
                edit = Edit(*link.span, f"[[{link.label}]]")
                fix = Fix(
                    (edit,), safe=True, description=Phrase("Write “[[{text}]]”", text=link.label)
                )
                yield self.finding(link.span, fix)

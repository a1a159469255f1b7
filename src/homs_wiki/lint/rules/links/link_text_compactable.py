"""link-text-compactable: `[[mill|mills]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.links._labels import is_same, odd_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Longer ones are words of their own.
_ENDING = 3


class LinkTextCompactable(Rule):
    """The text of a link is its target with letters behind it, which may stand behind the link.

    ## What it does
    Finds links whose text is the target, upper or lower case of the first letter aside, followed
    by letters that join a link on this wiki: `[[Mill|mills]]`. Which letters do so differs from
    language to language; in some none do. Left alone are endings of more than three letters, and
    languages whose letters take other forms where they are joined.

    ## Why it matters
    `[[mill]]s` shows the same and is shorter to read and to write.

    ## Example
    ```wikitext
    The [[Water mill|water mills]] of the valley are old.
    ```

    ## Use instead
    ```wikitext
    The [[water mill]]s of the valley are old.
    ```

    ## Fix safety
    The fix puts the letters behind the link. It is safe: the link leads to the same page and shows
    the same words.
    """

    name = "link-text-compactable"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    languages = frozenset(("en", "de", "es", "fr", "ru", "tr"))
    message = "the link can be written as “{short}”"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link whose letters may stand behind it."""
        trail = page.profile.linktrail
        for link in odd_links(page.document):
            letters = link.letters
            if link.what == "same" and 0 < len(letters) <= _ENDING and trail.fullmatch(letters):
                words = link.label.removesuffix(letters)
                if is_same(link.target, words):
                    short = f"[[{words}]]{letters}"
                    fix = write(link.span, short, safe=True)
                    yield self.finding(link.span, fix, short=short)

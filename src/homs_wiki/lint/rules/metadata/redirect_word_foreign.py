"""redirect-word-foreign: `#REDIRECT [[لاہور]]` on the Urdu wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WORD = compiled(r"\s*(#[^\[\n:]+?)\s*:?\s*\[\[")


class RedirectWordForeign(Rule):
    """A redirect is written with a word that is not the wiki's own.

    ## What it does
    Finds redirects that begin with another word than the one that the wiki uses, on wikis that are
    known to have one.

    ## Why it matters
    MediaWiki knows the English word everywhere; editors and tools of the wiki look for their own.

    ## Example
    ```wikitext
    #REDIRECT [[لاہور]]
    ```

    ## Use instead
    ```wikitext
    #رجوع_مکرر [[لاہور]]
    ```

    ## Fix safety
    The fix writes the word of the wiki. It is safe: it means the same.
    """

    name = "redirect-word-foreign"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the word of this wiki is “{word}”"
    triggers = ("#",)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word."""
        word = page.profile.house.redirect_word
        if not word or page.document.redirect is None:
            return
        match = _WORD.match(page.text)
        if match and match[1].replace(" ", "_").lower() != word.lower():
            fix = write(match.span(1), word, safe=True)
            yield self.finding(match.span(1), fix, word=word)

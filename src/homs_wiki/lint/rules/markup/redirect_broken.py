"""redirect-broken: a redirect that does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LONGEST = 50
_SIGNS = lazily(r"[ \t]*[=:]+[ \t=:]*(?=\[\[[^\[\]{}<>|\n#:]+\]\])")


class RedirectBroken(Rule):
    """The page begins with the word for a redirect and is none.

    ## What it does
    Finds pages that begin with `#REDIRECT`, in English or the language of the wiki, but with
    something else than a link in double brackets behind it.

    ## Why it matters
    Readers see a list with one item, and are not led to the other page.

    ## Example
    ```wikitext
    #REDIRECT = [[Hilltown Mill]]
    ```

    ## Use instead
    ```wikitext
    #REDIRECT [[Hilltown Mill]]
    ```

    ## Fix safety
    If nothing but an equals sign or colons stand too much, the fix takes them out, which is safe.
    """

    name = "redirect-broken"
    family = "markup"
    severity = Severity.ERROR
    triggers = ("#",)
    message = "this is no redirect: no link follows the word"
    aliases = {"checkwiki": "36"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word for the redirect."""
        text = page.text
        start = len(text) - len(text.lstrip())
        if not text.startswith("#", start) or page.document.redirect:
            return
        line = text[start : start + _LONGEST].lower()
        for word in page.profile.redirect_words:
            if line.startswith(word.lower()) and not line[len(word) : len(word) + 1].isalnum():
                end = start + len(word)
                signs = _SIGNS.match(text, end)
                fix = None
                if signs:
                    edit = Edit(end, signs.end(), " ")
                    fix = Fix((edit,), safe=True, description="Take the signs out")
                yield self.finding((start, end), fix)
                return

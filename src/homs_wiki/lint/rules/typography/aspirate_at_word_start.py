"""aspirate-at-word-start: the sign of aspiration where there is nothing to aspirate."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS
from homs_wiki.lint.rules.typography._own_words import own_words
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("ھ")
_OWN = f"[{LETTERS}{MARKS}]"
# Nearly all stand behind a letter; so most pages need not have the pattern compiled.
_MAYBE = lazily(r"(?<!\w)ھ")


@cache
def _first() -> re.Pattern[str]:
    """Compile what few pages need."""
    return compiled(rf"(?<![\w{MARKS}\u0640\u200c\u200d])ھ(?=[{LETTERS}]){_OWN}+")


class AspirateAtWordStart(Rule):
    """A word begins with ھ, which only goes on with the sound before it.

    ## What it does
    Finds words of Urdu that begin with ھ (U+06BE) in running text, headings and plain values of
    infoboxes. Quotations, text in other languages, templates and targets of links are left alone,
    and so is the sign of Hijri years.

    ## Why it matters
    In Urdu ھ makes an aspirate of the consonant before it (بھ, تھ …); the sound h is ہ. The word is
    another one to the search and to links.

    ## Example
    ```wikitext
    یہ شہر پرانا ھے۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر پرانا ہے۔
    ```

    ## Fix safety
    The fix writes ہ for the first letter. It is safe: no word of Urdu begins with ھ.
    """

    name = "aspirate-at-word-start"
    family = "typography"
    severity = Severity.WARNING
    triggers = ("ھ",)
    message = "“{word}” begins with ھ (U+06BE), which only follows a consonant; Urdu has ہ"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if not _MAYBE.search(page.text) and not _MAYBE.search(page.prose.text):
            return
        for span, found in own_words(page, _WANTED, _first(), self.words("accept")):
            edits = replaced((span.start, span.start + 1), "ہ")
            description = Phrase("Write “{text}”", text=f"ہ{found[0][1:]}")
            yield self.finding(span, Fix(edits, True, description), word=found[0])

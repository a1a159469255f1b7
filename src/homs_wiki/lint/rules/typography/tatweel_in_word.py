"""tatweel-in-word: a word is stretched with a character of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS
from homs_wiki.lint.rules.typography._own_words import own_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("\u0640")
_OWN = f"[{LETTERS}{MARKS}]"
_STRETCHED = lazily(rf"(?<![{LETTERS}{MARKS}\u0640]){_OWN}++(?:\u0640++{_OWN}++)++(?!\u0640)")


class TatweelInWord(Rule):
    """A word is stretched with tatweel.

    ## What it does
    Finds U+0640 between the letters of a word of Urdu, in running text, headings and plain values
    of infoboxes. Quotations, text in other languages, templates and targets of links are left
    alone.

    ## Why it matters
    The stretched word is another one to the search, and a screen reader stumbles over it.

    ## Example
    ```wikitext
    یہ شـــہر پرانا ہے۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر پرانا ہے۔
    ```

    ## Fix safety
    The fix takes the tatweel out. It is safe: it stands for no sound.
    """

    name = "tatweel-in-word"
    family = "typography"
    severity = Severity.NOTE
    triggers = ("\u0640",)
    message = "“{word}” is stretched with tatweel (U+0640)"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each stretched word."""
        for span, found in own_words(page, _WANTED, _STRETCHED, self.words("accept")):
            fix = write(span, found[0].replace("\u0640", ""), safe=True)
            yield self.finding(span, fix, word=found[0])

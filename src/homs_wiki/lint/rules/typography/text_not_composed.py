"""text-not-composed: letters in pieces that Unicode has as one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, is_normalized, normalize

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import characters, replaced
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PIECE = lazily(r"[^\s|=\[\]{}<>]+")


def _may_compose(character: str) -> bool:
    """Tell whether a text with ``character`` may be one that is not composed."""
    return (
        category(character)[0] == "M"
        or "\u1161" <= character <= "\u11ff"  # vowels and finals of Hangul
        or not is_normalized("NFC", character)
    )


class TextNotComposed(Rule):
    """A word is not in the form in which MediaWiki stores text (Unicode's NFC).

    ## What it does
    Finds words that change when they are composed: a letter and an accent or hamza that
    Unicode has as one letter.

    ## Why it matters
    MediaWiki composes a page when it is saved. Until then the word is another one to every
    comparison: a link, the name of a reference or template, a search in the file.

    ## Example
    ```wikitext
    [[Cafe&#x301;]]
    ```
    (with the accent itself in the place of `&#x301;`)

    ## Use instead
    ```wikitext
    [[Café]]
    ```

    ## Fix safety
    The fix composes the word. It is safe: MediaWiki does the same.
    """

    name = "text-not-composed"
    family = "typography"
    severity = Severity.NOTE
    message = "“{word}” is not in Unicode's composed form (NFC)"
    touches = frozenset({"template", "parameter", "heading", "link", "reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if not any(map(_may_compose, characters(page.document))):
            return
        if is_normalized("NFC", page.text):
            return
        for found in _PIECE.finditer(page.text):
            word = found[0]
            if word.isascii() or is_normalized("NFC", word):
                continue
            composed = normalize("NFC", word)
            fix = Fix(replaced(found.span(), composed), safe=True, description="Compose the word")
            yield self.finding(found.span(), fix, word=word)

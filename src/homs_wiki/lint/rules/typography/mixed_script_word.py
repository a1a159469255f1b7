"""mixed-script-word: a word whose letters come from two alphabets that look alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules.typography._characters import has_any, places, replaced, targets
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Cyrillic and Greek letters, and the Latin ones that look the same.
_ALIKE = dict(
    zip(
        "аеорсухіјѕАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "aeopcyxijsABEKMHOPCTXIJSABEZHIKMNOPTYXo",
        strict=True,
    )
)
_WANTED = frozenset(_ALIKE)
_LETTERS = "".join(_ALIKE)
# One beside a Latin letter, and a word of Latin letters and such.
_ODD = lazily(rf"[{_LETTERS}](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
_WORD = lazily(rf"[A-Za-z{_LETTERS}]{{3,60}}+(?![\w-])")
_IN_WORD = lazily(rf"(?<![\w-])[A-Za-z{_LETTERS}]{{0,60}}\Z")


class MixedScriptWord(Rule):
    """A Latin word has letters of Cyrillic or Greek that look like its own.

    ## What it does
    Finds words of three letters or more that are Latin but for letters of Cyrillic or Greek for
    which Latin has a twin (а, е, о, Α, Β …). Words with any other letter of those alphabets, with
    hyphens or digits, targets of links, formulas, comments, code and `<nowiki>` are left alone.

    ## Why it matters
    Nobody sees it, and the word is not found, the link leads nowhere, and a screen reader
    spells it out. It comes from keyboards with two alphabets, or from a wish to deceive.

    ## Example
    ```wikitext
    The wаter mill of Riverton.
    ```
    (with a Cyrillic а)

    ## Use instead
    ```wikitext
    The water mill of Riverton.
    ```

    ## Fix safety
    The fix writes the Latin letters. It is not safe: in a name of a file or page the odd letter may
    be part of the name.
    """

    name = "mixed-script-word"
    family = "typography"
    severity = Severity.WARNING
    triggers = tuple(dict.fromkeys("".join(_ALIKE).lower()))
    message = "“{word}” is Latin but for “{letter}” (U+{code})"
    options = ACCEPT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if not has_any(page, _WANTED):
            return
        end = 0
        for odd in places(page, _ODD):
            word = _word_at(page.text, odd.start())
            if word and word.start() >= end and not targets(page.document).hold(word.start()):
                end = word.end()
                yield from self._at(word)

    def _at(self, word: re.Match[str]) -> Iterator[Finding]:
        odd = [letter for letter in word[0] if letter in _ALIKE]
        if 2 * len(odd) <= len(word[0]) and word[0] not in self.words("accept"):
            mended = "".join(_ALIKE.get(letter, letter) for letter in word[0])
            fix = Fix(
                replaced(word.span(), mended),
                False,
                Phrase("Write “{text}” in Latin letters", text=mended),
            )
            code = f"{ord(odd[0]):04X}"
            yield self.finding(word.span(), fix, word=word[0], letter=odd[0], code=code)


def _word_at(text: str, offset: int) -> re.Match[str] | None:
    """Return the word around ``offset``, if it is one of these letters alone and not too long."""
    before = _IN_WORD.search(text[max(0, offset - 61) : offset])
    return _WORD.match(text, offset - len(before[0])) if before else None

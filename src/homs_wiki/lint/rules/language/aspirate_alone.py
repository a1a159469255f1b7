"""aspirate-alone: an aspirated consonant stands where a word should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_CONSONANTS = "بپتٹجدڈرڑکگلمن"
"""Those that are aspirated, without چ: چھ is the number six."""
_ALONE = lazily(rf"(?<=[\w\"”’»\])] )(?P<word>[{_CONSONANTS}]ھ)(?= [^\W\d_]{{2}})")
_ABOUT_LETTERS = frozenset(
    (
        "حرف",
        "حروف",
        "تلفظ",
        "آواز",
        "آوازیں",
        "ابجد",
        "ہجے",
        "ہکاری",
        "ہائیہ",
        "مصمتہ",
        "مصمتے",
        "حرفِ",
        "رسم",
    )
)


class AspirateAlone(Rule):
    """An aspirated consonant stands alone, where a word should.

    ## What it does
    Finds a consonant with ھ between two words of Urdu, as کھ or بھ: none of them is a word but چھ
    (six). Quotations, text in other languages, templates, targets of links, and paragraphs that
    speak of letters and sounds are left alone.

    ## Why it matters
    It is a slip of the keyboard: a letter is wrong or missing, کھ may be کے, کی, کہ or کچھ.

    ## Example
    ```wikitext
    شہر کھ درجنوں باشندے چلے گئے۔
    ```

    ## Use instead
    ```wikitext
    شہر کے درجنوں باشندے چلے گئے۔
    ```

    ## Fix safety
    There is no fix: a person must tell which word is meant.
    """

    name = "aspirate-alone"
    family = "language"
    triggers = tuple(f" {consonant}ھ " for consonant in _CONSONANTS)
    severity = Severity.WARNING
    message = "“{word}” is no word of Urdu: a letter is wrong or missing"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each of them."""
        prose = page.prose
        for span, found in running(page, _ALONE):
            block = prose.block_at(found.start())
            if block is None or block.kind not in ("paragraph", "list"):
                continue
            sentence = prose.sentence_before(found.start())
            words = prose.text[slice(*sentence)].split() if sentence else ()
            if _ABOUT_LETTERS.isdisjoint(words):
                yield self.finding(span, word=found["word"])

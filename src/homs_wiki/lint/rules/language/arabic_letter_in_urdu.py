"""arabic-letter-in-urdu: an Urdu word typed with letters of the Arabic keyboard."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from homs_wiki.lint.finding import Fix, Phrase, Severity, listed
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._plain import plain_places
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.profile.language import LetterHazard, WordEvidence

_HAMZA_ABOVE = "\u0654"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = lazily(
    rf"[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f{_MARKS}]+"
)

# Markup, and Latin letters, which a file name or an address has.

_QUOTES = '"“”«»‘’„'
# A piece of text between marks, or a quotation mark, or the end of a line.
_PIECE = lazily(
    rf"(?P<quote>[{_QUOTES}])|(?P<line>\n)|[^{_QUOTES}\n.۔؟?!،,؛;:()\[\]{{}}/|–—\ufffc]+"
)


class _Letters:
    """The letters of the Arabic keyboard, and what shows that a word is Urdu.

    Attributes:
        arabic: finds a letter, with the hamza that may follow it and compose.
        instead: what Urdu has for each, several if only a person can tell.
    """

    def __init__(self, profile: Profile, evidence: WordEvidence) -> None:
        self.instead: dict[str, tuple[str, ...]] = {}
        self._apart: list[str] = []  # letters with a hamza that does not compose
        for hazard in profile.letter_hazards:
            if hazard.kind == "keyboard":
                self._add(hazard)
        # The pair of letter and hamza goes first, as a replaced letter would never compose with it.
        self.arabic = compiled("|".join(sorted(self.instead, key=len, reverse=True)))
        choice = [letter for letter, instead in self.instead.items() if len(instead) > 1]
        self.choice = frozenset(choice)
        self.own = compiled(f"[{evidence.own_letters}]")
        self.not_arabic = compiled(f"[{evidence.not_keyboard}]")
        self.foreign = compiled(f"[{evidence.foreign_letters}]")
        self.forms = frozenset(evidence.foreign_forms)
        self.evidence = evidence

    def _add(self, hazard: LetterHazard) -> None:
        (letter,) = hazard.written
        self.instead[letter] = hazard.instead
        composed = normalize("NFC", letter + _HAMZA_ABOVE)
        if len(composed) == 1:
            self.instead[letter + _HAMZA_ABOVE] = (composed,)
        else:
            self._apart.append(letter + _HAMZA_ABOVE)

    def mended(self, word: str) -> str | None:
        """Return a word with Urdu letters; None if there is more than one way to write it."""
        if not self.choice.isdisjoint(word) or any(pair in word for pair in self._apart):
            return None
        return self.arabic.sub(lambda match: self.instead[match.group()][0], word)

    def is_arabic(self, word: str) -> bool:
        """Tell whether a word has a form that Urdu words do not have: article, tanwin."""
        return word.startswith(self.evidence.foreign_prefix) or not self.forms.isdisjoint(word)


@cache
def _letters(profile: Profile) -> _Letters | None:
    evidence = profile.word_evidence
    return _Letters(profile, evidence) if evidence else None


class ArabicLetterInUrdu(Rule):
    """An Urdu word is typed with an Arabic letter that looks like the Urdu one.

    ## What it does
    Looks in the running text, in headings and in values of infoboxes without markup for words
    with ي (U+064A), ى (U+0649), ك (U+0643) or ه (U+0647) that can only be Urdu: because of a
    letter that Arabic does not have, or because the words around them are. Left alone are link
    targets, file names, quotations, `{{lang}}` and all other templates, Arabic names and titles
    among other Arabic words, Persian, Sindhi, Pashto, Kurdish, Uyghur, and every word of a
    sentence that speaks about words of another language.

    ## Why it matters
    The letters look alike and are not: the search does not find the word, a link with it leads
    nowhere, and a screen reader stumbles.

    ## Example
    ```wikitext
    شہر ميں لڑائی ہوئی۔
    ```

    ## Use instead
    ```wikitext
    شہر میں لڑائی ہوئی۔
    ```

    ## Fix safety
    The fix puts ی for ي and ى, ک for ك, and ئ for ي with a separate hamza. It is safe where a
    letter of the word itself shows that it is no Arabic word, and not safe where only the words
    around it do. Words with ه are never fixed: Urdu has ہ or ھ there, and only a person can tell.
    """

    name = "arabic-letter-in-urdu"
    family = "language"
    severity = Severity.WARNING
    triggers = (
        "ي",
        "ه",
        "ك",
        "ى",
    )
    message = "“{word}” is typed with the Arabic {letters}; Urdu has {instead}"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        letters = _letters(page.profile)
        if letters is None or not letters.arabic.search(page.text):
            return
        yield from self._in_prose(page, letters)
        for start, end in plain_places(page):
            for first, last, safe in _urdu_words(page.text[start:end], letters):
                span = Span(start + first, start + last)
                word = page.text[slice(*span)]
                if word not in self.words("accept"):
                    yield self._at(letters, span, word, safe, True)

    def _in_prose(self, page: Page, letters: _Letters) -> Iterator[Finding]:
        prose = page.prose
        targets = _Targets(page)
        for start, end, safe in _urdu_words(prose.text, letters):
            block = prose.block_at(start)
            if prose.is_foreign(start, end) or (block and block.kind == "quote"):
                continue
            span = prose.span(start, end)
            word = prose.text[start:end]
            if word in self.words("accept"):
                continue
            # Where markup stands in the word, only a person can mend it.
            whole = page.text[span.start : span.end] == word
            if not targets.hold(span):
                yield self._at(letters, span, word, safe, whole)

    def _at(self, letters: _Letters, span: Span, word: str, safe: bool, whole: bool) -> Finding:
        found = letters.arabic.findall(word)
        typed = dict.fromkeys(letter[0] for letter in found)
        instead = dict.fromkeys(letters.instead[letter] for letter in found)
        mended = letters.mended(word) if whole else None
        return self.finding(
            span,
            _fix(span, mended, safe) if mended else None,
            word=word,
            letters=", ".join(f"{letter} (U+{ord(letter):04X})" for letter in typed),
            instead=listed(map(_either, instead), "{these}, {this}"),
        )


class _Targets:
    """Where link targets stand that are shown as they are: a changed letter would break them."""

    def __init__(self, page: Page) -> None:
        spans = [link.target_span for link in page.links if link.label_span is None]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def hold(self, span: Span) -> bool:
        """Return whether ``span`` lies in a target."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.start < self._ends[index]


def _either(letters: tuple[str, ...]) -> str:
    return listed(letters, "{these} or {this}")


def _fix(span: Span, mended: str, safe: bool) -> Fix:
    return Fix(
        (Edit(span.start, span.end, mended),),
        safe,
        Phrase("Write “{text}” with Urdu letters", text=mended),
    )


def _urdu_words(text: str, letters: _Letters) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of the Urdu words with Arabic letters, and whether that is certain."""
    quoted = False
    for piece in _PIECE.finditer(text):
        if piece["line"]:
            quoted = False
        elif piece["quote"]:
            quoted = not quoted
        elif not quoted and letters.arabic.search(piece.group()):
            yield from _words_of(list(_WORD.finditer(text, *piece.span())), letters)


def _words_of(words: list[re.Match[str]], letters: _Letters) -> Iterator[tuple[int, int, bool]]:
    """Yield the Urdu words with Arabic letters out of the words between two marks."""
    texts = [word.group() for word in words]
    if any(map(letters.foreign.search, texts)):
        return
    evidence = letters.evidence
    is_urdu = [bool(letters.own.search(text)) or text in evidence.common_words for text in texts]
    about_words = not evidence.about_words.isdisjoint(texts)
    for index, text in enumerate(texts):
        if not letters.arabic.search(text):
            continue
        certain = bool(letters.own.search(text)) or (
            bool(letters.not_arabic.search(text))
            # Letters for which there is a choice prove little: Persian and others have them.
            and letters.choice.isdisjoint(text)
            and any(is_urdu)
        )
        around = is_urdu[max(0, index - 1) : index] + is_urdu[index + 1 : index + 2]
        likely = bool(around) and all(around) and not about_words and not letters.is_arabic(text)
        if certain or likely:
            yield words[index].start(), words[index].end(), certain

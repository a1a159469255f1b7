"""arabic-letter-in-urdu: an Urdu word typed with letters of the Arabic keyboard."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HAMZA_ABOVE = "\u0654"

# The letters, what Urdu has instead, and what to say of it. The pair of letter and HAMZA ABOVE goes
# first: normalisation joins U+064A with it to ئ, and would leave U+06CC with it apart.
_INSTEAD = {"ي" + _HAMZA_ABOVE: "ئ", "ي": "ی", "ى": "ی", "ك": "ک"}
_HEH = "ه"  # ہ or, after b, p, t …, ھ: only a person can tell
_ARABIC = re.compile(f"ي{_HAMZA_ABOVE}?|[ىكه]")
_SHOWN = {
    "ي": "ي (U+064A)",
    "ى": "ى (U+0649)",
    "ك": "ك (U+0643)",
    _HEH: "ه (U+0647)",
}

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = re.compile(
    rf"[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f{_MARKS}]+"
)

# No other language of this script that appears in Urdu articles has these (Sindhi and Uyghur have
# U+06BE, but beside letters of their own).
_URDU_ONLY = re.compile("[ٹڈڑںےۓہۂھ]")
# Persian has these too, but never in one word with ي, ى or ك.
_NOT_ARABIC = re.compile("[پچژگکی]")
# Letters that neither Urdu nor Arabic has: the text is Sindhi, Pashto, Kurdish, Uyghur …
_FOREIGN = re.compile(
    "[\u063b-\u063f\u0672-\u0678\u067a-\u067d\u067f-\u0685\u0687\u0689-\u0690\u0692-\u0697\u0699-\u06a8"
    "\u06aa-\u06ae\u06b0-\u06b9\u06bb-\u06bd\u06bf\u06c4-\u06cb\u06cd-\u06d1\u06d5\u06ee-\u06ff\u0750-\u077f]"
)
# Common Urdu words without a letter that only Urdu has.
_COMMON = frozenset(
    ("کا", "کی", "کو", "کیا", "گیا", "گئی", "اور", "تک", "پر", "اس", "ان", "جس", "کسی", "ایک")
)
# Forms that Urdu words do not have: the letter ة, tatweel, tanwin.
_ARABIC_FORM = frozenset("ةـ\u064b\u064c\u064d")
# Near these words a word may be quoted as Arabic or Persian.
_ABOUT_WORDS = frozenset((
    "عربی", "فارسی", "پشتو", "سندھی", "کردی", "ایغور", "عبرانی", "ترکی",
    "لفظ", "الفاظ", "معنی", "معنے", "مطلب", "یعنی", "حرف", "حروف",
))  # fmt: skip

# Markup, and Latin letters, which a file name or an address has.
_MARKUP = re.compile("[][{}<>&A-Za-z]|''")

_QUOTES = '"“”«»‘’„'
# A piece of text between marks, or a quotation mark, or the end of a line.
_PIECE = re.compile(
    rf"(?P<quote>[{_QUOTES}])|(?P<line>\n)|[^{_QUOTES}\n.۔؟?!،,؛;:()\[\]{{}}/|–—\ufffc]+"
)


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
    message = "“{word}” is typed with the Arabic {letters}; Urdu has {instead}"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if not _ARABIC.search(page.text):
            return
        yield from self._in_prose(page)
        for start, end in _plain_places(page):
            for first, last, safe in _urdu_words(page.text[start:end]):
                span = Span(start + first, start + last)
                yield self._at(span, page.text[slice(*span)], safe, True)

    def _in_prose(self, page: Page) -> Iterator[Finding]:
        prose = page.prose
        targets = _Targets(page)
        for start, end, safe in _urdu_words(prose.text):
            block = prose.block_at(start)
            if prose.is_foreign(start, end) or (block and block.kind == "quote"):
                continue
            span = prose.span(start, end)
            word = prose.text[start:end]
            # Where markup stands in the word, only a person can mend it.
            whole = page.text[span.start : span.end] == word
            if not targets.hold(span):
                yield self._at(span, word, safe, whole)

    def _at(self, span: Span, word: str, safe: bool, whole: bool) -> Finding:
        found = [match.group() for match in _ARABIC.finditer(word)]
        letters = dict.fromkeys(letter[0] for letter in found)
        instead = dict.fromkeys(
            "ہ or ھ" if letter == _HEH else _INSTEAD[letter] for letter in found
        )
        return self.finding(
            span,
            _fix(span, word, safe) if whole else None,
            word=word,
            letters=", ".join(_SHOWN[letter] for letter in letters),
            instead=", ".join(instead),
        )


def _plain_places(page: Page) -> Iterator[Span]:
    """Yield where headings and values of infoboxes stand that are nothing but words."""
    spans = [section.heading.title_span for section in page.sections if section.heading]
    spans += [
        field.value_span
        for infobox in page.infoboxes
        for field in infobox.fields
        if field.type != "image"
    ]
    return (span for span in spans if not _MARKUP.search(page.text, *span))


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


def _fix(span: Span, word: str, safe: bool) -> Fix | None:
    """Return the fix of a word; None if it has a letter for which Urdu has more than one."""
    if _HEH in word or "ى" + _HAMZA_ABOVE in word:
        return None
    mended = _ARABIC.sub(lambda match: _INSTEAD[match.group()], word)
    return Fix((Edit(span.start, span.end, mended),), safe, f"Write “{mended}” with Urdu letters")


def _urdu_words(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of the Urdu words with Arabic letters, and whether that is certain."""
    quoted = False
    for piece in _PIECE.finditer(text):
        if piece["line"]:
            quoted = False
        elif piece["quote"]:
            quoted = not quoted
        elif not quoted and _ARABIC.search(piece.group()):
            yield from _words_of(list(_WORD.finditer(text, *piece.span())))


def _words_of(words: list[re.Match[str]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the Urdu words with Arabic letters out of the words between two marks."""
    texts = [word.group() for word in words]
    if any(map(_FOREIGN.search, texts)):
        return
    is_urdu = [bool(_URDU_ONLY.search(text)) or text in _COMMON for text in texts]
    about_words = not _ABOUT_WORDS.isdisjoint(texts)
    for index, text in enumerate(texts):
        if not _ARABIC.search(text):
            continue
        certain = bool(_URDU_ONLY.search(text)) or (
            bool(_NOT_ARABIC.search(text)) and _HEH not in text and any(is_urdu)
        )
        around = is_urdu[max(0, index - 1) : index] + is_urdu[index + 1 : index + 2]
        likely = bool(around) and all(around) and not about_words and not _is_arabic(text)
        if certain or likely:
            yield words[index].start(), words[index].end(), certain


def _is_arabic(word: str) -> bool:
    """Return whether a word has a form that Urdu words do not have: article, ة, tatweel, tanwin."""
    return word.startswith("ال") or not _ARABIC_FORM.isdisjoint(word)

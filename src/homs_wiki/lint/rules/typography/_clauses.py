"""Whether words are of the page's language, by the letters and words around them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from homs_wiki.profile import Profile
    from homs_wiki.profile.language import WordEvidence

_REACH = 300
PLAIN_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
)
LETTERS = PLAIN_LETTERS + "\ufb50-\ufdfb\ufe70-\ufefc"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
JOINERS = "\u200c\u200d\u0640"
WORD = lazily(f"[{LETTERS}{MARKS}{JOINERS}]+")
_ENDS = lazily(r"""["“”«»\n.۔؟?!,،؛;:()\[\]{}|=\ufffc]""")


class Clauses:
    """What shows that a clause, the words between two marks, is of the language."""

    def __init__(self, evidence: WordEvidence) -> None:
        # The heh of aspirates is a letter of Uyghur and Sindhi, too: it proves too little alone.
        self._own = compiled(f"[{evidence.own_letters.replace('ھ', '')}]")
        self._foreign = compiled(f"[{evidence.foreign_letters}]")
        self._evidence = evidence

    def is_own(self, text: str, start: int, end: int, ignored: str = "") -> bool:
        """Tell whether the clause around a stretch is of the language.

        It is if a word of it is, it has no letters of other languages but those in ``ignored``,
        and it does not speak of words of other languages.
        """
        before = _ENDS.split(text[max(0, start - _REACH) : start])[-1]
        behind = _ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
        clause = f"{before}{text[start:end]}{behind}"
        for letter in ignored:
            clause = clause.replace(letter, "")
        words = WORD.findall(clause)
        if self._foreign.search(clause) or not self._evidence.about_words.isdisjoint(words):
            return False
        return bool(self._own.search(clause)) or not self._evidence.common_words.isdisjoint(words)

    def is_own_word(self, word: str) -> bool:
        """Tell whether a letter of a word shows that it is of the language."""
        return bool(self._own.search(word))


@cache
def clauses(profile: Profile) -> Clauses | None:
    """Return what is known of the language of a wiki; None if nothing is."""
    evidence = profile.word_evidence
    return Clauses(evidence) if evidence else None

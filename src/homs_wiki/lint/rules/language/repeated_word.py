"""repeated-word: the same small word twice in a row."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.profile.tables import read_table
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# What may go on with a word: letters, vowel signs, joiners, hyphens, and a template (U+FFFC).
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
_IN_WORD = rf"\w{_MARKS}\u200c\u200d'’/\ufffc-"
_RUN = lazily(
    rf"\s(?P<first>\S++)(?P<again>(?:[ \t]++(?P=first))++)(?![{_IN_WORD}])", re.IGNORECASE
)
_WORD = lazily(r"\S+")
_NEXT_WORD = lazily(rf"[ \t]+([{_IN_WORD}]+)")
# What may stand between the two in the wikitext: blanks and the border of a link. Emphasis may
# not: in “the preposition ''of'' of English” the first is a name.
_BETWEEN = lazily(r"[ \t]*(?:\]\])?[ \t]*(?:\[\[(?:[^\[\]|\n]*\|)?)?[ \t]*")


class _Words(NamedTuple):
    """The words of one language that cannot stand twice in a row; see the data file."""

    words: frozenset[str]
    only_before: Mapping[str, tuple[str, ...]]
    unless_before: Mapping[str, tuple[str, ...]]


@cache
def _words(language: str) -> _Words | None:
    tables = read_table("repeated_words")
    if language not in tables:
        return None
    table = tables.table(language)
    return _Words(
        frozenset(table.texts("words")), table.lists("only_before"), table.lists("unless_before")
    )


class RepeatedWord(Rule):
    """A small word stands twice in a row, where no good sentence repeats it.

    ## What it does
    Looks in the running text for a word that is followed by itself, blanks or the border of a
    link between them, out of a list of words for each language (postpositions, articles,
    conjunctions) that never stand twice on purpose. Left alone are words that are doubled for
    emphasis or have two meanings, names, words as words (in italics), other languages in a
    `{{lang}}`, and everything in templates. A mark, a reference, a line's end between the two
    keeps them apart.

    ## Why it matters
    It is a slip of the keyboard or what is left of a sentence that was changed. Now and then a
    word is missing between the two.

    ## Example
    ```wikitext
    باغی شہر کے مشرقی حصے سے سے آگے بڑھے۔
    ```

    ## Use instead
    ```wikitext
    باغی شہر کے مشرقی حصے سے آگے بڑھے۔
    ```

    ## Fix safety
    The fix keeps the first of the two. It is not safe, because a person should look whether a word
    is missing between them. There is none where a link begins or ends between them.
    """

    name = "repeated-word"
    family = "language"
    severity = Severity.WARNING
    message = "“{word}” is repeated"
    options = ACCEPT
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of one word."""
        words = _words(page.profile.language)
        if words is None:
            return
        prose = page.prose
        # The line end makes the first word of the prose one like all others.
        text = "\n" + prose.text
        for run in _RUN.finditer(text):
            if not _is_slip(run, words) or run["first"] in self.words("accept"):
                continue
            start, end = run.start("first"), run.end()
            if prose.is_foreign(start - 1, end - 1):
                continue
            # Offsets in the prose are one less than in the text with its line end.
            places = [
                prose.span(start + word.start() - 1, start + word.end() - 1)
                for word in _WORD.finditer(text[start:end])
            ]
            gaps = [page.text[one.end : two.start] for one, two in pairwise(places)]
            if all(map(_BETWEEN.fullmatch, gaps)):
                yield self._at(places, gaps, run["first"])

    def _at(self, places: list[Span], gaps: list[str], word: str) -> Finding:
        first, last = places[0], places[-1]
        fix = None
        if not "".join(gaps).strip():
            edit = Edit(first.end, last.end, "")
            fix = Fix(
                (edit,),
                safe=False,
                description=Phrase("Remove the repetition of “{text}”", text=word),
            )
        return self.finding(Span(first.start, last.end), fix, word=word)


def _is_slip(run: re.Match[str], words: _Words) -> bool:
    """Return whether the words of ``run`` can only be one word repeated by mistake."""
    word = run["first"].lower()
    if word not in words.words or set(run["again"].split()) != {word}:
        return False
    following = _NEXT_WORD.match(run.string, run.end())
    then = following[1] if following else ""
    needed = words.only_before.get(word)
    return then not in words.unless_before.get(word, ()) and (needed is None or then in needed)

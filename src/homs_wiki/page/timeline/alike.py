"""Which sentences may tell the same: by the words they share, or by a clause of both.

They do if the longer one has all words of the shorter one. Where the words of the language
are known (`homs_wiki.profile.retelling`), a clause does as well, word for word in both sentences:
a verb of something that happened, and the names that it happened to. Words such as "again" in one
of them say that it happened twice.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.retelling import load_retelling_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from homs_wiki.page import Page
    from homs_wiki.profile.retelling import RetellingWords

_GAP: Final = "\ufffc"
_VOWELS: Final = "\u064b-\u0655\u0670"
_WORD: Final = lazily(rf"(?:[^\W\d_][{_VOWELS}]*+)++|\d+|{_GAP}")
_MARKS: Final = lazily(f"[{_VOWELS}]")
_LONG: Final = 2
"""Code points; shorter words do not tell what a sentence is about."""
_RARE: Final = 6
"""A word that is in more sentences than these does not tell what a sentence is about."""
_RARE_SHARED: Final = 2
_SHARED: Final = 5
_LONGEST: Final = 120
"""Words; in longer sentences no clause is looked for."""
_CLAUSE: Final = 5
_CLAUSE_OF_NAMES: Final = 3
"""Words that a clause has at least; fewer do where a capital letter shows the name."""


class Sentence:
    """A sentence as far as it is compared with others.

    U+FFFC stands for what is left out of it; no run of words goes on over that.

    Attributes:
        text: as it is given.
        places: where its words stand in it.
        written: its words in order, as they are written, without vowel signs of Arabic script.
        words: the same, each in one form.
        content: the set of those that may tell what it is about.
    """

    __slots__ = ("content", "places", "text", "words", "written")

    def __init__(self, text: str, language: str) -> None:
        known = load_retelling_words(language)
        forms: Mapping[str, str] = known.forms if known else {}
        found = list(_WORD.finditer(text))
        self.text = text
        self.places = [word.span() for word in found]
        self.written = [_MARKS.sub("", word[0]) for word in found]
        folded = [word.casefold() for word in self.written]
        self.words = [forms.get(word, word) for word in folded]
        self.content = frozenset(
            word for word in self.words if len(word) >= _LONG and not word.isdecimal()
        )


class Run(NamedTuple):
    """Words that follow each other in two sentences: from which word on, and how many."""

    one: Sentence
    other: Sentence
    start: int
    begun: int
    length: int

    @property
    def words(self) -> list[str]:
        """The words, each in one form."""
        return self.one.words[self.start : self.start + self.length]

    @property
    def text(self) -> str:
        """The words as they stand in the second sentence."""
        places = self.other.places[self.begun : self.begun + self.length]
        return self.other.text[places[0][0] : places[-1][1]]

    def has_capital(self, place: int) -> bool:
        """Tell whether a word of the run has a capital letter in both sentences."""
        first, second = self.one.written[self.start + place], self.other.written[self.begun + place]
        return first[0].isupper() and second[0].isupper()

    def is_cut(self) -> bool:
        """Tell whether a word with a capital letter follows in one of the sentences."""
        following = (
            *self.one.written[self.start + self.length :][:1],
            *self.other.written[self.begun + self.length :][:1],
        )
        return any(word[0].isupper() for word in following)


class Alike(NamedTuple):
    """Two sentences that may tell the same: their indexes, and the words of both.

    ``clause`` has the words as they stand in the second sentence.
    """

    first: int
    second: int
    clause: str


def find_alike(
    sentences: Sequence[Sentence],
    language: str,
    near: Callable[[int, int], bool],
    clauses: bool = True,
) -> Iterator[Alike]:
    """Yield the pairs of sentences that may tell the same, the first before the second.

    Only words that few sentences have make pairs, so that their number grows with the text.

    Args:
        sentences: in any order.
        language: the code of their language.
        near: tells by their indexes whether two sentences are of interest.
        clauses: whether a clause of both is enough.
    """
    known = load_retelling_words(language)
    holders: dict[str, list[int]] = {}
    for index, sentence in enumerate(sentences):
        for word in sentence.content:
            holders.setdefault(word, []).append(index)
    for (first, second), rare in sorted(_pairs(holders).items()):
        if rare < _RARE_SHARED or not near(first, second):
            continue
        one, other = sentences[first], sentences[second]
        if known and not known.again.isdisjoint(one.content ^ other.content):
            continue
        if clause := _clause(one, other, known) if known and clauses else "":
            yield Alike(first, second, clause)
        elif _say_the_same(one, other, known):
            yield Alike(first, second, _clause(one, other, None))


def may_tell_event(page: Page) -> bool:
    """Tell whether a page may be about an event: a page with the infobox of something else is not.

    On the page of a film or a club the same is told of many days: it was shown, it played.
    """
    infobox = page.infobox
    return infobox is None or bool(infobox.schema and infobox.schema.event_dates)


def _pairs(holders: Mapping[str, list[int]]) -> Counter[tuple[int, int]]:
    return Counter(
        pair
        for indexes in holders.values()
        if 1 < len(indexes) <= _RARE
        for pair in combinations(indexes, 2)
    )


def _say_the_same(one: Sentence, other: Sentence, known: RetellingWords | None) -> bool:
    """Tell whether one sentence has all words of the other: a name that differs is another name."""
    fewer = min(one.content, other.content, key=len)
    shared = one.content & other.content
    if len(shared) < _SHARED or len(shared) < len(fewer):
        return False
    return known is None or not known.verbs.isdisjoint(shared)


def _clause(one: Sentence, other: Sentence, known: RetellingWords | None) -> str:
    """Return the longest run of words of both, if words are known one that tells an event."""
    if max(len(one.words), len(other.words)) > _LONGEST:
        return ""
    best = ""
    for places in _runs(one.words, other.words):
        run = Run(one, other, *places)
        if known is None or _tells(run, known):
            best = max(best, run.text, key=len)
    return best


def _tells(run: Run, known: RetellingWords) -> bool:
    """Tell whether the words of a run tell an event: a verb, and what it happened to."""
    if known.verbs.isdisjoint(run.words):
        return False
    return _names_two(run, known) if known.common else _happens_to_name(run, known)


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs that two lists of words share and that go on no further: starts and length."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        places.setdefault(word, []).append(index)
    before: dict[int, int] = {}
    for index, word in enumerate(one):
        same = places.get(word, ()) if word != _GAP else ()
        lengths = {place: before.get(place - 1, 0) + 1 for place in same}
        for place, length in before.items():
            if place + 1 not in lengths:
                yield index - length, place + 1 - length, length
        before = lengths
    for place, length in before.items():
        yield len(one) - length, place + 1 - length, length


def _names_two(run: Run, known: RetellingWords) -> bool:
    """Tell whether two words besides the verb may be names, or things with one."""
    if run.length < _CLAUSE:
        return False
    named = {word for word in run.words if word not in known.common and word not in known.verbs}
    return len(named) >= _RARE_SHARED


def _happens_to_name(run: Run, known: RetellingWords) -> bool:
    """Tell whether a whole name stands behind the verb, or before its auxiliary.

    The first word of a sentence has a capital letter as well, so both must have one; a name that
    goes on in another way in one of them is another name.
    """
    words = run.words
    named = [run.has_capital(place) for place in range(run.length)]
    if run.is_cut():
        while named and named[-1]:
            named.pop()
    verb = next(place for place, word in enumerate(words) if word in known.verbs)
    if any(named[verb + 1 :]):
        return run.length >= _CLAUSE_OF_NAMES
    return any(named[place - 1] and words[place] in known.auxiliaries for place in range(1, verb))

"""Triples made from real pages, of which the right merge is known."""

import random
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from homs_wiki.diff.merge import merge
from homs_wiki.profile import load_profile

_PROFILE = load_profile("en.wikipedia")
_PARAGRAPH = re.compile(r"^[A-Z][^\n{|<=\[]{200,}[^\n]*\n", re.MULTILINE)
_ITEMS = re.compile(r"(?:^\*[^\n]{20,}\n){3,}", re.MULTILINE)
_SECTION = re.compile(r"^==[^=\n]+==[ \t]*\n(?:(?!==[^=])[^\n]*\n)*", re.MULTILINE)
_CITATION = re.compile(r"\{\{[Cc]ite [a-z]+ *\|[^{}]+\}\}")
_PARAMETER = re.compile(
    r"\| *(title|publisher|website|work|last|first) *= *([A-Za-z][^|{}\[\]<>=]+?) *(?=[|}])"
)
_WORD = re.compile(r"(?<![\w\[|{/=.-])[a-z]{5,}(?![\w\]|}=/.-])")
_SENTENCE_END = re.compile(r"[a-z]{3}\. (?=[A-Z])")


class Triple(NamedTuple):
    """Two edits of a base; ``right`` is None where nobody can know."""

    base: str
    ours: str
    theirs: str
    right: str | None


_Maker = Callable[[str, random.Random], Triple | None]


def _replaced(text: str, *changes: tuple[int, int, str]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _both(text: str, first: tuple[int, int, str], second: tuple[int, int, str]) -> Triple:
    return Triple(
        text, _replaced(text, first), _replaced(text, second), _replaced(text, first, second)
    )


def _change(match: re.Match[str], rng: random.Random) -> tuple[int, int, str]:
    new = rng.choice(["altered", "fresh words", "quite another", "", "zebra"])
    end = match.end()
    # A word that is taken out takes a space along.
    return (match.start(), end + (not new and match.string[end] == " "), new)


def _some(matches: list[re.Match[str]], rng: random.Random) -> re.Match[str] | None:
    return rng.choice(matches) if matches else None


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, start, end))


def _two_sentences(text: str, rng: random.Random) -> Triple | None:
    paragraph = _some(list(_PARAGRAPH.finditer(text)), rng)
    if not paragraph:
        return None
    ends = list(_SENTENCE_END.finditer(text, *paragraph.span()))
    if not ends:
        return None
    cut = rng.choice(ends).end()
    before = _words(text, paragraph.start(), cut - 6)
    after = _words(text, cut, paragraph.end())
    if not (before and after):
        return None
    return _both(text, _change(rng.choice(before), rng), _change(rng.choice(after), rng))


def _adjacent_items(text: str, rng: random.Random) -> Triple | None:
    items = _some(list(_ITEMS.finditer(text)), rng)
    if not items:
        return None
    cut = text.find("\n", items.start()) + 1
    before = _words(text, items.start(), cut)
    after = _words(text, cut, text.find("\n", cut))
    if not (before and after):
        return None
    return _both(text, _change(rng.choice(before), rng), _change(rng.choice(after), rng))


def _two_parameters(text: str, rng: random.Random) -> Triple | None:
    citation = _some(list(_CITATION.finditer(text)), rng)
    if not citation:
        return None
    found = list(_PARAMETER.finditer(text, *citation.span()))
    if len(found) < 2:
        return None
    first, second = sorted(rng.sample(found, 2), key=lambda match: match.start())
    return _both(text, (*first.span(2), "Another value"), (*second.span(2), "Something else"))


def _many_places(text: str, rng: random.Random) -> Triple | None:
    paragraphs = list(_PARAGRAPH.finditer(text))
    if len(paragraphs) < 3:
        return None
    rng.shuffle(paragraphs)
    sides: list[list[tuple[int, int, str]]] = [[], []]
    for index, paragraph in enumerate(paragraphs[:12]):
        words = _words(text, *paragraph.span())
        if words:
            sides[index % 2].append(_change(rng.choice(words), rng))
    ours, theirs = sides
    return Triple(
        text, _replaced(text, *ours), _replaced(text, *theirs), _replaced(text, *ours, *theirs)
    )


def _same_and_more(text: str, rng: random.Random) -> Triple | None:
    paragraphs = list(_PARAGRAPH.finditer(text))
    if len(paragraphs) < 3:
        return None
    changes = []
    for paragraph in rng.sample(paragraphs, 3):
        words = _words(text, *paragraph.span())
        if not words:
            return None
        changes.append(_change(rng.choice(words), rng))
    same, first, second = changes
    return Triple(
        text,
        _replaced(text, same, first),
        _replaced(text, same, second),
        _replaced(text, same, first, second),
    )


def _moved(text: str, block: re.Match[str], place: int, inside: str) -> str:
    """Return the text with a block taken out and ``inside`` put in elsewhere."""
    start, end = block.span()
    if place >= end:
        return text[:start] + text[end:place] + inside + text[place:]
    return text[:place] + inside + text[place:start] + text[end:]


def _places(blocks: list[re.Match[str]], block: re.Match[str]) -> list[int]:
    """Return where a block can go that is not beside it."""
    index = blocks.index(block)
    return [each.start() for at, each in enumerate(blocks) if at < index or at > index + 1]


def _sections(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in _SECTION.finditer(text)
        if match[0].endswith("\n\n") and 300 < len(match[0]) < 6000
    ]


def _moved_section(text: str, rng: random.Random) -> Triple | None:
    sections = _sections(text)
    block = _some(sections, rng)
    if not block or text.count(block[0]) > 1:
        return None
    places, words = _places(sections, block), _words(text, *block.span())
    if not (places and words):
        return None
    place, change = rng.choice(places), _change(rng.choice(words), rng)
    theirs = _replaced(text, change)
    new = theirs[block.start() : block.end() + len(theirs) - len(text)]
    return Triple(
        text, _moved(text, block, place, block[0]), theirs, _moved(text, block, place, new)
    )


def _moved_section_longer(text: str, rng: random.Random) -> Triple | None:
    sections = _sections(text)
    block = _some(sections, rng)
    if not block or text.count(block[0]) > 1:
        return None
    places = _places(sections, block)
    if not places:
        return None
    place = rng.choice(places)
    new = block[0] + "A paragraph that somebody wrote for the end of the section.\n\n"
    theirs = _replaced(text, (*block.span(), new))
    return Triple(
        text, _moved(text, block, place, block[0]), theirs, _moved(text, block, place, new)
    )


def _paragraphs(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in _PARAGRAPH.finditer(text)
        if text[match.end() : match.end() + 1] == "\n" and text[: match.start()].endswith("\n\n")
    ]


def _moved_paragraph_both(text: str, rng: random.Random) -> Triple | None:
    paragraphs = _paragraphs(text)
    paragraph = _some(paragraphs, rng)
    if not paragraph:
        return None
    places = _places(paragraphs, paragraph)
    words = _words(text, *paragraph.span())
    if not places or len(words) < 12:
        return None
    first = _change(rng.choice(words[:3]), rng)
    second = _change(rng.choice(words[-3:]), rng)
    place = rng.choice(places)
    start, end = paragraph.span()
    texts = [
        _replaced(text, *changes)[start : end + 1 + sum(len(c[2]) - (c[1] - c[0]) for c in changes)]
        for changes in ((first,), (first, second))
    ]
    whole = re.compile(re.escape(text[start : end + 1])).match(text, start)
    assert whole
    if text[first[1] : second[0]].count(" ") < 4 or place == end + 1:
        return None
    return Triple(
        text,
        _moved(text, whole, place, texts[0]),
        _replaced(text, second),
        _moved(text, whole, place, texts[1]),
    )


def _same_word(text: str, rng: random.Random) -> Triple | None:
    word = _some(_words(text, 0, len(text)), rng)
    if not word:
        return None
    ours, theirs = ((*word.span(), new) for new in ("first choice", "second"))
    return Triple(text, _replaced(text, ours), _replaced(text, theirs), None)


def _same_place(text: str, rng: random.Random) -> Triple | None:
    paragraph = _some(_paragraphs(text), rng)
    if not paragraph:
        return None
    place = paragraph.start()
    sides = ((place, place, f"{new} paragraph about the thing.\n\n") for new in ("First", "Second"))
    ours, theirs = (_replaced(text, side) for side in sides)
    return Triple(text, ours, theirs, None)


def _removed_and_changed(text: str, rng: random.Random) -> Triple | None:
    paragraph = _some(_paragraphs(text), rng)
    words = _words(text, *paragraph.span()) if paragraph else []
    if not (paragraph and words):
        return None
    ours = (paragraph.start(), paragraph.end() + 1, "")
    return Triple(
        text, _replaced(text, ours), _replaced(text, _change(rng.choice(words), rng)), None
    )


def _moved_and_removed(text: str, rng: random.Random) -> Triple | None:
    sections = _sections(text)
    block = _some(sections, rng)
    if not block or text.count(block[0]) > 1 or not _places(sections, block):
        return None
    ours = _moved(text, block, rng.choice(_places(sections, block)), block[0])
    return Triple(text, ours, _replaced(text, (*block.span(), "")), None)


def _moved_twice(text: str, rng: random.Random) -> Triple | None:
    sections = _sections(text)
    block = _some(sections, rng)
    places = _places(sections, block) if block else []
    if not block or text.count(block[0]) > 1 or len(places) < 2:
        return None
    first, second = rng.sample(places, 2)
    ours, theirs = (_moved(text, block, place, block[0]) for place in (first, second))
    return Triple(text, ours, theirs, None)


_MAKERS: dict[str, _Maker] = {
    "two sentences of a paragraph": _two_sentences,
    "adjacent items": _adjacent_items,
    "two parameters of a citation": _two_parameters,
    "many places": _many_places,
    "the same and more": _same_and_more,
    "moved section with an edit": _moved_section,
    "moved section made longer": _moved_section_longer,
    "moved paragraph edited by both": _moved_paragraph_both,
    "the same word": _same_word,
    "the same place": _same_place,
    "removed and changed": _removed_and_changed,
    "moved and removed": _moved_and_removed,
    "moved twice": _moved_twice,
}

_Corpus = Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]]


def triples(texts: list[str], maker: _Maker, seed: int, wanted: int) -> list[Triple]:
    """Return triples of one kind from many texts; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - repeatable
    found: list[Triple] = []
    for _ in range(4):
        for text in texts:
            triple = maker(text, rng)
            if triple and len({*triple[:3]}) == 3:
                found.append(triple)
            if len(found) == wanted:
                return found
    return found


def judged(triple: Triple) -> str:
    """Merge and say how it went: "right", "conflict" or "wrong"."""
    result = merge(triple.base, triple.ours, triple.theirs, _PROFILE)
    if triple.right is None:
        return "right" if result.conflicts else "wrong"
    if result.conflicts:
        return "conflict"
    return "right" if result.text == triple.right else "wrong"


@pytest.mark.parametrize("kind", _MAKERS)
def test_real_pages_are_merged_right(corpus: _Corpus, kind: str) -> None:
    texts = [text for _, text, _ in corpus("wtf") if 2000 < len(text) < 100_000]
    made = triples(texts, _MAKERS[kind], 7, 30)
    assert len(made) > 10
    score = Counter(judged(triple) for triple in made)
    assert score["wrong"] == 0
    assert score["right"] >= 0.95 * len(made)

"""Where sentences end."""

import re

from homs_wiki.profile.sentences import sentence_facts
from homs_wiki.source.patterns import compiled

# A run of marks that can end a sentence, with the quotes and brackets that close after it.
_STOP = compiled(r"(?P<mark>[.!?…۔؟。！？]+)(?P<closing>[\"'”’»›)\]}」』）]*)")
_ALWAYS = frozenset("۔؟。！？")
# What follows an ASCII mark where a sentence ends: white space, a template, or nothing.
_FOLLOWS = compiled(r"(?=[\s\ufffc])\s*|\Z")
_WORD_BEFORE = compiled(r"[^\W\d_][\w.'’-]*\Z")
_DAY_BEFORE = compiled(r"(?<!\d)\d{1,2}\Z", re.ASCII)
# Longest word or number that is looked at before a full stop.
_REACH = 12


def sentence_spans(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]``, without the white space between them.

    A sentence ends with the marks of any of the wiki languages, so that a foreign sentence ends
    too. An ASCII full stop ends none inside a number or a web address, after an initial or a known
    abbreviation, before a small letter, and after a day in languages that write "5." for "5th".
    Where it is doubtful the sentences stay together.
    """
    found = []
    position = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop, end, language):
            found.append((position, stop.end()))
            position = stop.end()
    found.append((position, end))
    return [span for span in (_stripped(text, *span) for span in found) if span[0] < span[1]]


def _ends(text: str, stop: re.Match[str], end: int, language: str) -> bool:
    mark = stop["mark"]
    if not _ALWAYS.isdisjoint(mark):
        return True
    follows = _FOLLOWS.match(text, stop.end(), end)
    if not follows:
        return False
    if follows.end() < end and text[follows.end()].islower():
        return False
    return mark != "." or not _abbreviates(text, stop.start(), language)


def _abbreviates(text: str, offset: int, language: str) -> bool:
    before = text[max(0, offset - _REACH) : offset]
    if language in sentence_facts().ordinal_stop and _DAY_BEFORE.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    letters = word[0].rpartition(".")[2]
    return len(letters) == 1 or word[0].lower() in sentence_facts().abbreviations


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end

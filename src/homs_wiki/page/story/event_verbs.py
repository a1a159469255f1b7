"""Sentences that say of the page's own event when it began, ended or took place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.dates.grammar import WORD, one_of
from homs_wiki.page.story.event import agree, is_certain
from homs_wiki.page.story.subject import begins_with_event
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.source import Span

_REACH = 60
_BETWEEN = r"(?:[^\S\n]+\w+){0,2}[^\S\n]*"


class _Patterns(NamedTuple):
    """The compiled words of one language."""

    verb: re.Pattern[str]
    is_behind: bool


def disagreeing(
    page: Page, sentence: Span, dates: Iterable[PageDate], box: Date
) -> Iterator[PageDate]:
    """Yield the dates of a sentence on the event itself that the infobox contradicts.

    Args:
        page: the page.
        sentence: where it stands in the prose; one on something else yields nothing.
        dates: its dates.
        box: what the infobox says.
    """
    language = page.profile.language
    text = page.prose.text
    patterns = _patterns(language)
    if patterns is None or not begins_with_event(text, sentence, language):
        return
    for date in dates:
        if not is_certain(date.date):
            continue
        verb = _verb_of(text, sentence, date, patterns)
        if verb and not _fits(verb, date.date, box):
            yield date


def _verb_of(text: str, sentence: Span, date: PageDate, patterns: _Patterns) -> str:
    """Give what is said of a date: ``began``, ``ended`` or ``lasted``; empty if nothing certain."""
    start, end = date.prose, date.found.end
    if patterns.is_behind:
        match = patterns.verb.match(text, end, min(sentence.end, end + _REACH))
    else:
        match = patterns.verb.search(text, max(sentence.start, start - _REACH), start)
    return (match.lastgroup or "") if match else ""


def _fits(verb: str, told: Date, box: Date) -> bool:
    """Tell whether a date may be that of the infobox, by what is said of it."""
    if verb == "lasted" or box.end is None:
        return agree(told, box)
    if told.is_range:
        return True
    point = box.start if verb == "began" else box.end
    return agree(told, box._replace(start=point, end=point))


@cache
def _patterns(language: str) -> _Patterns | None:
    """Compile the words of a language; None where there are none."""
    words = load_story_words(language).narrative
    if not words.began:
        return None
    kinds = {"began": words.began, "ended": words.ended, "lasted": words.lasted}
    verbs = "|".join(f"(?P<{name}>{one_of(verbs)})" for name, verbs in kinds.items())
    verb = f"(?<![{WORD}])(?:{verbs})(?![{WORD}])"
    pattern = f"{_BETWEEN}{verb}" if words.verb_behind else f"{verb}{_BETWEEN}\\Z"
    return _Patterns(lazily(pattern), words.verb_behind)

"""Whether an event is over: what a page says of it in its infobox, lead and categories.

Read are only the places that speak of the page's own event: the fields of its dates and its state
in the first infobox, the first sentences of the lead for "goes on", the lead's sentences for "the
battle ended" where "battle" is what the first sentence calls it, and the names of categories. What
the words are stands in ``profile/data/dates/story/``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.page.dates.grammar import one_of
from homs_wiki.page.dates.words import edges
from homs_wiki.profile.story_words import StateWords, load_story_words
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Comment, ExtensionTag, Template

from .subject import begins_with_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate

Place = Literal["lead", "infobox", "category"]

_LONGEST_LEAD: Final = 4_000
"""Code points of the lead that are read; of a page without headings this is its beginning."""
_LONGEST_FIELD: Final = 400
_REACH: Final = 40
_CALLED: Final = 120
_STATES: Final = ("status", "result")
_STATE_ENDS: Final = frozenset(("", "<", "{", "(", "\n", ".", ";", ","))
_DASH: Final = r"[-–—−]"
_LAST_WORD: Final = lazily(r"([^\s,،;؛:()«»\"“”.。！]+)\s*\Z")
_CLAUSE_STARTS: Final = frozenset(',،、;؛:(«»"“”.。！۔।؟—–')
_END_TEMPLATES: Final = frozenset(("end_date", "end_date_age"))


class Claim(NamedTuple):
    """What a page says of the state of its event.

    Attributes:
        place: what kind of place it stands in.
        span: where (code points of the page).
        text: its words as a reader sees them.
        date: the date that says it; None if words do.
    """

    place: Place
    span: Span
    text: str
    date: Date | None = None


class _Patterns(NamedTuple):
    """The words of one language as patterns, each compiled when it is first used."""

    words: StateWords
    going_on: re.Pattern[str]
    over: re.Pattern[str]
    until_now: re.Pattern[str]
    ongoing: re.Pattern[str]
    hints: tuple[str, ...]
    """Pieces of what says "goes on": a sentence has one of them, or none of these words."""


def claims_going_on(page: Page) -> list[Claim]:
    """Give where the page says that its event goes on, in order of the kinds of places."""
    patterns = _patterns(page.profile.language)
    if patterns is None:
        return []
    return [
        *_fields_going_on(page, patterns),
        *_lead_going_on(page, patterns),
        *_categories_going_on(page, patterns),
    ]


def claims_over(page: Page) -> list[Claim]:
    """Give where the page says that its event is over, or names its last day."""
    patterns = _patterns(page.profile.language)
    if patterns is None:
        return []
    return [*_fields_over(page), *_lead_over(page, patterns)]


def _fields_going_on(page: Page, patterns: _Patterns) -> Iterator[Claim]:
    """Yield the fields of the infobox that say that it goes on."""
    infobox = page.infobox
    if infobox is None or not (fields := infobox.event_fields()):
        return
    for field in fields:
        # On the wikitext: a template for the first day may stand before it.
        start, end = field.value_span
        end = min(end, start + _LONGEST_FIELD)
        if all(page.text.find(word, start, end) < 0 for word in patterns.words.until_now):
            continue
        match = patterns.until_now.search(page.text, start, end)
        if match and not _is_in_note(page, match.start("now")):
            yield Claim("infobox", Span(*match.span("now")), match["now"])
    for name in _STATES:
        state = infobox.get(name)
        if state is None or not any(word in state.raw for word in patterns.words.ongoing):
            continue
        match = patterns.ongoing.match(state.raw)
        # "Ongoing insurgency" is what came of it.
        if match and state.raw[match.end() :].lstrip("'] ")[:1] in _STATE_ENDS:
            begin = state.value_span.start + match.start("word")
            yield Claim("infobox", Span(begin, begin + len(match["word"])), match["word"])


def _lead_going_on(page: Page, patterns: _Patterns) -> Iterator[Claim]:
    """Yield what says in the first sentence, or a second on the same, that its subject goes on."""
    text, language = page.prose.text, page.profile.language
    own = _own_dates(page)
    # What few pages have is asked before what few have read: their sentences.
    if not _is_hinted(page, (*patterns.hints, *(patterns.words.until_now if own else ()))):
        return
    sentences = _first_sentences(page)
    for number, each in enumerate(sentences):
        match = _search_going_on(text, each, patterns)
        if match is None or (number and not begins_with_event(text, each, language)):
            continue
        if not _is_of_another(text, each, match, patterns.words):
            yield Claim("lead", page.prose.span(*match.span()), match[0])
            return
    sentence = next(iter(sentences), None)
    if sentence is None:
        return
    for date in _dates_in(page, sentence) if own else ():
        if date.date.end is not None or not date.text.endswith(patterns.words.until_now):
            continue
        if any(_begin_together(date.date, each.date) for each in own):
            yield Claim("lead", date.span, date.text, date.date)


def _is_hinted(page: Page, hints: tuple[str, ...]) -> bool:
    """Tell whether the lead has one of some pieces of text."""
    text, sections = page.prose.text, page.sections
    end = page.prose.position(sections[1].start) if len(sections) > 1 else len(text)
    return any(text.find(hint, 0, end) >= 0 for hint in hints)


def _search_going_on(text: str, sentence: Span, patterns: _Patterns) -> re.Match[str] | None:
    """Find what says "is ongoing" in a sentence, if a piece of it is seen there."""
    is_hinted = any(text.find(hint, *sentence) >= 0 for hint in patterns.hints)
    return patterns.going_on.search(text, *sentence) if is_hinted else None


def _categories_going_on(page: Page, patterns: _Patterns) -> Iterator[Claim]:
    """Yield the categories of what goes on."""
    links = page.categories
    if not links or all(page.text.find(w, links[0].start) < 0 for w in patterns.words.ongoing):
        return
    for link in links:
        if patterns.ongoing.search(link.title or ""):
            yield Claim("category", Span(link.start, link.end), link.title or "")


def _fields_over(page: Page) -> Iterator[Claim]:
    """Yield the last day of the event by the infobox, if it has one and only one."""
    own = _own_dates(page)
    at_end = [date for date in own if date.name == "end_date" or _is_in_end_template(page, date)]
    if not at_end and len(own) == 1 and own[0].date.is_range:
        at_end = own
    for date in at_end if len(at_end) == 1 else ():
        if date.date.end is not None and not date.date.approximate and not date.fault:
            yield Claim("infobox", date.span, date.text, date.date)


def _is_in_end_template(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in ``{{end date}}`` or its kin."""
    node = page.document.enclosing(date.start)
    return isinstance(node, Template) and page.profile.concept(node.name) in _END_TEMPLATES


def _is_in_note(page: Page, offset: int) -> bool:
    """Tell whether a place is in a reference or a comment."""
    return isinstance(page.document.enclosing(offset), ExtensionTag | Comment)


def _lead_over(page: Page, patterns: _Patterns) -> Iterator[Claim]:
    """Yield what says in the lead that the event is over."""
    sentence = next(iter(_first_sentences(page)), None)
    lead = _lead(page)
    if sentence is None or lead is None:
        return
    prose = page.prose
    going = _search_going_on(prose.text, sentence, patterns)
    # What it is called stands before "is an ongoing" and right behind it.
    end = (going.end() + _REACH) if going else (sentence.start + _CALLED)
    called = prose.text[sentence.start : min(end, sentence.end)]
    for match in patterns.over.finditer(prose.text, *lead):
        noun = next(filter(None, match.groups()))
        if noun.lower() in called.lower() and not _is_other_time(prose.text, match, patterns.words):
            yield Claim("lead", prose.span(*match.span()), match[0])
            return
    own = _own_dates(page)
    for date in _dates_in(page, sentence):
        value = date.date
        if not value.is_range or value.end is None or value.approximate:
            continue
        if any(each.date.end is None and _begin_together(value, each.date) for each in own):
            yield Claim("lead", date.span, date.text, value)


def _own_dates(page: Page) -> list[PageDate]:
    """Give the dates in the fields of the first infobox that say when the event took place."""
    infobox = page.infobox
    if infobox is None or infobox.schema is None:
        return []
    names = infobox.schema.event_dates
    return [
        date
        for date in page.dates
        if date.role == "infobox" and date.owner == 0 and date.name in names
    ]


def _begin_together(one: Date, other: Date) -> bool:
    """Tell whether two dates have the same beginning, as far as both say it."""
    pairs = zip(one.start, other.start, strict=True)
    known = [(first, second) for first, second in pairs if first and second]
    return bool(known) and known[0][0] == known[0][1] and all(a == b for a, b in known)


def _dates_in(page: Page, sentence: Span) -> Iterator[PageDate]:
    """Yield the dates of a sentence of the lead."""
    for date in page.dates:
        if date.prose >= sentence.end:
            return
        if date.prose >= sentence.start:
            yield date


def _first_sentences(page: Page) -> list[Span]:
    """Give the lead's first two sentences, in offsets of the prose."""
    prose = page.prose
    first = prose.first_paragraph
    if first is None or first.section != 0:
        return []
    return prose.sentences(first)[:2]


def _lead(page: Page) -> Span | None:
    """Give the lead, in offsets of the prose: of a page without headings, its first line."""
    blocks = [block for block in page.prose.blocks if block.section == 0]
    if not blocks:
        return None
    start, end = blocks[0].start, blocks[-1].end
    if len(page.sections) == 1:
        line = page.prose.text.find("\n", start, end)
        end = line if line >= 0 else end
    return Span(start, min(end, start + _LONGEST_LEAD))


def _is_of_another(text: str, sentence: Span, match: re.Match[str], words: StateWords) -> bool:
    """Tell whether "is ongoing" has another subject than the sentence, or another meaning."""
    if words.not_before:
        before = text[sentence.start : match.start()]
        clause = max(before.rfind(mark) for mark in ",،;؛(") + 1
        inside = before[clause:].split()
        # What relates to a thing stands behind it with a comma, or right before its verb.
        relating = (*inside[-1:], *(inside[:1] if clause else ()))
        if not set(words.not_before).isdisjoint(relating):
            return True
    behind = text[match.end() : match.end() + _REACH].split()
    return bool(behind) and behind[0] in words.not_behind


def _is_other_time(text: str, match: re.Match[str], words: StateWords) -> bool:
    """Tell whether "the battle ended" speaks of another time or another battle."""
    if text[match.end() : match.end() + _REACH].lstrip().startswith(words.over_not_before):
        return True
    before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
    if not before or before[-1] in _CLAUSE_STARTS:
        return False
    last = _LAST_WORD.search(before)
    word = last[1] if last else ""
    if words.over_only_after is not None:
        return not before.endswith(tuple(f" {each}" for each in words.over_only_after)) and (
            word not in words.over_only_after
        )
    return word.lower() in words.over_not_after


@cache
def _patterns(language: str) -> _Patterns | None:
    """Compile the words of a language; None where there are none."""
    words = load_story_words(language).state
    if not words.going_on:
        return None
    left, right = edges(language)
    noun = one_of(words.nouns)

    def any_of(templates: tuple[str, ...], group: str) -> str:
        ordered = sorted(templates, key=len, reverse=True)
        escaped = (re.escape(each).replace(r"\ ", r"[^\S\n]+") for each in ordered)
        return "|".join(each.replace(r"\{noun\}", group) for each in escaped)

    return _Patterns(
        words,
        lazily(f"{left}(?:{any_of(words.going_on, f'(?:{noun})')}){right}"),
        lazily(f"{left}(?:{any_of(words.over, f'({noun})')}){right}", re.IGNORECASE),
        lazily(rf"(?:{_DASH}|[({{]|تا)[^\S\n]*(?P<now>{one_of(words.until_now)}){right}"),
        lazily(rf"['\[{{\s]*{left}(?P<word>{one_of(words.ongoing)}){right}"),
        tuple({max(re.split(r" |\{noun\}", each), key=len) for each in words.going_on}),
    )

"""Edits of running text: words, numbers, dates, sentences, links."""

import re

from benchmarks.edits.draft import Draft
from benchmarks.edits.truth import Edited, Truth, place_of
from homs_wiki.page.dates import PageDate
from homs_wiki.source import Edit, Span

_FEWEST_SENTENCES = 3
_LAST_SAFE_DAY = 28  # every month has it


def another_digit(draft: Draft, number: str) -> str:
    """Return the number with one of its digits changed."""
    at = draft.random.choice([i for i, letter in enumerate(number) if letter.isdecimal()])
    digit = draft.random.choice([each for each in "123456789" if each != number[at]])
    return number[:at] + digit + number[at + 1 :]


def word(draft: Draft) -> Edited | None:
    """One word replaced."""
    for paragraph in draft.shuffled(draft.paragraphs):
        for edit in draft.reword(paragraph, 1):
            return draft.replaced("word replaced", "word", edit)
    return None


def digit(draft: Draft) -> Edited | None:
    """One digit of a number changed."""
    for paragraph in draft.shuffled(draft.paragraphs):
        if place := draft.pick(draft.plain_numbers(paragraph)):
            edit = Edit(*place, another_digit(draft, draft.text[slice(*place)]))
            return draft.replaced("digit changed", "number", edit)
    return None


def date(draft: Draft) -> Edited | None:
    """A date in a sentence put on another day."""
    paragraphs = draft.paragraphs
    for found in draft.shuffled(draft.page.dates):
        place = found.span
        day = _day(draft, found)
        if day and any(each.start <= place.start < each.end for each in paragraphs):
            written = str(found.date.start.day)
            days = [str(each) for each in range(1, _LAST_SAFE_DAY) if str(each) != written]
            edit = Edit(*day, draft.random.choice(days))
            new = Span(place.start, place.end + len(edit.text) - len(written))
            after = draft.text[place.start : edit.start] + edit.text
            truth = Truth("date", place, new, "", draft.text[slice(*place)], after)
            return draft.made("date changed", [edit], [truth])
    return None


def _day(draft: Draft, found: PageDate) -> Span | None:
    """Return where the day of a plainly written single date stands."""
    start, end = found.span
    if found.role != "prose" or not found.date.is_full_day or found.date.is_range:
        return None
    written, day = draft.text[start:end], f"{found.date.start.day}"
    places = list(re.finditer(rf"(?<![\d-]){day}(?![\d-])", written))
    if written != found.text or len(places) != 1:
        return None
    return Span(start + places[0].start(), start + places[0].end())


def sentence_added(draft: Draft) -> Edited | None:
    """A sentence without a reference added."""
    end = draft.pick(draft.ends_of_sentences())
    if end is None:
        return None
    return draft.replaced(
        "sentence added", "sentence without reference", Edit(end, end, " " + draft.sentence())
    )


def sentence_added_with_reference(draft: Draft) -> Edited | None:
    """A sentence with a reference added."""
    end = draft.pick(draft.ends_of_sentences())
    if end is None:
        return None
    sentence, reference = " " + draft.sentence(), new_reference(draft)
    edit = Edit(end, end, sentence + reference)
    behind = end + len(sentence)
    truths = [
        Truth("sentence with reference", Span(end, end), place_of([edit], edit)),
        Truth("reference within, added", Span(end, end), Span(behind, behind + len(reference))),
    ]
    return draft.made("sentence with reference added", [edit], truths)


def new_reference(draft: Draft) -> str:
    """Return a reference that the page does not have."""
    number = draft.random.randrange(1000, 9999)
    return (
        f"<ref>{{{{cite web |title={draft.title()} |url=https://example.org/{number} "
        f"|work={draft.random.choice(draft.words.works)} |date=2023-04-{number % 18 + 10}}}}}</ref>"
    )


def sentence_removed(draft: Draft) -> Edited | None:
    """A sentence without reference and links removed, from the middle or the end."""
    for paragraph in draft.shuffled(draft.paragraphs):
        sentences = draft.sentences(paragraph)
        plain = [each for each in sentences[1:] if draft.is_plain(each)]
        if len(sentences) >= _FEWEST_SENTENCES and (place := draft.pick(plain)):
            before = draft.text[: place.start].rstrip(" ")
            edit = Edit(len(before), place.end, "")
            truth = Truth("sentence removed", place, Span(edit.start, edit.start))
            return draft.made("sentence removed", [edit], [truth])
    return None


def link_retargeted(draft: Draft) -> Edited | None:
    """The target of a link changed, its label not."""
    links = [
        link
        for link in draft.page.links
        if link.kind == "link" and link.label and link.target.isprintable()
        and any(each.start <= link.start < each.end for each in draft.paragraphs)
        and draft.page.document.enclosing(link.start) is None
    ]  # fmt: skip
    if not (link := draft.pick(links)):
        return None
    edit = Edit(*link.target_span, draft.title())
    made = draft.replaced("link retargeted", "link retargeted", edit)
    new = Span(link.start, link.end + len(edit.text) - len(link.target))
    return made._replace(truths=(made.truths[0]._replace(old=Span(link.start, link.end), new=new),))

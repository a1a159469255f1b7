"""Edits of categories, images and links to other languages."""

import re

from benchmarks.edits.draft import Draft
from benchmarks.edits.truth import Edited, Truth
from homs_wiki.source import Edit, Span
from homs_wiki.syntax.wikilinks import Wikilink

_LANGUAGES = ("de", "fr", "es", "sv", "ja", "pl", "fa", "tr")
_PREFIX = re.compile(r"[^:]*:")


def _lines(draft: Draft, kind: str) -> list[Wikilink]:
    """Return the links of a kind that have a line of their own."""
    text = draft.text
    return [
        link
        for link in draft.page.links
        if link.kind == kind and not link.gallery
        and text.startswith("\n", link.end)
        and (link.start == 0 or text[link.start - 1] == "\n")
        and draft.page.document.enclosing(link.start) is None
        and text.count(text[link.start : link.end]) == 1
    ]  # fmt: skip


def _removed(draft: Draft, name: str, kind: str) -> Edited | None:
    if not (link := draft.pick(_lines(draft, kind))):
        return None
    edit = Edit(link.start, link.end + 1, "")
    truth = Truth(name, Span(link.start, link.end), Span(link.start, link.start))
    return draft.made(name, [edit], [truth])


def _added(draft: Draft, name: str, at: int, link: str) -> Edited:
    truth = Truth(name, Span(at, at), Span(at, at + len(link)))
    return draft.made(name, [Edit(at, at, link + "\n")], [truth])


def category_added(draft: Draft) -> Edited | None:
    """A category added before another one."""
    link = draft.pick(_lines(draft, "category"))
    prefix = _PREFIX.match(link.target) if link else None
    if not link or not prefix:
        return None
    return _added(draft, "category added", link.start, f"[[{prefix[0]}{draft.title()}]]")


def category_removed(draft: Draft) -> Edited | None:
    """A category removed."""
    return _removed(draft, "category removed", "category")


def language_added(draft: Draft) -> Edited | None:
    """A link to the page in another language added."""
    links = _lines(draft, "interlanguage") or _lines(draft, "category")[-1:]
    absent = [each for each in _LANGUAGES if f"[[{each}:" not in draft.text]
    if not links or not absent:
        return None
    at = links[0].start
    return _added(draft, "language added", at, f"[[{absent[0]}:{draft.title()}]]")


def language_removed(draft: Draft) -> Edited | None:
    """A link to the page in another language removed."""
    return _removed(draft, "language removed", "interlanguage")


def image_added(draft: Draft) -> Edited | None:
    """An image with a caption added before a paragraph."""
    if not (paragraph := draft.pick(draft.paragraphs)):
        return None
    caption = draft.sentence()
    link = f"[[File:{draft.title()}.jpg|thumb|{caption}]]"
    return _added(draft, "image added", paragraph.start, link)


def image_removed(draft: Draft) -> Edited | None:
    """An image that has a line of its own removed."""
    return _removed(draft, "image removed", "file")

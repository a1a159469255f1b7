"""Web addresses that stand without a label."""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from homs_wiki.page.once import once
from homs_wiki.profile import Profile
from homs_wiki.profile.memo import Memo
from homs_wiki.syntax import Document
from homs_wiki.syntax.external_links import ExternalLink
from homs_wiki.syntax.nodes import folded_name

_start = attrgetter("start")


@once
def _bare_urls(document: Document) -> list[ExternalLink]:
    """All links without a label that stand in no template."""
    found: list[ExternalLink] = []
    templates = _template_spans(document)
    end = 0
    following = next(templates, _NONE)
    for link in document.external_links:
        while following[0] <= link.start:
            end = following[1]
            following = next(templates, _NONE)
        if link.start >= end and not link.labelled:
            found.append(link)
    return found


_NONE = sys.maxsize, sys.maxsize


def _template_spans(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the templates that stand in no other, apart from those that make a reference."""
    footnotes = _footnotes(document.profile)
    end = 0
    for template in document.templates:
        if template.start < end:
            continue
        written = template.written_name
        # Names that are too long to be kept are seldom, and may yet be those of a footnote.
        if not (footnotes[written] if written else _is_footnote(document.profile, template.name)):
            end = template.end
            yield template.start, end


@cache
def _footnotes(profile: Profile) -> Memo[str, bool]:
    """Return which templates make a reference, by their names as written."""
    return Memo(lambda written: _is_footnote(profile, folded_name(written)))


def _is_footnote(profile: Profile, name: str) -> bool:
    return name[:5].lower() == "#tag:" or profile.concept(name) in _FOOTNOTES


_FOOTNOTES = frozenset({"efn", "refn", "reflist", "notelist"})


def bare_urls_between(document: Document, start: int, end: int) -> list[ExternalLink]:
    """Return the links without a label, in no template, from ``start`` to ``end``, in order."""
    links = _bare_urls(document)
    first = bisect_left(links, start, key=_start)
    if first == len(links) or links[first].start >= end:
        return []  # as in nearly all references
    return links[first : bisect_left(links, end, first, key=_start)]

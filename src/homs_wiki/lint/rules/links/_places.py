"""Where on a page something stands: in code that is shown as typed, which link it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.wikilinks import make_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Document
    from homs_wiki.syntax.wikilinks import Wikilink

# Of the tags whose text is shown as it is typed: the opening or the closing one.
_CODE = lazily(r"<(/?)(?:code|kbd|samp|tt)\b[^<>]*>", re.IGNORECASE)
_REACH = 300
_USER = 2
_start = attrgetter("start")


def in_code(text: str, offset: int) -> bool:
    """Tell whether ``offset`` stands in ``<code>`` or its like on its line, to be seen."""
    reach = max(0, offset - _REACH)
    first = max(text.rfind("\n", reach, offset) + 1, reach)
    found = _CODE.findall(text, first, offset)
    return bool(found) and not found[-1]


@cache
def _opening(profile: Profile) -> re.Pattern[str]:
    names = (*profile.namespace_names(_USER), *profile.namespace_names(_USER + 1))
    words = "|".join(re.escape(name).replace(r"\ ", "[ _]") for name in names)
    return compiled(
        r"\[\[(?:#(?P<anchor>[^][{}<>|\n\0-\4]++)(?=\||\]\])"
        rf"|[ ]*+:?(?P<user>(?i:{words}))[ _]*:"
        r"|(?P<touching>(?<=\w\[\[)))"
    )


@once
def _openings(document: Document) -> list[re.Match[str]]:
    return list(_opening(document.profile).finditer(document.flat.text))


def openings(document: Document, kind: str) -> list[re.Match[str]]:
    """Return where in the flat text links of a kind begin, found together in one go.

    Kinds are "anchor" (the target is a fragment, which is the group of that name), "user" (of the
    namespaces of users and their talk) and "touching" (a word stands right before it).
    """
    return [match for match in _openings(document) if match.lastgroup == kind]


@once
def files(document: Document) -> list[Wikilink]:
    """Return the files that the page shows, those of galleries included."""
    return [link for link in document.special_links if link.kind == "file"]


def links_abroad(page: Page, kind: str) -> Iterator[tuple[Wikilink, str]]:
    """Yield the links in a page's own text that lead to other wikis, with their prefixes.

    Args:
        page: the page.
        kind: what such a prefix is to the page's wiki, as `Profile.interwiki` says.
    """
    document = page.document
    for link in document.special_links:
        if link.kind == "interwiki" and document.enclosing(link.start) is None:
            prefix = link.interwiki or ""
            if page.profile.interwiki(prefix) == kind:
                yield link, prefix


def link_at(document: Document, start: int) -> Wikilink | None:
    """Return the link whose brackets open at ``start`` of the page; None if none does."""
    links = document.wikilinks
    index = bisect_left(links, start, key=_start)
    return links[index] if index < len(links) and links[index].start == start else None


def link_opened_at(document: Document, place: int) -> Wikilink | None:
    """Return the link whose brackets open at ``place`` of the flat text; None if none does.

    Nothing but that link is made.
    """
    links = document.flat_links
    index = bisect_left(links, place, key=itemgetter(0))
    if index == len(links) or links[index][0] != place:
        return None
    return make_links(document.flat, document.profile, links[index : index + 1])[0]


def link_in_file(document: Document, offset: int) -> bool:
    """Tell whether ``offset`` stands in the caption of an image."""
    shown = files(document)
    index = bisect_left(shown, offset, key=_start) - 1
    return index >= 0 and offset < shown[index].end

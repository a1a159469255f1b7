"""Stretches that HTML tags mark as something to be left as it is: code, quotations, and the like.

``<code>2024-12-05</code>`` is no date of the article's own, nor is what stands in ``<q>``, in
``<cite>`` (a title), in ``<del>``, or in a tag with ``lang="de"`` on a page in another language.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.syntax import Document
    from homs_wiki.syntax.html_tags import HtmlTag

_KEPT: Final = frozenset(
    {"cite", "code", "del", "i", "kbd", "q", "s", "samp", "strike", "tt", "var"}
)
_LANGUAGE: Final = "lang"


def is_verbatim(document: Document, start: int, end: int) -> bool:
    """Tell whether a stretch of the page lies between such tags.

    Args:
        document: the page.
        start: where the stretch begins (code points).
        end: where it ends.
    """
    stretches = _stretches(document)
    index = bisect_right(stretches, (start, len(document.text))) - 1
    return index >= 0 and stretches[index][1] >= end


@once
def _stretches(document: Document) -> list[tuple[int, int]]:
    """Give the stretches between such tags, the outermost ones, in order."""
    tags = document.html_tags
    found: list[tuple[int, int]] = []
    behind = 0
    for tag in tags:
        if tag.kind == "open" and tag.partner is not None and tag.start >= behind:
            if tag.name not in _KEPT and not _is_foreign(document, tag):
                continue
            behind = tags[tag.partner].start
            found.append((tag.end, behind))
    return found


def _is_foreign(document: Document, tag: HtmlTag) -> bool:
    """Tell whether a tag says that what is in it is in another language than the page."""
    source = document.text
    if _LANGUAGE not in source[tag.start : tag.end].lower():
        return False
    span = tag.attributes.get(_LANGUAGE)
    language = source[span.start : span.end].strip().lower() if span is not None else ""
    return bool(language) and language.split("-")[0] != document.profile.language

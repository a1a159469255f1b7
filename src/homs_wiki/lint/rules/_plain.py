"""Text outside of the prose that is nothing but words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.source import Span

_MARKUP = lazily("[][{}<>&A-Za-z]|''")


def plain_places(page: Page) -> Iterator[Span]:
    """Yield where headings and values of infoboxes stand that are nothing but words."""
    spans = [section.heading.title_span for section in page.sections if section.heading]
    spans += [
        field.value_span
        for infobox in page.infoboxes
        for field in infobox.fields
        if field.type != "image"
    ]
    return (span for span in spans if not _MARKUP.search(page.text, *span))

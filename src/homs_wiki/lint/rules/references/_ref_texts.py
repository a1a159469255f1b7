"""The texts of all ``<ref>`` tags, read once for all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.syntax import Document, ExtensionTag


@once
def ref_texts(document: Document) -> list[tuple[ExtensionTag, str]]:
    """Return all ``<ref>`` tags with an end, each with its text without white space around it."""
    return [
        (tag, tag.source[start:end].strip())
        for tag in document.extension_tags
        if tag.name == "ref" and tag.inner_span
        for start, end in (tag.inner_span,)
    ]

"""Titles in other scripts than Latin."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.citations._scripts import script_of
from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Document, Parameter

_OTHER = lazily(r"[^\W\d_\0-\u036f\u1e00-\u1eff]")
_MARKUP = lazily(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]|&[a-z]+;|&#[0-9]+;|'{2,5}")
_FEWEST = 4
_LONGEST = 1000
# A single word may be an entry of a dictionary in any language; these scripts have no spaces.
_UNSPACED = frozenset({"Han", "Kana", "Thai"})


class ForeignTitle(NamedTuple):
    """A title without Latin letters, all in one script."""

    citation: Citation
    parameter: Parameter
    script: str


def foreign_titles(page: Page) -> list[ForeignTitle]:
    """Return the titles of two words and four letters or more, none Latin, all in one script."""
    return _read(page.document)


@once
def _read(document: Document) -> list[ForeignTitle]:
    return list(_titles(document))


def _titles(document: Document) -> Iterator[ForeignTitle]:
    cited = read_cited(document)
    if cited.text.isascii():
        return
    for position, title in cited.titles:
        if title.isascii() or len(title) > _LONGEST or not _OTHER.search(title):
            continue
        offset = cited.offset(position)
        citation = citation_at(document, offset)
        parameter = citation.get("title") if citation else None
        if citation is None or parameter is None or not parameter.start <= offset <= parameter.end:
            continue
        text = _MARKUP.sub(r"\1", citation.value("title"))
        if "{{" in text or "<" in text or sum(map(str.isalpha, text)) < _FEWEST:
            continue
        script = script_of(text)
        is_phrase = script in _UNSPACED or len(text.split()) > 1
        if script and script != "Latin" and is_phrase:
            yield ForeignTitle(citation, parameter, script)

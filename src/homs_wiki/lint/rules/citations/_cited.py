"""All that a page cites with, as one text in which a rule can look for what is seldom there.

Most pages cite in order. To ask each citation for its parameters costs more than all that is to be
found there; a search over this text, a fraction of the page, tells which ones are worth it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.page.citations import read_citations
from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Comment, ExtensionTag, Ignored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Document, Parameter

_JOINT = "\0"
_TITLE = lazily(r"title *= *([^|}\n\0]*)")
_NAME = lazily(r"st(?<=(a|r)st)[0-9]* *= *([^|}\n\0 ]+(?: +[^|}\n\0 ]+)*)")
_HOST = lazily(r"//(?:www\.)?([^/\s|}\]]+)")


class Cited:
    """The texts of all references, and of the citations outside of them.

    Attributes:
        text: all of them, one behind the other.
        outside: the citations that stand in no ``<ref>`` and in no other citation, in order.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.outside = list(_outside(document))
        self._pieces = [text for _, text in ref_texts(document)]
        self._pieces += [citation.template.text for citation in self.outside]
        self.text = _JOINT.join(self._pieces)

    @cached_property
    def names(self) -> list[tuple[str, str]]:
        """The values of all parameters called "last", "first" and so on, behind "a" or "r"."""
        return _NAME.findall(self.text)

    @cached_property
    def titles(self) -> list[tuple[int, str]]:
        """The values of all parameters whose names end in "title", and where they begin in it.

        A value ends before the first bar or closing brace, be it of a template in it.
        """
        return [(match.start(1), match[1]) for match in _TITLE.finditer(self.text)]

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts of all addresses in it, as written, without ``www.``."""
        return frozenset(_HOST.findall(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        """Where the pieces begin in this text."""
        return [0, *accumulate(len(piece) + 1 for piece in self._pieces)]

    @cached_property
    def _begins(self) -> dict[int, int]:
        """Where pieces begin on the page, by their index, as far as it was asked for."""
        return {}

    def offset(self, position: int) -> int:
        """Return where on the page stands what has a position in this text."""
        index = bisect_right(self._starts, position) - 1
        if index not in self._begins:
            self._begins[index] = self._begin(index)
        return self._begins[index] + position - self._starts[index]

    def _begin(self, index: int) -> int:
        """Return where on the page a piece begins."""
        tags = ref_texts(self._document)
        if index >= len(tags):
            return self.outside[index - len(tags)].template.start
        tag, text = tags[index]
        return tag.source.find(text, tag.inner_span[0] if tag.inner_span else tag.start)


def _outside(document: Document) -> Iterator[Citation]:
    nodes = document.nodes
    end = 0
    for citation in read_citations(document):
        template = citation.template
        parent, steps = template.parent, 0
        while parent >= 0 and steps < _DEEPEST and not isinstance(nodes[parent], ExtensionTag):
            parent, steps = nodes[parent].parent, steps + 1
        if parent < 0 and template.start >= end:
            end = template.end
            yield citation


# What stands deeper in templates is not looked at.
_DEEPEST = 20


@once
def read_cited(document: Document) -> Cited:
    """Return all that a page cites with."""
    return Cited(document)


def citation_at(document: Document, offset: int) -> Citation | None:
    """Return the innermost citation in which ``offset`` stands; None if it stands in none."""
    citations = read_citations(document)
    index = bisect_right(citations, offset, key=_start) - 1
    for citation in reversed(citations[max(0, index - _NESTED) : index + 1]):
        if citation.template.end > offset:
            return citation
    return None


def _start(citation: Citation) -> int:
    return citation.template.start


# A citation in a parameter of another: few hold many.
_NESTED = 5


def is_unread(page: Page, offset: int) -> bool:
    """Tell whether ``offset`` stands in a comment or in what MediaWiki does not read."""
    return isinstance(page.document.enclosing(offset), Comment | Ignored)


def title_at(page: Page, position: int) -> tuple[Citation, Parameter] | None:
    """Return the citation at a position of what a page cites with, and its title.

    None if what stands there is another of its parameters, or none.
    """
    offset = read_cited(page.document).offset(position)
    citation = citation_at(page.document, offset)
    parameter = citation.get("title") if citation else None
    if citation is None or parameter is None or not parameter.start <= offset <= parameter.end:
        return None
    return citation, parameter

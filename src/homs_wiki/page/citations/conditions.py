"""What the module of a wiki complains of in the citations of a page."""

from typing import TYPE_CHECKING

from homs_wiki.page.citations.reading import read_citations
from homs_wiki.page.once import once
from homs_wiki.syntax import Document

if TYPE_CHECKING:
    from homs_wiki.page.citations.citation import Citation
    from homs_wiki.page.citations.judging import Condition


@once
def read_conditions(document: Document) -> "dict[str, list[tuple[Citation, Condition]]]":
    """Return the conditions of a page's citations in order, each with its citation, by their ids.

    All citations are judged when this is first called; whoever looks for another condition gets
    what was found then.
    """
    found: dict[str, list[tuple[Citation, Condition]]] = {}
    for citation in read_citations(document):
        for condition in citation.conditions:
            found.setdefault(condition.id, []).append((citation, condition))
    return found

"""Citations: the templates of Citation Style 1 and their kin, with typed values."""

from homs_wiki.page.citations.citation import Citation
from homs_wiki.page.citations.conditions import read_conditions
from homs_wiki.page.citations.identifiers import Identifier
from homs_wiki.page.citations.people import Person
from homs_wiki.page.citations.reading import citations_between, read_citations
from homs_wiki.page.citations.urls import Archive, CitedUrl

__all__ = [
    "Archive",
    "Citation",
    "CitedUrl",
    "Identifier",
    "Person",
    "citations_between",
    "read_citations",
    "read_conditions",
]

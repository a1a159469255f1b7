"""References: what Cite makes footnotes of, who uses them and where their text stands."""

from homs_wiki.page.references.calls import InvalidCall, ReferenceList
from homs_wiki.page.references.model import Definition, Reference, References, Use
from homs_wiki.page.references.reading import read_references, read_references_of

__all__ = [
    "Definition",
    "InvalidCall",
    "Reference",
    "ReferenceList",
    "References",
    "Use",
    "read_references",
    "read_references_of",
]

"""What kinds of works there are: the templates of Citation Style 1, the types of CSL and biblatex.

CSL's types are those of CSL 1.0.2 (its appendix III); biblatex's those of its manual, section 2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from homs_wiki.page.citations import Citation


class Kind(NamedTuple):
    """A kind of work.

    Attributes:
        csl: type in CSL.
        biblatex: type of the entry in biblatex.
        holder: parameters that may name what the work stands in, the first that has a value counts.
        container: field of biblatex that names what the work stands in.
        publisher: field of biblatex for who brought it out.
        genre: what it is, where the type alone does not say so.
        subtype: ``entrysubtype`` of biblatex.
        archive: what keeps it, for preprints; its identifier is the parameter of the same name.
    """

    csl: str
    biblatex: str
    holder: tuple[str, ...] = ("work", "book-title", "encyclopedia", "mailing-list", "newsgroup")
    container: str = "booktitle"
    publisher: str = "publisher"
    genre: str = ""
    subtype: str = ""
    archive: str = ""


_OF_BROADCASTS: Final = ("series", "work")
_OF_ENCYCLOPEDIAS: Final = ("encyclopedia", "book-title", "work")


def _preprint(archive: str) -> Kind:
    return Kind("article", "online", container="organization", archive=archive)


KINDS: Final = {
    "AV-media-notes": Kind("pamphlet", "booklet"),
    "arxiv": _preprint("arXiv"),
    "audio-visual": Kind("motion_picture", "video"),
    "biorxiv": _preprint("bioRxiv"),
    "book": Kind("book", "book"),
    "chapter": Kind("chapter", "inbook"),
    "citeseerx": _preprint("CiteSeerX"),
    "conference": Kind("paper-conference", "inproceedings", ("book-title", "work")),
    "document": Kind("document", "misc", container="organization"),
    "encyclopaedia": Kind("entry-encyclopedia", "inreference", _OF_ENCYCLOPEDIAS),
    "episode": Kind("broadcast", "video", _OF_BROADCASTS),
    "interview": Kind("interview", "misc", container="organization"),
    "journal": Kind("article-journal", "article", container="journaltitle"),
    "magazine": Kind(
        "article-magazine", "article", container="journaltitle", subtype="magazine"
    ),
    "mailinglist": Kind("post", "online", container="organization"),
    "map": Kind("map", "misc", genre="Map"),
    "medrxiv": _preprint("medRxiv"),
    "news": Kind(
        "article-newspaper", "article", container="journaltitle", subtype="newspaper"
    ),
    "newsgroup": Kind("post", "online", container="organization"),
    "podcast": Kind("broadcast", "audio", ("series", "work"), genre="Podcast"),
    "pressrelease": Kind(
        "webpage", "online", container="organization", genre="Press release"
    ),
    "report": Kind("report", "report", publisher="institution"),
    "serial": Kind("broadcast", "video", _OF_BROADCASTS),
    "sign": Kind("graphic", "misc", genre="Sign"),
    "speech": Kind("speech", "unpublished"),
    "ssrn": _preprint("SSRN"),
    "techreport": Kind("report", "report", publisher="institution", genre="Technical report"),
    "thesis": Kind("thesis", "thesis", publisher="institution"),
    "tweet": Kind("post", "online", container="organization"),
    "web": Kind("webpage", "online", container="organization"),
}  # fmt: skip
"""Kinds of works: those of `Citation.kind` but "citation", a "chapter" of a book, and "document",
of which nothing more is known."""

# {{citation}} is for works of all kinds; the first parameter that it has tells which.
_TOLD_BY: Final = (
    ("degree", "thesis"),
    ("map", "map"),
    ("conference", "conference"),
    ("encyclopedia", "encyclopaedia"),
    ("mailing-list", "mailinglist"),
    ("newsgroup", "newsgroup"),
    ("work", "work"),
    ("chapter", "book"),
    ("script-chapter", "book"),
    ("isbn", "book"),
    ("publisher", "book"),
    ("arxiv", "arxiv"),
    ("doi", "journal"),
    ("url", "web"),
)
# Of the names of ``work`` some tell what it is.
_WORKS: Final = {"newspaper": "news", "magazine": "magazine", "website": "web"}


def kind_of(citation: Citation) -> Kind:
    """Return what kind of work a citation cites; `KINDS` says "document" if that is not known."""
    name = _told(citation) if citation.kind == "citation" else citation.kind
    if name == "book" and any(map(citation.get, ("chapter", "script-chapter", "trans-chapter"))):
        name = "chapter"
    return KINDS.get(name) or KINDS["document"]


def _told(citation: Citation) -> str:
    told = next((kind for name, kind in _TOLD_BY if citation.get(name)), "document")
    if told != "work":
        return told
    work = citation.get("work")
    known = _WORKS.get(work.name) if work else None
    if known:
        return known
    if any(map(citation.get, ("volume", "issue", "doi", "issn"))):
        return "journal"
    return "journal" if work and work.name in ("journal", "periodical") else "web"

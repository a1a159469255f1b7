"""What a sentence cites, and when that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .when import When, place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.page.references import Reference

_NAMES = ("publication-date", "date", "year")
"""The parameters that say when a work was published, the most telling one first."""


class Source:
    """A work that a reference cites, or a reference that cites nothing we can read.

    Attributes:
        reference: the footnote.
        citation: the citation template in it; None if there is none.
        published: what that says of the work's publication; None if nothing.
        when: the days which that names; None if they are not known.
    """

    __slots__ = ("citation", "published", "reference", "when")

    def __init__(
        self, reference: Reference, citation: Citation | None, published: PageDate | None
    ) -> None:
        self.reference = reference
        self.citation = citation
        date: Date | None = None
        if published is not None and published.fault is None:
            date = published.date
        self.published = date
        self.when: When | None = place(date) if date else None

    def __repr__(self) -> str:
        return f"<Source {self.reference.index} {self.published}>"


def read_sources(page: Page) -> list[list[Source]]:
    """Return what each reference of the page cites, by the reference's index."""
    published = _published(page.dates)
    return [list(_sources_of(reference, published)) for reference in page.references.all]


def _sources_of(reference: Reference, published: dict[int, PageDate]) -> Iterable[Source]:
    citations = reference.citations
    for citation in citations:
        yield Source(reference, citation, published.get(citation.index))
    if not citations:
        yield Source(reference, None, None)


def _published(dates: Iterable[PageDate]) -> dict[int, PageDate]:
    """Return the date of publication by the index of the citation."""
    found: dict[int, PageDate] = {}
    for date in dates:
        if date.role != "citation-date" or date.name not in _NAMES:
            continue
        known = found.get(date.owner)
        if known is None or _NAMES.index(date.name) < _NAMES.index(known.name):
            found[date.owner] = date
    return found

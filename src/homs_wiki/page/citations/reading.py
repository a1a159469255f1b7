"""Finding the citations of a page."""

from bisect import bisect_left
from functools import cache

from homs_wiki.page.by_name import ByName
from homs_wiki.page.citations.citation import Citation
from homs_wiki.page.once import once
from homs_wiki.profile import Profile
from homs_wiki.syntax import Document


@once
def read_citations(document: Document) -> list[Citation]:
    """Return every citation template of the page in order, in references and outside of them.

    Which templates are citations is known by the profile, under all their names; templates that
    only wrap one (``{{cite EB1911}}``) are none.
    """
    templates = document.templates
    citations: list[Citation] = []
    for template, kind in zip(templates, _kinds(document.profile).of_each(templates), strict=True):
        if kind is not None:
            citations.append(Citation(document, template, kind, len(citations)))
    return citations


@cache
def _kinds(profile: Profile) -> ByName[str | None]:
    return ByName(profile.citation_kind, None)


def citations_between(document: Document, start: int, end: int) -> list[Citation]:
    """Return the citations that begin from ``start`` to ``end``, in order."""
    citations = read_citations(document)
    first = bisect_left(citations, start, key=lambda citation: citation.template.start)
    last = bisect_left(citations, end, key=lambda citation: citation.template.start)
    return citations[first:last]

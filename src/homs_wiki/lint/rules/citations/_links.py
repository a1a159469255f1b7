"""Which citations have something odd about their addresses, seen in one look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.citations._urls import has_usual_scheme
from homs_wiki.page.citations import read_citations
from homs_wiki.page.citations.urls import URL_PARAMETERS
from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Document

_COPY, _DAY = "archive-url", "archive-date"
_WANTED = frozenset((*URL_PARAMETERS, _DAY))


class OddLinks(NamedTuple):
    """Citations to be looked at.

    Attributes:
        schemeless: those with an address that does not begin with http:// or https://.
        copyless: those with the date of an archived copy, but none.
    """

    schemeless: list[Citation]
    copyless: list[Citation]


@once
def odd_links(document: Document) -> OddLinks:
    """Return the citations of a page whose addresses are odd at first sight."""
    odd = OddLinks([], [])
    for citation in read_citations(document):
        is_usual, has_day, has_copy = True, False, False
        for name, parameter in citation.each_of(_WANTED):
            if name == _DAY:
                has_day = True
                continue
            if name == _COPY:
                has_copy = True
            if is_usual and not has_usual_scheme(parameter):
                is_usual = False
        if not is_usual:
            odd.schemeless.append(citation)
        if has_day and not has_copy:
            odd.copyless.append(citation)
    return odd

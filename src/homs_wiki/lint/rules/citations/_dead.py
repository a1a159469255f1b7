"""Remarks that the link of a citation is dead."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.page.by_name import ByName
from homs_wiki.page.citations import read_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Template

_REACH = 20


def called_dead(page: Page) -> Iterator[tuple[Template, Citation]]:
    """Yield the templates that call a link dead, with the citation right before each of them."""
    templates = page.document.templates
    citations = read_citations(page.document)
    if not citations:
        return
    by_end = sorted(citations, key=_end)
    is_remark = _is_remark(page.profile)
    for template in templates:
        if not is_remark(template):
            continue
        index = bisect_left(by_end, template.start + 1, key=_end) - 1
        if index < 0:
            continue
        end = by_end[index].template.end
        between = page.text[end : template.start]
        if template.start - end <= _REACH and not between.strip(" \t\n.,;"):
            yield template, by_end[index]


def _end(citation: Citation) -> int:
    return citation.template.end


@cache
def _is_remark(profile: Profile) -> ByName[bool]:
    return ByName(lambda name: profile.concept(name) == "dead_link", False)

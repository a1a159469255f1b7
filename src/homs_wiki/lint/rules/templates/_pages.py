"""What the rules on templates ask of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.typography._characters import literal
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page

_INCLUDE = lazily(r"</?(?:noinclude|includeonly|onlyinclude)\b", re.IGNORECASE)
_TEMPLATE, _MODULE = 10, 828


def is_for_inclusion(page: Page) -> bool:
    """Tell whether a page is, or may be, one that others include: a template.

    It is if its title says so, or if it has parts that are for that alone.
    """
    if page.title and ":" in page.title:
        number = page.profile.namespace(page.title.partition(":")[0])
        if number in (_TEMPLATE, _MODULE):
            return True
    return _INCLUDE.search(page.text) is not None


def left_over(page: Page, braces: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of ``braces`` stand that belong to no template, as spans of the page.

    Those in ``<code>`` and its like are there to be seen.
    """
    flat = page.document.flat
    text, brace = flat.text, braces[0]
    start = text.find(brace)
    while start >= 0:
        end = start + 1
        while text.startswith(brace, end):
            end += 1
        if end - start >= len(braces):
            span = flat.span(start, end)
            if span[1] - span[0] == end - start and not literal(page.document).hold(span[0]):
                yield span
        start = text.find(brace, end)

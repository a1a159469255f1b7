"""Words of a page's own language that are written with a character they should not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._clauses import clauses
from homs_wiki.lint.rules.typography._running import in_text

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterator

    from homs_wiki.page import Page
    from homs_wiki.source import Span


def own_words(
    page: Page,
    characters: frozenset[str],
    pattern: re.Pattern[str],
    accepted: Container[str],
    ignored: str = "",
) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield the words that a pattern finds where the page is in its own language.

    Args:
        page: the page; of one whose language is not known nothing is yielded.
        characters: without one of these there is no such word; none is usual ASCII.
        pattern: finds a whole word.
        accepted: words that are right.
        ignored: letters of other languages that prove nothing.

    Yields:
        where the word stands in the wikitext, and the match.
    """
    known = clauses(page.profile)
    if known is None or not has_any(page, characters):
        return
    for span, found in in_text(page, pattern):
        if found[0] not in accepted and known.is_own(found.string, *found.span(), ignored=ignored):
            yield span, found

"""The dated sentences of a page, read once for all rules that ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.page.timeline.statements import StatementReader

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.timeline import Statement


def statements_of(page: Page) -> list[Statement]:
    """Give the dated sentences, rows and fields of a page, in its order."""
    # Not the timeline, which knows its page: kept by it, both would live for ever.
    kept = page.document.parts
    if statements_of not in kept:
        kept[statements_of] = list(StatementReader(page).read())
    found: list[Statement] = kept[statements_of]
    return found

"""hyphen-as-dash: a hyphen between spaces, or two of them, where a dash belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import span_of
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HYPHEN = lazily(r" --? (?=[A-Za-z(\[“\"'])")


def _hyphens(text: str) -> Iterator[re.Match[str]]:
    offset = text.find(" -")
    while offset >= 0:
        found = _HYPHEN.match(text, offset)
        if found:
            yield found
        offset = text.find(" -", offset + 2)


class HyphenAsDash(Rule):
    """A hyphen between spaces stands for a dash.

    ## What it does
    Finds one or two hyphens between spaces in running text, with words on both sides.
    Quotations, text in other languages, templates and targets of links are left alone.

    ## Why it matters
    A hyphen joins parts of a word; what parts a sentence is a dash. With hyphens it reads like a
    slip.

    ## Example
    ```wikitext
    The mill - built in 1620 - stands.
    ```

    ## Use instead
    ```wikitext
    The mill – built in 1620 – stands.
    ```

    ## Fix safety
    The fix writes an en dash between the spaces. It is not safe: a range (Tuesday–Friday) wants it
    without them.
    """

    name = "hyphen-as-dash"
    family = "typography"
    severity = Severity.NOTE
    triggers = (
        " - ",
        " -- ",
    )
    message = "a hyphen between spaces stands for a dash"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such hyphen."""
        prose = page.prose
        text = prose.text
        for found in _hyphens(text):
            before = text[found.start() - 1 : found.start()]
            if not (before.isalnum() or before in ",.)]”\"'"):
                continue
            block = prose.block_at(found.start())
            if block is None or block.kind == "cell":
                continue
            span = span_of(page, found.start(), found.end())
            if span is not None:
                place = Span(span.start + 1, span.end - 1)
                fix = Fix(replaced(place, "–"), safe=False, description="Write an en dash")
                yield self.finding(place, fix)

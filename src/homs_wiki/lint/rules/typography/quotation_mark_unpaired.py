"""quotation-mark-unpaired: `The “old mill`, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARK = compiled(r"(?<![\d½¼¾′'])[\"“”]")
_UNCERTAIN = compiled("[\ufffc″„«»‟]")


class QuotationMarkUnpaired(Rule):
    """A quotation mark has no partner in its paragraph.

    ## What it does
    Counts straight quotation marks in each paragraph and list item, and compares opening with
    closing curly ones. A mark behind a digit may stand for inches, and a paragraph that a quotation
    opens may end without a mark if the next goes on with it: both are left alone. Text with
    templates or in cells is left alone.

    ## Why it matters
    Readers cannot tell where the quotation ends.

    ## Example
    ```wikitext
    She called it an "old mill.
    ```

    ## Use instead
    ```wikitext
    She called it an "old mill".
    ```

    ## Fix safety
    There is no fix: where the partner belongs only a person can tell.
    """

    name = "quotation-mark-unpaired"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "this quotation mark has no partner in its paragraph"
    languages = frozenset(("en", "ur", "hi", "es", "tr", "ar", "fa"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each mark without a partner."""
        prose = page.prose
        text = prose.text
        for block in prose.blocks:
            if block.kind not in ("paragraph", "list"):
                continue
            place = _unpaired(text, block.start, block.end)
            if place is not None:
                span = prose.span(place, place + 1)
                if page.text[slice(*span)] == text[place]:
                    yield self.finding(span)


def _unpaired(text: str, start: int, end: int) -> int | None:
    """Return where the mark without a partner stands; None if there is none for certain."""
    marks = list(_MARK.finditer(text, start, end))
    if not marks or _UNCERTAIN.search(text, start, end):
        return None
    kinds = {mark[0] for mark in marks}
    if kinds == {'"'}:
        # A digit before a mark hides it above: then nothing is certain.
        odd = text.count('"', start, end) == len(marks) and len(marks) % 2
        return marks[-1].start() if odd and marks[-1].start() > start else None
    if '"' in kinds:
        return None
    opened: int | None = None
    for mark in marks:
        if mark[0] == "“":
            if opened is not None:
                return opened
            opened = mark.start()
        elif opened is None:
            return mark.start()
        else:
            opened = None
    return opened if opened is not None and opened > start else None

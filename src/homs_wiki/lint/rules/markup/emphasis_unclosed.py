"""emphasis-unclosed: bold or italic that the end of the line closes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.syntax import Template
from homs_wiki.syntax.flat import BORDER, HEADING_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class EmphasisUnclosed(Rule):
    """Bold or italic is opened and not closed on its line.

    ## What it does
    Finds the marks of bold and italic (`'''`, `''`) that have no partner on their line, in their
    cell or in their value of a template. Headings have a rule of their own.

    ## Why it matters
    MediaWiki ends it at the end of the line, so more is bold or italic than was meant, or what
    comes behind it is the other way round.

    ## Example
    ```wikitext
    The ''Hilltown Post was founded in 1902.
    ```

    ## Use instead
    ```wikitext
    The ''Hilltown Post'' was founded in 1902.
    ```

    ## Fix safety
    There is no fix: where it ends only a person can tell.
    """

    name = "emphasis-unclosed"
    family = "markup"
    severity = Severity.WARNING
    message = "the {kind} text is not closed on its line"
    aliases = {"linter": "missing-end-tag"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the mark that opens each stretch that is not closed."""
        if "''" not in page.text or not _has_odd_line(page.document.flat.text):
            return
        headings = [h.title_span for h in page.document.headings]
        starts = [span.start for span in headings]
        line_end = -1
        for emphasis in page.document.emphasis:
            start = emphasis.start
            if emphasis.closed or not emphasis.opened or start < line_end:
                continue
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < headings[index].end:
                continue
            node = page.document.enclosing(start)
            if isinstance(node, Template) and page.document.profile.is_parser_function(node.name):
                continue
            mark = 2 if emphasis.kind == "italic" else 3
            line_end = emphasis.end
            yield self.finding((start, start + mark), kind=_KINDS[emphasis.kind])


def _has_odd_line(flat: str) -> bool:
    """Tell whether a line may have a mark without a partner; cheaper than reading the emphasis."""
    pairs = bold = 0
    for piece in flat.split("''")[1:]:
        pairs += 1
        bold += piece.startswith("'")
        if "\n" in piece or BORDER in piece or HEADING_END in piece:
            if pairs % 2 or bold % 2:
                return True
            pairs = bold = 0
    return pairs % 2 == 1 or bold % 2 == 1


_KINDS = {"bold": Phrase("bold"), "italic": Phrase("italic")}

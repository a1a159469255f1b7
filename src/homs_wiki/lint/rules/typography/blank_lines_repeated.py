"""blank-lines-repeated: two blank lines in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# From the first of the line ends only: tried from each, a page of blank lines would take for ever.
_BLANK = compiled(r"(?<=[^\n])\n\n(\n++)(?=[\w'\"(\[*#])")
# Holes and borders of the flat text, the ends of headings, tables and tags.
_BESIDE = frozenset("\0\1\2\3\4\n=}>")


class BlankLinesRepeated(Rule):
    """Two blank lines stand where one is enough.

    ## What it does
    Finds two or more blank lines between two lines of text. Those beside headings, templates,
    tables, comments and code are left alone.

    ## Why it matters
    MediaWiki makes an empty paragraph of the second, so readers see a gap.

    ## Example
    ```wikitext
    The mill is old.


    It burnt in 1910.
    ```

    ## Use instead
    ```wikitext
    The mill is old.

    It burnt in 1910.
    ```

    ## Fix safety
    The fix leaves one blank line. It is safe: only the gap changes.
    """

    name = "blank-lines-repeated"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a second blank line makes a gap"
    triggers = ("\n\n\n", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the blank lines that are too many."""
        flat = page.document.flat
        if "\n\n\n" not in flat.text:
            return
        for match in _BLANK.finditer(flat.text):
            span = flat.span(*match.span(1))
            if span[1] - span[0] == len(match[1]) and flat.text[match.start() - 1] not in _BESIDE:
                fix = Fix((Edit(*span, ""),), safe=True, description="Leave one blank line")
                yield self.finding(span, fix)

"""formatting-tag-across-blocks: `<small>` around a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.markup._tags import FORMATTING, in_code
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Document, Node
    from homs_wiki.syntax.html_tags import HtmlTag

_BLOCK = compiled(
    r"\n(?:(?P<paragraph>(?=[ \t]*\n))|(?P<item>[*#:;])"
    r"|(?P<heading>==(?=[^\n]*==[ \t]*\n))|(?P<table>\{\|))"
)
_MOST = 10
_WHAT = {
    "paragraph": Phrase("the end of a paragraph"),
    "item": Phrase("an item of a list"),
    "heading": Phrase("a heading"),
    "table": Phrase("the beginning of a table"),
}


class FormattingTagAcrossBlocks(Rule):
    """A tag for words in a line reaches over several paragraphs, items or headings.

    ## What it does
    Finds `<small>`, `<b>`, `<span>`, `<sup>` and the like with a blank line, an item of a list, a
    heading or a table between the tag and its end. What a template makes cannot be seen.

    ## Why it matters
    Such a tag ends with its paragraph. Browsers open some of them again behind it (`<small>`,
    `<b>`, `<font>` …), others not (`<span>`, `<sup>`, `<del>` …): then the rest has another look,
    and the closing tag stands alone. MediaWiki’s Linter lists both.

    ## Example
    ```wikitext
    <small>
    * The old mill
    * The new mill
    </small>
    ```

    ## Use instead
    ```wikitext
    <div style="font-size:85%">
    * The old mill
    * The new mill
    </div>
    ```

    ## Fix safety
    There is no fix: a `<div>` with a style, a template for small lists, or a tag in each item would
    do.
    """

    name = "formatting-tag-across-blocks"
    family = "markup"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "“<{tag}>” reaches over {what}"
    triggers = ("<", *CUT)
    aliases = {"linter": "misnested-tag html5-misnesting"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each tag that reaches over a block."""
        document = page.document
        tags = document.html_tags
        blocks: list[re.Match[str]] | None = None
        for tag in _over_lines(page.text, tags):
            if blocks is None:
                blocks = list(_BLOCK.finditer(page.text))
            match = _first_block(document, blocks, tag, tags[tag.partner or 0].start)
            if match and not in_code(document, tag.start):
                yield self.finding(tag.span, tag=tag.name, what=_WHAT[match.lastgroup or ""])


def _over_lines(text: str, tags: list[HtmlTag]) -> Iterator[HtmlTag]:
    """Yield the opening tags for words whose end is on another line."""
    line_end = -1
    for tag in tags:
        if tag.kind != "open" or tag.partner is None or tag.name not in FORMATTING:
            continue
        if line_end < tag.end:  # looked for once, however many tags stand on the line
            line_end = text.find("\n", tag.end)
            if line_end < 0:
                return
        if line_end < tags[tag.partner].start:
            yield tag


def _first_block(
    document: Document, blocks: list[re.Match[str]], tag: HtmlTag, end: int
) -> re.Match[str] | None:
    """Return the first of ``blocks`` in a pair of tags that no template in it holds."""
    around = document.enclosing(tag.start)
    first = bisect_left(blocks, tag.end, key=re.Match.start)
    for match in blocks[first : first + _MOST]:
        if match.start() >= end:
            return None
        if _holder(document, match.start()) is around:
            return match
    return None


def _holder(document: Document, offset: int) -> Node | None:
    """Return the innermost construct around an offset, headings looked through."""
    node = document.enclosing(offset)
    return node if not isinstance(node, Heading) else None

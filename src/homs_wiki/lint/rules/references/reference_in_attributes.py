"""reference-in-attributes: `| mill<ref>…</ref> | 1902`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.sections._tables import in_table
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# The beginning of a cell up to a single pipe, without what would make it content.
_CELL = compiled(
    r"(?:\n[|!](?![-}+|])|\|\||!!)((?:(?!\[\[|-\{|!!)[^|\n\0])*\x02(?:(?!\[\[|-\{|!!)[^|\n\0])*)\|(?!\|)"
)
_HOLE = compiled(r"\x02")
# The last reference before a single pipe on its line; what stands before it is looked at then.
_MAYBE = compiled(r"\x02[^|\n\0\x02]*+\|(?!\|)")


class ReferenceInAttributes(Rule):
    """A reference stands where a table has the attributes of a cell.

    ## What it does
    Finds references in front of a single pipe in a cell, with no link before the pipe. MediaWiki
    takes what stands there for attributes.

    ## Why it matters
    The text before the pipe, with its reference, is not shown. Mostly the second pipe of `||` is
    missing.

    ## Example
    ```wikitext
    {|
    | mill<ref>''Post'', 3 May.</ref> | 1902
    |}
    ```

    ## Use instead
    ```wikitext
    {|
    | mill<ref>''Post'', 3 May.</ref> || 1902
    |}
    ```

    ## Fix safety
    There is no fix: the pipe may have to be doubled or taken out.
    """

    name = "reference-in-attributes"
    family = "references"
    severity = Severity.ERROR
    message = "what stands before the single pipe is not shown, and this reference with it"
    triggers = ("{|", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference among attributes."""
        document = page.document
        if not document.tables:
            return
        flat = document.flat
        for match in _cells(flat.text):
            for hole in _HOLE.finditer(flat.text, *match.span(1)):
                node = document.enclosing(flat.start(hole.start()))
                reference = isinstance(node, ExtensionTag) and node.name == "ref"
                if node is not None and reference and in_table(document, node.start):
                    yield self.finding(node.span)


def _cells(text: str) -> Iterator[re.Match[str]]:
    """Yield the beginnings of cells that may have a reference among their attributes."""
    done = 0
    for maybe in _MAYBE.finditer(text):
        if maybe.start() >= done:
            line = max(text.rfind("\n", done, maybe.start()), done)
            done = text.find("\n", maybe.end())
            done = done if done >= 0 else len(text)
            yield from _CELL.finditer(text, line, done)

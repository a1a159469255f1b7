"""list-item-ends-in-break: an item of a list that ends in a line break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ListItemEndsInBreak(Rule):
    """An item of a list ends in `<br>`.

    ## What it does
    Finds `<br>` at the end of a line that begins with `*` or `#`.

    ## Why it matters
    The line ends the item already. With the tag there is an empty line below it.

    ## Example
    ```wikitext
    * the mill<br>
    * the bridge
    ```

    ## Use instead
    ```wikitext
    * the mill
    * the bridge
    ```

    ## Fix safety
    The fix takes the tag out, which is safe.
    """

    name = "list-item-ends-in-break"
    family = "sections"
    severity = Severity.NOTE
    triggers = ("<br", "</br", *CUT)
    message = "a line break at the end of an item does nothing good"
    aliases = {"checkwiki": "54"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        text = page.text
        for tag in page.document.html_tags:
            if tag.name != "br" or text[tag.end : tag.end + 1] not in ("\n", ""):
                continue
            line = text.rfind("\n", 0, tag.start) + 1
            if text[line] in "*#" and page.document.enclosing(tag.start) is None:
                start = (
                    tag.start - len(text[line : tag.start]) + len(text[line : tag.start].rstrip())
                )
                if start == line or text[line:start].strip("*#") == "" or text[start - 1] == ">":
                    continue
                fix = Fix((Edit(start, tag.end, ""),), safe=True, description="Take the tag out")
                yield self.finding(tag.span, fix)

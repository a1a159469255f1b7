"""heading-ends-in-colon: a heading that ends in a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


_END = lazily("[ \t]?=")


class HeadingEndsInColon(Rule):
    """A heading ends in a colon.

    ## What it does
    Finds headings whose last character is a colon, the full-width one included.

    ## Why it matters
    A heading stands for itself, and the colon becomes part of its anchor and of the table of
    contents.

    ## Example
    ```wikitext
    == Owners: ==
    ```

    ## Use instead
    ```wikitext
    == Owners ==
    ```

    ## Fix safety
    The fix takes the colon out. It is not safe, because links to the section may have it.
    """

    name = "heading-ends-in-colon"
    family = "sections"
    severity = Severity.NOTE
    triggers = (
        ":=",
        ": =",
        ":\t=",
        "：=",
        "： =",
        "：\t=",
    )
    message = "the heading ends in a colon"
    aliases = {"checkwiki": "57"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the colon of each such heading."""
        for heading in page.document.headings:
            title = heading.title
            if title.endswith((":", "：")) and title.strip(":： "):
                end = page.text.index(title, heading.title_span.start) + len(title)
                if not _END.match(page.text, end):
                    continue
                fix = Fix((Edit(end - 1, end, ""),), safe=False, description="Take the colon out")
                yield self.finding((end - 1, end), fix)

"""heading-bold: a heading that is bold."""

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

_BOLD = lazily("'''([^']+)'''")


class HeadingBold(Rule):
    """The whole text of a heading is bold.

    ## What it does
    Finds headings that begin and end with three apostrophes, with none between them.

    ## Why it matters
    Headings have their own look. A bold one differs from those of other sections and pages.

    ## Example
    ```wikitext
    === '''History''' ===
    ```

    ## Use instead
    ```wikitext
    === History ===
    ```

    ## Fix safety
    The fix takes the marks out. It is safe: only the look changes.
    """

    name = "heading-bold"
    family = "sections"
    severity = Severity.NOTE
    triggers = (
        "='''",
        " '''",
        "\t'''",
    )
    message = "the heading is bold"
    aliases = {"checkwiki": "44"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each bold heading."""
        for heading in page.document.headings:
            title = heading.title
            if title.startswith("'''") and (match := _BOLD.fullmatch(title)):
                start = page.text.index(title, heading.title_span.start)
                if page.text[start - 1] not in "= \t":
                    continue
                fix = Fix(
                    (Edit(start, start + len(title), match[1]),),
                    safe=True,
                    description="Take the marks out",
                )
                yield self.finding(heading.span, fix)

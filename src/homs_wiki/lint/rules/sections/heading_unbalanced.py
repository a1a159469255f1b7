"""heading-unbalanced: more equals signs on one side of a heading than on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class HeadingUnbalanced(Rule):
    """The two sides of a heading do not have the same number of equals signs.

    ## What it does
    Counts the equals signs on both sides. Those in the middle of a heading, with a space around
    them, are part of its title.

    ## Why it matters
    MediaWiki takes the smaller number for the level, and shows the signs that are left as part of
    the heading.

    ## Example
    ```wikitext
    === History ==
    ```

    ## Use instead
    ```wikitext
    == History ==
    ```

    ## Fix safety
    The fix takes the signs away that are too many, so that the heading keeps the level that it
    has. It is not safe: the other side may be the wrong one.
    """

    name = "heading-unbalanced"
    family = "sections"
    severity = Severity.WARNING
    message = "the heading has {left} equals signs before it and {right} behind it"
    aliases = {"checkwiki": "8"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading with signs left over on one side."""
        text = page.text
        for heading in page.document.headings:
            start, end = heading.title_span
            title = text[start:end]
            if not (title.startswith("=") or title.endswith("=")) or not title.strip("= \t"):
                continue
            left = len(title) - len(title.lstrip("="))
            right = len(title) - len(title.rstrip("="))
            if left != right:
                shared = min(left, right)
                more = (
                    (start, start + left - shared) if left > right else (end - right + shared, end)
                )
                fix = Fix(
                    (Edit(*more, ""),),
                    safe=False,
                    description="Take the signs away that are too many",
                )
                level = heading.level
                # In a template, the sign may be what makes a parameter of the line.
                made = None if heading.possible else fix
                yield self.finding(heading.span, made, left=level + left, right=level + right)

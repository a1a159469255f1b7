"""heading-emphasis-unclosed: bold or italic that is opened in a heading and not closed."""

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

_MARKS = lazily("''+")


class HeadingEmphasisUnclosed(Rule):
    """Bold or italic is opened in a heading and not closed there.

    ## What it does
    Counts the marks of two, three and five apostrophes in each heading.

    ## Why it matters
    MediaWiki closes it at the end of the heading, so only half of it may look as it was meant;
    older software let it leak into the table of contents.

    ## Example
    ```wikitext
    == ''Hilltown Post ==
    ```

    ## Use instead
    ```wikitext
    == ''Hilltown Post'' ==
    ```

    ## Fix safety
    If the heading has one mark only, the fix takes it out. It is not safe: its other half may be
    missing.
    """

    name = "heading-emphasis-unclosed"
    family = "sections"
    severity = Severity.WARNING
    message = "bold or italic is not closed in this heading"
    aliases = {"linter": "unclosed-quotes-in-heading"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the last mark of each heading in which one has no partner."""
        for heading in page.document.headings:
            if "''" not in heading.title:
                continue
            marks = list(_MARKS.finditer(page.text, *heading.title_span))
            lengths = [min(5, mark.end() - mark.start()) for mark in marks]
            italic = sum(length in (2, 5) for length in lengths)
            bold = sum(length in (3, 4, 5) for length in lengths)
            if italic % 2 or bold % 2:
                fix = None
                if len(marks) == 1:
                    edit = Edit(*marks[0].span(), "")
                    fix = Fix((edit,), safe=False, description="Take out the mark")
                yield self.finding(marks[-1].span(), fix)

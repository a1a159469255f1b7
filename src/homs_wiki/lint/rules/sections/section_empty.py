"""section-empty: a heading with nothing under it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.values import is_blank_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Code points of a last section that may hold nothing but categories.
_LONGEST = 5000


class SectionEmpty(Rule):
    """A section has no text and no subsections.

    ## What it does
    Finds headings with nothing but blanks and comments between them and the next heading of the
    same or a higher level. At the end of the page categories count as nothing. A template counts
    as text, since it may say that the section has to be written.

    ## Why it matters
    Readers who come by the table of contents find nothing. If the section has to be written, the
    wiki has templates that say so.

    ## Example
    ```wikitext
    == History ==

    == Geography ==
    The town lies on a hill.
    ```

    ## Use instead
    ```wikitext
    == Geography ==
    The town lies on a hill.
    ```

    ## Fix safety
    There is no fix: a person must write the section or take the heading out.
    """

    name = "section-empty"
    family = "sections"
    severity = Severity.WARNING
    message = "the section is empty"
    aliases = {"checkwiki": "84"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the heading of each empty section."""
        text, sections = page.text, page.sections
        for section, following in pairwise(sections):
            start, end = section.content_start, section.content_end
            closed = following.level <= section.level
            if section.heading and closed and is_blank_between(text, start, end):
                yield self.finding(section.heading.span)
        last = sections[-1]
        if (
            last.heading
            and last.end - last.content_start < _LONGEST
            and _is_bare(page, last.content_start)
        ):
            yield self.finding(last.heading.span)


def _is_bare(page: Page, start: int) -> bool:
    """Tell whether the end of the page holds nothing but categories and their sort key."""
    text, position = page.text, start
    spans = [link.span for link in page.categories if link.start >= start]
    spans += [each.span for each in page.document.parser_functions if each.start >= start]
    for first, end in sorted(spans):
        if not is_blank_between(text, position, first):
            return False
        position = max(position, end)
    return is_blank_between(text, position, len(text))

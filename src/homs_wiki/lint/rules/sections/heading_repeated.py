"""heading-repeated: a heading that its section has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class HeadingRepeated(Rule):
    """Two headings of one level in one section have the same text.

    ## What it does
    Compares the headings that stand next to each other under the same heading, or at the top of
    the page, in any case of letters. The same heading in different sections is left alone.

    ## Why it matters
    Links to the section lead to the first of the two, and so does the table of contents for
    readers who go by the title. Mostly a section was pasted twice or two editors wrote about the
    same thing.

    ## Example
    ```wikitext
    == History ==
    The mill was built in 1902.

    == Geography ==
    …

    == History ==
    The mill burnt down.
    ```

    ## Use instead
    ```wikitext
    == History ==
    The mill was built in 1902. It burnt down.

    == Geography ==
    …
    ```

    ## Fix safety
    There is no fix: a person must join the sections or find another title.
    """

    name = "heading-repeated"
    family = "sections"
    severity = Severity.WARNING
    message = "this section has the heading “{title}” already"
    aliases = {"checkwiki": "92"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading that stands there already."""
        seen: set[tuple[int, int, str]] = set()
        for section in page.sections:
            if section.heading is None:
                continue
            title = without_comments(section.title).strip()
            parent = section.parent.index if section.parent else 0
            place = (parent, section.level, " ".join(title.casefold().split()))
            if title and place in seen:
                yield self.finding(section.heading.span, title=title)
            seen.add(place)

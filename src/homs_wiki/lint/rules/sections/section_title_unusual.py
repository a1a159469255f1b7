"""section-title-unusual: a standard section under another title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SectionTitleUnusual(Rule):
    """A standard section does not have the title that the wiki gives it.

    ## What it does
    Finds headings of *See also*, *Notes*, *References*, *Further reading* and *External links*
    that are in English on a wiki of another language, and, on wikis that have one title for each,
    those with another title.

    ## Why it matters
    Readers and tools look for these sections by their usual titles.

    ## Example
    ```wikitext
    == مزید دیکھیں ==
    ```

    ## Use instead
    ```wikitext
    == مزید دیکھیے ==
    ```

    ## Fix safety
    The fix writes the usual title. It is not safe, since links may lead to the old one, and the
    section may be about something else.
    """

    name = "section-title-unusual"
    family = "sections"
    severity = Severity.NOTE
    message = "the usual title is “{usual}”, not “{title}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such heading."""
        profile = page.profile
        fixed = profile.house.section_titles_fixed
        if not fixed and profile.language == "en":
            return
        titles = profile.section_titles
        for heading in page.document.headings:
            title = heading.title
            role = None if heading.possible else profile.section_role(title)
            usual = titles.get(role, ()) if role else ()
            if not usual or title == usual[0] or not (fixed or title not in usual):
                continue
            if fixed or (title.isascii() and not _is_own(title, usual)):
                start = page.text.index(title, heading.title_span.start)
                fix = write((start, start + len(title)), usual[0], safe=False)
                yield self.finding(heading.span, fix, title=title, usual=usual[0])


def _is_own(title: str, own: Sequence[str]) -> bool:
    """Tell whether a title is one of the wiki's own in another case of letters."""
    return title.casefold() in {each.casefold() for each in own}

"""note-number-touching-word: a typed number of a note, and no space before the next sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARKS = ".!?,;:۔،؛؟।。"
# Behind a mark of punctuation: [18]annulene is a name.
_TOUCHING = lazily(
    rf"(?P<note>\[(?<=[^\W\d_][{_MARKS}]\[)[0-9۰-۹٠-٩]{{1,3}}\](?:\[[0-9۰-۹٠-٩]{{1,3}}\]){{0,9}})"
    r"[^\W\d_]{2,40}"
)


class NoteNumberTouchingWord(Rule):
    """The typed number of a note touches the word behind it.

    ## What it does
    Finds, in running text, a number in brackets behind a mark of punctuation and right before a
    word: `fell.[12]The`. Such numbers are typed where text was copied from a page as it is shown;
    real ones come from `<ref>`. Quotations, text in other languages, templates and targets of
    links are left alone.

    ## Why it matters
    The sentences run into each other, and the word behind the number is not found by the search
    of a browser as a whole word.

    ## Example
    ```wikitext
    The mill burned down.[12]The bridge was spared.
    ```

    ## Use instead
    ```wikitext
    The mill burned down.[12] The bridge was spared.
    ```

    ## Fix safety
    The fix puts a space behind the number. It is safe.
    """

    name = "note-number-touching-word"
    family = "typography"
    severity = Severity.NOTE
    triggers = tuple(f"{mark}[" for mark in _MARKS)
    message = "there is no space behind “{note}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such number with the word behind it."""
        for span, found in running(page, _TOUCHING):
            place = span.start + len(found["note"])
            fix = Fix((Edit(place, place, " "),), safe=True, description="Put a space")
            yield self.finding(span, fix, note=found["note"])

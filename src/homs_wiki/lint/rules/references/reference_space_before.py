"""reference-space-before: blanks between a footnote and what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import BLANKS, read_runs
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._runs import Run
    from homs_wiki.page import Page

# Behind a colon, a dash or a bracket a blank may be meant: "Source: <ref>…".
_BELONGS = lazily(r"[\w.,!?۔،؟)\"”’'»\]]")


class ReferenceSpaceBefore(Rule):
    """There is a space between a footnote and the word, mark or footnote it belongs to.

    ## What it does
    Finds blanks before a reference, if a word, a mark, a link or another reference stands before
    them on the same line. It holds on wikis that are known to put references right behind the mark.

    ## Why it matters
    The number of the footnote may come to stand alone at the beginning of a line, and looks as if
    it belonged to what follows.

    ## Example
    ```wikitext
    The mill burnt down. <ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix takes out the blanks. It is safe.
    """

    name = "reference-space-before"
    family = "references"
    severity = Severity.NOTE
    message = "there is a space before the reference"
    aliases = {"checkwiki": "61"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the blanks before each footnote."""
        if page.profile.house.reference_after_punctuation is not True:
            return
        text = page.text
        for run in read_runs(page.document):
            start = run.start
            if text[start - 1 : start] in _BLANKS:
                end = start
                while start > 0 and text[start - 1] in BLANKS:
                    start -= 1
                if start and _BELONGS.match(text[start - 1]) and not _begins(text, start):
                    yield self._at(start, end)
            if len(run.footnotes) > 1:
                yield from self._between(text, run)

    def _between(self, text: str, run: Run) -> Iterator[Finding]:
        end = run.end
        for footnote in run.footnotes:
            if end < footnote.start and not text[end : footnote.start].strip(BLANKS):
                yield self._at(end, footnote.start)
            end = footnote.end

    def _at(self, start: int, end: int) -> Finding:
        fix = Fix((Edit(start, end, ""),), safe=True, description="Take out the space")
        return self.finding((start, end), fix)


_REACH = 100
_BLANKS = frozenset(BLANKS)


def _begins(text: str, offset: int) -> bool:
    """Tell whether what stands before ``offset`` is no text but the mark of a cell."""
    reach = max(0, offset - _REACH)
    line = text[max(text.rfind("\n", reach, offset) + 1, reach) : offset]
    return not line.strip("!' \t") or line.endswith(("!!", "||"))

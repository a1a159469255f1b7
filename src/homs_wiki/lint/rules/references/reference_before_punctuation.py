"""reference-before-punctuation: the footnote stands before the mark that ends the statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import MARKS, behind, read_runs, word_end_before
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._runs import Run
    from homs_wiki.page import Page

# A mark alone: no ellipsis, no decimal, no cell of a table. Blanks stand before few marks by
# mistake: elsewhere they may be meant (": " in a list, "!!" in a table).
_MARK = lazily(r"([.,;:!?۔،؛؟]|[ \t]+[.,۔،])(?![\d.,;:!?۔،؛؟])")


class ReferenceBeforePunctuation(Rule):
    """A footnote stands before the punctuation of its statement, not after it.

    ## What it does
    Finds a full stop, comma or other mark directly behind a reference, where the habit of the wiki
    is to put the mark first, as in English and Urdu. Several references in a row count as one, and
    so does a template such as `{{rp}}` behind them. An ellipsis is left alone, and a reference with
    a mark before it as well.

    ## Why it matters
    The mark hangs behind the small number of the footnote and may come to stand at the beginning of
    the next line. All other footnotes of the wiki stand behind the mark.

    ## Example
    ```wikitext
    The mill burnt down<ref>''Hilltown Post'', 3 May.</ref>.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix puts the mark before the reference. It is safe: not a word changes.
    """

    name = "reference-before-punctuation"
    family = "references"
    severity = Severity.NOTE
    message = "the “{mark}” belongs before the reference"
    aliases = {"checkwiki": "61"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each mark that stands behind a footnote."""
        if page.profile.house.reference_after_punctuation is not True:
            return
        text = page.text
        for run in read_runs(page.document):
            end = behind(page.document, run.end)
            if text[end : end + 1] not in _FIRST:
                continue
            match = _MARK.match(text, end)
            if match and run.footnotes[0].place != "heading":
                yield from self._at(text, run, match)

    def _at(self, text: str, run: Run, match: re.Match[str]) -> Iterator[Finding]:
        before = word_end_before(text, run.start)
        if before < 0 or text[before - 1] in MARKS:
            return
        mark = match[1].strip()
        if mark in ":;" and _is_term(text, run.start):
            return
        rest = " " if text[match.end() : match.end() + 1].isalpha() else ""
        edits = (Edit(before, before, mark), Edit(*match.span(), rest))
        fix = Fix(
            edits, safe=True, description=Phrase("Put the “{text}” before the reference", text=mark)
        )
        yield self.finding((match.end() - 1, match.end()), fix, mark=mark)


_REACH = 500
_FIRST = frozenset(f"{MARKS} \t")


def _is_term(text: str, offset: int) -> bool:
    """Tell whether ``offset`` lies in the line of a definition list, where a colon is markup."""
    start = text.rfind("\n", max(0, offset - _REACH), offset) + 1
    return text.startswith((";", ":"), start)

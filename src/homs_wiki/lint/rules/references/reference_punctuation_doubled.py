"""reference-punctuation-doubled: the same mark on both sides of a footnote, or twice before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import MARKS, behind, read_runs, word_end_before
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARK = lazily(r"([.,;:!?۔،؛؟]|[ \t]+[.,۔،])(?![\d.,;:!?۔،؛؟])")
# Two of these are never meant; two of another mark may be markup or emphasis.
_NEVER_TWICE = ".,،"
_BEHIND = frozenset(f"{MARKS}\t{{")


class ReferencePunctuationDoubled(Rule):
    """The same punctuation mark stands before a footnote and again behind it, or twice before it.

    ## What it does
    Finds a mark behind a reference if the same mark stands before it, and a second full stop or
    comma before a reference. Three dots, which are an ellipsis, are left alone.

    ## Why it matters
    The reader sees the sentence end twice. Mostly it came about when a reference was put in, or a
    sentence was cut short.

    ## Example
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix takes out the second mark, or on a wiki that puts references before marks the first. It
    is safe: not a word changes.
    """

    name = "reference-punctuation-doubled"
    family = "references"
    severity = Severity.WARNING
    message = "the “{mark}” stands here twice"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each mark that is one too many."""
        text = page.text
        keep_last = page.profile.house.reference_after_punctuation is False
        for run in read_runs(page.document):
            start, end = run.start, run.end
            after = text[end : end + 1]
            if after == " ":
                after = text[end + 1 : end + 2]
            if after not in _BEHIND and text[start - 1] != text[start - 2 : start - 1]:
                continue  # as nearly everywhere
            before = word_end_before(text, start)
            if before < 2 or text[before - 1] not in MARKS:
                continue
            mark = text[before - 1]
            if text[before - 2] == mark:
                if mark in _NEVER_TWICE and text[before - 3 : before - 2] not in ("", mark):
                    yield self._at(mark, before - 1, Edit(before - 1, before, ""))
                continue
            match = _MARK.match(text, behind(page.document, end))
            if match and match[1].strip() == mark:
                rest = " " if text[match.end() : match.end() + 1].isalpha() else ""
                last = Edit(*match.span(), rest)
                edit = Edit(before - 1, before, "") if keep_last else last
                yield self._at(mark, match.end() - 1, edit)

    def _at(self, mark: str, offset: int, edit: Edit) -> Finding:
        fix = Fix((edit,), safe=True, description=Phrase("Take out one “{text}”", text=mark))
        return self.finding((offset, offset + 1), fix, mark=mark)

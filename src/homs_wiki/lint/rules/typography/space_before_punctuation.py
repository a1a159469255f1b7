"""space-before-punctuation: a space before a comma or full stop."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import span_of
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile


@cache
def _needles(profile: Profile) -> tuple[str, ...]:
    marks = profile.punctuation
    wanted = {marks.comma, marks.semicolon, marks.full_stop, marks.question}
    wanted &= set(marks.no_space_before) - set(marks.space_before)
    return tuple(f" {mark}" for mark in sorted(wanted) if mark)


_BEHIND = lazily(r"(?:[ \n]|\Z)(?! ?[.?!])")


class SpaceBeforePunctuation(Rule):
    """A space stands before a mark that belongs to the word.

    ## What it does
    Finds a space between a word and a comma, semicolon, full stop or question mark, with a space or
    the end of the line behind the mark. Three dots, quotations, text in other languages,
    templates and targets of links are left alone, and languages that put a space there.

    ## Why it matters
    It is a slip of the keyboard, and the mark may begin a new line.

    ## Example
    ```wikitext
    The mill , built in 1620 , stands .
    ```

    ## Use instead
    ```wikitext
    The mill, built in 1620, stands.
    ```

    ## Fix safety
    The fix takes the space out. It is safe.
    """

    name = "space-before-punctuation"
    family = "typography"
    severity = Severity.NOTE
    message = "there is a space before “{mark}”"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such mark."""
        text = page.prose.text
        for needle in _needles(page.profile):
            offset = text.find(needle)
            while offset >= 0:
                if _BEHIND.match(text, offset + 2):
                    yield from self._at(page, text, offset)
                offset = text.find(needle, offset + 2)

    def _at(self, page: Page, text: str, offset: int) -> Iterator[Finding]:
        start = offset
        while start > 0 and offset - start < 3 and text[start - 1] == " ":
            start -= 1
        if not text[start - 1 : start].isalnum():
            return
        # The word before the space must stand directly before it in the wikitext, too.
        span = span_of(page, start - 1, offset + 2)
        if span is not None:
            whole = Span(span.start + 1, span.end)
            edits = replaced((whole.start, whole.end - 1), "")
            fix = Fix(edits, safe=True, description="Remove the space")
            yield self.finding(whole, fix, mark=text[offset + 1])

"""space-missing-after-punctuation: a comma or full stop between two words, and no space."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._clauses import MARKS, PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import span_of
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OWN = f"[{PLAIN_LETTERS}{MARKS}]"
# The mark and the word behind it; what must stand before it.
_ENGLISH = (r",[a-z]{3,40}+(?![\w,@/.-])", r"(?<![\w.,@/-])[A-Za-z][a-z]{2,40}\Z")
_URDU = (rf"[،۔]{_OWN}{{2,40}}+(?!۔)", rf"(?<![۔.\w]){_OWN}{{2,40}}\Z")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    behind, before = _URDU if language == "ur" else _ENGLISH
    return compiled(behind), compiled(before)


class SpaceMissingAfterPunctuation(Rule):
    """No space stands between a comma or full stop and the next word.

    ## What it does
    Finds, in English, a comma between two words in small letters; in Urdu, ، or ۔ between two
    words that are no letters of an abbreviation (ایم۔اے۔). Quotations, text in other languages,
    templates, targets of links, names of files and web addresses are left alone.

    ## Why it matters
    The two words are shown as one and break as one at the line's end, and the search
    may not find them.

    ## Example
    ```wikitext
    The mill,built in 1620, stands.
    ```

    ## Use instead
    ```wikitext
    The mill, built in 1620, stands.
    ```

    ## Fix safety
    The fix puts a space behind the mark. It is safe.
    """

    name = "space-missing-after-punctuation"
    family = "typography"
    severity = Severity.NOTE
    message = "there is no space behind the mark in “{words}”"
    languages = frozenset(("ur", "en"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each pair of words."""
        behind, before = _patterns(page.profile.language)
        evidence = page.profile.word_evidence
        initials = evidence.initials if evidence else frozenset[str]()
        text = page.prose.text
        for mark in behind.finditer(text):
            start = mark.start()
            first = before.search(text[max(0, start - 42) : start])
            if not first or first[0] in initials or mark[0][1:] in initials:
                continue
            span = span_of(page, start - len(first[0]), mark.end())
            if span is not None:
                place = span.start + len(first[0]) + 1
                fix = Fix((Edit(place, place, " "),), safe=True, description="Put a space")
                yield self.finding(span, fix, words=first[0] + mark[0])

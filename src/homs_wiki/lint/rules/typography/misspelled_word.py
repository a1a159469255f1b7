"""misspelled-word: a word that is on the list of slips."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class _Words(NamedTuple):
    """The misspelled words of a language: how to find them, and what they stand for."""

    pattern: re.Pattern[str]
    right: Mapping[str, str]


@cache
def _words(language: str) -> _Words | None:
    tables = read_table("misspellings")
    if language not in tables:
        return None
    right = dict(tables.table(language).pairs("words"))
    one = "|".join(map(re.escape, right))
    marks = r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
    return _Words(compiled(rf"(?<![\w{marks}-])(?:{one})(?![\w{marks}-])"), right)


class MisspelledWord(Rule):
    """A word is misspelled.

    ## What it does
    Looks in running text, headings and plain values of infoboxes for words out of a list of
    slips for each language, each of them no word of its own. Quotations, text in other languages,
    templates and targets of links are left alone.

    ## Why it matters
    The search does not find the word, and readers stumble.

    ## Example
    ```wikitext
    وہ شہر سے گئ۔
    ```

    ## Use instead
    ```wikitext
    وہ شہر سے گئی۔
    ```

    ## Fix safety
    The fix writes the word as it should be. It is safe: the slip stands for that word alone.
    """

    name = "misspelled-word"
    family = "typography"
    severity = Severity.WARNING
    message = "“{word}” is misspelled; the word is “{right}”"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each word of the list."""
        words = _words(page.profile.language)
        if words is None:
            return
        for span, found in in_text(page, words.pattern):
            if found[0] in self.words("accept"):
                continue
            right = words.right[found[0]]
            fix = write(span, right, safe=True)
            yield self.finding(span, fix, word=found[0], right=right)

"""heading-title-case: a heading with capitals as in a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PLAIN = lazily(r"[A-Za-z ,-]+")
_WORD = lazily(r"[A-Za-z]+")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
# How many words are looked up on one page: each is a search through the text.
_MOST = 100


class HeadingTitleCase(Rule):
    """A heading is written with capitals as a title.

    ## What it does
    Finds headings of several words that all begin with a capital, if the text of the page has one
    of them in small letters within a sentence, and none of them with a capital there. Names are so
    left alone, as far as the page tells.

    ## Why it matters
    The manual of style of the English Wikipedia wants headings as sentences: the first word and
    names have a capital.

    ## Example
    ```wikitext
    == Early Life ==
    He spent his life at the mill.
    ```

    ## Use instead
    ```wikitext
    == Early life ==
    He spent his life at the mill.
    ```

    ## Fix safety
    The fix writes the words in small letters that the text has so. It is not safe: one may be part
    of a name, and links may lead to the heading.
    """

    name = "heading-title-case"
    family = "sections"
    severity = Severity.NOTE
    message = "“{title}” is written as a title, not as a sentence"
    rule_set = RuleSet.STRICT
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading in title case."""
        words = _Words(page)
        for heading in page.document.headings:
            title = heading.title
            if heading.possible or " " not in title or not _PLAIN.fullmatch(title):
                continue
            later = [word for word in list(_WORD.finditer(title))[1:] if word[0] not in _SMALL]
            if not later or not all(word[0].istitle() and len(word[0]) > 2 for word in later):
                continue
            lower = [word for word in later if words.are_small(word[0])]
            if lower and not any(words.are_names(word[0]) for word in later):
                start = page.text.index(title, heading.title_span.start)
                edits = tuple(
                    Edit(start + word.start(), start + word.end(), word[0].lower())
                    for word in lower
                )
                fix = Fix(edits, safe=False, description="Write the words in small letters")
                yield self.finding(heading.span, fix, title=title)


class _Words:
    """How words are written within the sentences of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.small: dict[str, bool] = {}
        self.names: dict[str, bool] = {}

    def are_small(self, word: str) -> bool:
        """Tell whether the page has a word of a heading in small letters."""
        if word not in self.small and len(self.small) < _MOST:
            self.small[word] = f" {word.lower()} " in self.page.prose.text
        return self.small.get(word, False)

    def are_names(self, word: str) -> bool:
        """Tell whether the page has it with a capital within a sentence."""
        if word not in self.names:
            if len(self.names) == _MOST:
                return True
            inner = re.compile(rf"[a-z,;] {word}\b")
            self.names[word] = inner.search(self.page.prose.text) is not None
        return self.names[word]

"""link-touching-word: `of[[Hilltown]]`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import link_opened_at, openings
from homs_wiki.profile.tables import read_table
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WORD = lazily(r"(?:\A|[\s(,،۔.;:])([^\W\d_]{2,})\Z")
_LONGEST = 12


class LinkTouchingWord(Rule):
    """A small word runs into the link behind it.

    ## What it does
    Finds links with one of a list of words right before them, without a space, that are no
    beginnings of other words: for each language the postpositions, articles and conjunctions that
    the rule `repeated-word` knows.

    ## Why it matters
    Readers see two words as one.

    ## Example
    ```wikitext
    The mill stands on the river and[[Ann Miller]] owns it.
    ```

    ## Use instead
    ```wikitext
    The mill stands on the river and [[Ann Miller]] owns it.
    ```

    ## Fix safety
    The fix adds a space. It is safe: both words stay as they are.
    """

    name = "link-touching-word"
    family = "links"
    severity = Severity.WARNING
    languages = frozenset(("ur", "en", "fa", "hi", "de", "fr", "es", "ru", "tr"))
    message = "there is no space between “{word}” and the link"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each word that runs into a link."""
        words = _words(page.profile.language)
        flat = page.document.flat
        for match in openings(page.document, "touching"):
            start = match.start()
            word = _WORD.search(flat.text[max(0, start - _LONGEST) : start])
            if word is None or word[1].lower() not in words or word[1].isupper():
                continue
            link = link_opened_at(page.document, start)
            if link is None or link.kind != "link":
                continue
            edit = Edit(link.start, link.start, " ")
            fix = Fix((edit,), safe=True, description="Add a space")
            span = (flat.start(start - len(word[1])), link.end)
            yield self.finding(span, fix, word=word[1])


@cache
def _words(language: str) -> frozenset[str]:
    tables = read_table("repeated_words")
    if language not in tables:
        return frozenset()
    return frozenset(tables.table(language).texts("words"))

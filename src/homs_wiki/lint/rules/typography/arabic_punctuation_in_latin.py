"""arabic-punctuation-in-latin: marks of Arabic script in the Latin words of a source."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._clauses import LETTERS
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LATIN = {"،": ",", "؛": ";", "؟": "?", "۔": "."}
_WANTED = frozenset(_LATIN)
_MARK = lazily("[،؛؟۔]")
_WORD = lazily("[A-Za-z]{2}")
_MARKUP = lazily(r"[{}\[\]<>]")


@cache
def _arabic() -> re.Pattern[str]:
    """Compile what few pages need."""
    return compiled(f"[{LETTERS}]")


class ArabicPunctuationInLatin(Rule):
    """A Latin title or name in a citation has marks of Arabic script.

    ## What it does
    Looks in the parameters of citations for values in Latin letters with one of ، ؛ ؟ ۔ and no
    letter of Arabic script. Values with markup are left alone.

    ## Why it matters
    The title is no longer that of the source, so nobody finds it, and the mark is shown on the
    wrong side of the word. It comes from replacing all commas of a page at once.

    ## Example
    ```wikitext
    {{cite book|title=Mills، Towns and Rivers|year=1620}}
    ```

    ## Use instead
    ```wikitext
    {{cite book|title=Mills, Towns and Rivers|year=1620}}
    ```

    ## Fix safety
    The fix writes the Latin marks. It is safe: the value has no other letters.
    """

    name = "arabic-punctuation-in-latin"
    family = "typography"
    severity = Severity.WARNING
    triggers = (
        "،",
        "؛",
        "؟",
        "۔",
    )
    message = "“{mark}” stands in the Latin text of “{parameter}”"
    languages = frozenset(("ur", "fa", "ar"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each value with such marks."""
        if not has_any(page, _WANTED):
            return
        for citation in page.citations:
            for parameter in citation.template.parameters:
                if parameter.value.isascii():
                    continue
                start, end = parameter.stripped_span
                if not _MARK.search(page.text, start, end) or not _WORD.search(
                    page.text, start, end
                ):
                    continue
                if _arabic().search(page.text, start, end) or _MARKUP.search(page.text, start, end):
                    continue
                marks = list(_MARK.finditer(page.text, start, end))
                edits = tuple(Edit(*mark.span(), _LATIN[mark[0]]) for mark in marks)
                fix = Fix(edits, safe=True, description="Write the Latin marks")
                span = (marks[0].start(), marks[0].end())
                yield self.finding(span, fix, mark=marks[0][0], parameter=parameter.name)

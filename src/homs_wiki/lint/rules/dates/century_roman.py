"""century-roman: the XIX century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._numbers import ordinal, roman_value
from homs_wiki.lint.rules.typography._running import LONGEST_LINE, span_of
from homs_wiki.page.quoting import in_italics
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# II to XXXIX; one letter may stand behind a name (Charles V).
_CENTURY = lazily(
    r"\b(?=[IVX]{2})(X{0,3}(?:IX|IV|V?I{0,3}))(?:th|st|nd|rd)?(?=[ \u00a0-]centur(?:y|ies)\b)"
)
_LONGEST = len("XXXVIIIth ")
_WORD = "centur"


class CenturyRoman(Rule):
    """A century has a Roman number.

    ## What it does
    Finds Roman numbers of two letters or more before *century* and *centuries* in running text.
    Quotations, titles in italics, text in other languages, templates and targets of links are
    left alone.

    ## Why it matters
    English counts centuries in digits or words; a Roman number is the habit of other languages.

    ## Example
    ```wikitext
    The mill was built in the XIX century.
    ```

    ## Use instead
    ```wikitext
    The mill was built in the 19th century.
    ```

    ## Fix safety
    The fix writes the number in digits. It is safe.
    """

    name = "century-roman"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (_WORD,)
    message = "the century has the Roman number “{number}”"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such century."""
        text = page.prose.text
        start = text.find(_WORD)
        while start >= 0:
            begin = max(0, start - _LONGEST)
            found = _CENTURY.search(text, begin, start + len("centuries"))
            start = text.find(_WORD, start + 1)
            span = span_of(page, *found.span()) if found else None
            if found is None or span is None or in_italics(page.text, span.start, LONGEST_LINE):
                continue
            new = ordinal(roman_value(found[1]))
            fix = Fix((Edit(*span, new),), True, Phrase("Write “{text}”", text=new))
            yield self.finding(Span(*span), fix, number=found[0])

"""number-range-hyphen: a range of numbers with a hyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import LONGEST_LINE, span_of
from homs_wiki.page.quoting import in_italics
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Hyphens are fewer than digits: the number before one is looked for only where one follows.
_HYPHEN = lazily(r"-([1-9][0-9]{0,3})(?![\w/:-]|[.,]\d)")
_FIRST = lazily(r"(?<![\w./,:#+-])[1-9][0-9]{0,3}\Z")
_AIRCRAFT = lazily("7[0-8]7")
_NUMBER_BEFORE = lazily(r"(?:[A-Z]\w*|[Nn]o\.|[Nn]umbers?|#)\s?\Z")


class NumberRangeHyphen(Rule):
    """A range of numbers or years is written with a hyphen.

    ## What it does
    Finds two numbers with a hyphen between them in running text, the second greater than the first.
    Left alone are numbers behind a name (which may be a type: *Boeing 737-800*), types of aircraft,
    numbers in italics, quotations, templates, targets of links and web addresses.

    ## Why it matters
    A range takes an en dash. A hyphen makes it look like the number of a type or telephone.

    ## Example
    ```wikitext
    It had 20-30 rooms between 1620-1680.
    ```

    ## Use instead
    ```wikitext
    It had 20–30 rooms between 1620–1680.
    ```

    ## Fix safety
    The fix writes an en dash. It is not safe: a person should see that it is a range.
    """

    name = "number-range-hyphen"
    family = "typography"
    severity = Severity.NOTE
    message = "the range “{range}” has a hyphen instead of an en dash"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such range."""
        text = page.prose.text
        for hyphen in _HYPHEN.finditer(text):
            offset = hyphen.start()
            first = _FIRST.search(text[max(0, offset - 5) : offset])
            if first is None or not _is_range(first[0], hyphen[1]):
                continue
            start = offset - len(first[0])
            if _NUMBER_BEFORE.search(text[max(0, start - 30) : start]):
                continue
            span = span_of(page, start, hyphen.end())
            if span is None or in_italics(page.text, span.start, LONGEST_LINE):
                continue
            place = span.start + len(first[0])
            fix = Fix(replaced((place, place + 1), "–"), safe=False, description="Write an en dash")
            yield self.finding(span, fix, range=text[start : hyphen.end()])


def _is_range(first: str, last: str) -> bool:
    """Tell whether two numbers rise, and are not the type of an aircraft (“the 737-800”)."""
    return int(last) > int(first) and not (last.endswith("00") and _AIRCRAFT.fullmatch(first))

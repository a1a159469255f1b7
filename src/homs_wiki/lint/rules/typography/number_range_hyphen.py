"""number-range-hyphen: a range of numbers with a hyphen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import in_italics, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_RANGE = re.compile(
    r"(?<![\w./,:#+-])(?P<first>[1-9][0-9]{0,3})-(?P<last>[1-9][0-9]{0,3})(?![\w/:-]|[.,]\d)"
)
_NUMBER_BEFORE = re.compile(r"(?:[A-Z]\w*|[Nn]o\.|[Nn]umbers?|#)\s?\Z")


class NumberRangeHyphen(Rule):
    """A range of numbers or years is written with a hyphen.

    ## What it does
    Finds two numbers with a hyphen between them in running text, the second greater than the first.
    Left alone are numbers behind a name (which may be a type: *Boeing 737-800*), in italics,
    quotations, templates, targets of links and web addresses.

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
    rule_set = RuleSet.STRICT
    message = "the range “{range}” has a hyphen instead of an en dash"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such range."""
        for span, found in running(page, _RANGE):
            if int(found["last"]) <= int(found["first"]) or in_italics(page, span.start):
                continue
            if _NUMBER_BEFORE.search(found.string[max(0, found.start() - 30) : found.start()]):
                continue
            place = span.start + len(found["first"])
            fix = Fix(replaced((place, place + 1), "–"), safe=False, description="Write an en dash")
            yield self.finding(span, fix, range=found[0])

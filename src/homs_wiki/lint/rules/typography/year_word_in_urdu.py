"""year-word-in-urdu: `سن 1947ء`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._clauses import PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WORD = compiled(rf"(?<![{PLAIN_LETTERS}])سن(?= \d{{3,4}} ?ء)")


class YearWordInUrdu(Rule):
    """The word before an Urdu year lacks its last letter.

    ## What it does
    Finds سن before a year with its sign ء, in running text. Quotations, text in other languages,
    templates and targets of links are left alone.

    ## Why it matters
    The word for a year is سنہ; سن is its spoken form. The spelling gadget of the wiki mends it.

    ## Example
    ```wikitext
    یہ شہر سن 1947ء میں آباد ہوا۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر سنہ 1947ء میں آباد ہوا۔
    ```

    ## Fix safety
    The fix writes the whole word, which is safe.
    """

    name = "year-word-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the word before the year is “سنہ”"
    languages = frozenset(("ur",))
    triggers = ("سن",)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        for span, _ in running(page, _WORD):
            fix = Fix(replaced(span, "سنہ"), safe=True, description="Write “سنہ”")
            yield self.finding(span, fix)

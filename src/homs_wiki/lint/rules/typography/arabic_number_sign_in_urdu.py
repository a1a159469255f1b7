"""arabic-number-sign-in-urdu: `45٪` in Urdu text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SIGNS = frozenset("٪٫٬")
_SIGN = compiled(r"(?<=\d)٪|(?<=\d)[٫٬](?=\d)")


class ArabicNumberSignInUrdu(Rule):
    """A number in Urdu text has the signs of Arabic.

    ## What it does
    Finds ٪ behind a digit, and ٫ and ٬ between digits, in running text, headings and plain values
    of infoboxes. Quotations, text in other languages, templates and targets of links are left
    alone.

    ## Why it matters
    The articles of the wiki have %, the full stop and the comma, and so does every function that
    reckons.

    ## Example
    ```wikitext
    آبادی 45٪ ہے۔
    ```

    ## Use instead
    ```wikitext
    آبادی 45% ہے۔
    ```

    ## Fix safety
    The fix writes the sign of the wiki, which is safe.
    """

    name = "arabic-number-sign-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{sign}” (U+{code}) is the Arabic sign; the wiki has “{own}”"
    languages = frozenset(("ur",))
    triggers = ("٪", "٫", "٬")

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each sign."""
        if not has_any(page, _SIGNS):
            return
        numbers = page.profile.numbers
        own = {"٪": "%", "٫": numbers.decimal, "٬": numbers.group}
        for span, found in in_text(page, _SIGN):
            sign = found[0]
            fix = write(span, own[sign], safe=True)
            yield self.finding(span, fix, sign=sign, code=f"{ord(sign):04X}", own=own[sign])

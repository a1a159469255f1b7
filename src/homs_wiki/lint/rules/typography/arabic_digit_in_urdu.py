"""arabic-digit-in-urdu: `١٩٠٢` in Urdu text."""

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

_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩")
_NUMBER = compiled("[٠-٩]+")
_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


class ArabicDigitInUrdu(Rule):
    """A number in Urdu text has the digits of Arabic.

    ## What it does
    Finds the digits ٠–٩ (U+0660–U+0669) in running text, headings and plain values of infoboxes.
    Quotations, text in other languages, templates and targets of links are left alone.

    ## Why it matters
    The articles of the wiki have 0–9. Urdu has ۴ ۵ ۶ where Arabic has ٤ ٥ ٦, the search finds one
    form only, and dates in such digits are not understood.

    ## Example
    ```wikitext
    یہ شہر ١٩٠٢ میں آباد ہوا۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر 1902 میں آباد ہوا۔
    ```

    ## Fix safety
    The fix writes 0–9, which is safe.
    """

    name = "arabic-digit-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{number}” has the digits of Arabic"
    languages = frozenset(("ur",))
    triggers = ("٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩")

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each number."""
        if not has_any(page, _DIGITS):
            return
        for span, found in in_text(page, _NUMBER):
            mended = found[0].translate(_PLAIN)
            fix = write(span, mended, safe=True)
            yield self.finding(span, fix, number=found[0])

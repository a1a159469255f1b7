"""arabic-comma-in-number: the comma of Arabic script between the digits of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("،")
# Groups of three, or of two and a last one of three (lakh).
_NUMBER = lazily(r"(?<![\d،,.])[1-9][0-9]{0,2}(?:،[0-9]{2,3})*،[0-9]{3}(?![\d،,])")


class ArabicCommaInNumber(Rule):
    """The groups of a number are parted by ، instead of a comma.

    ## What it does
    Finds numbers such as 2،541،101 in running text, headings and plain values of infoboxes.
    Quotations, targets of links and templates are left alone.

    ## Why it matters
    The mark ، is one of sentences. Functions and templates that reckon do not take such a number,
    and tools read two or three numbers. It comes from replacing all commas of a page at once.

    ## Example
    ```wikitext
    شہر کی آبادی 2،541،101 تھی۔
    ```

    ## Use instead
    ```wikitext
    شہر کی آبادی 2,541,101 تھی۔
    ```

    ## Fix safety
    The fix writes commas. It is safe where there are two of them; a single one may part two numbers
    of a list, so there it is not.
    """

    name = "arabic-comma-in-number"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("،",)
    message = "the groups of the number “{number}” are parted by “،” (U+060C)"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such number."""
        if not has_any(page, _WANTED):
            return
        group = page.profile.numbers.group
        for span, found in in_text(page, _NUMBER):
            number = found[0]
            mended = number.replace("،", group)
            fix = write(span, mended, safe=number.count("،") > 1)
            yield self.finding(span, fix, number=number)

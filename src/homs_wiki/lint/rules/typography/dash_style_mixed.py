"""dash-style-mixed: two kinds of dashes that part sentences on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_EM = lazily(r"(?<=[a-z,)])—(?=[a-z(])")
_EN = lazily(r"(?<=[a-z,)] )–(?= [a-z(])")
_WANTED = (frozenset("—"), frozenset("–"))


class DashStyleMixed(Rule):
    """A page parts its sentences with em dashes here, and spaced en dashes there.

    ## What it does
    Counts em dashes without spaces and en dashes between spaces, with words in small letters on
    both sides, in running text. If there are both, it finds those of the rarer kind. Quotations
    and templates are left alone.

    ## Why it matters
    Either is good style; both together look like two hands.

    ## Example
    ```wikitext
    The mill—the old one—stands, and the town – the new one – grows, and – they say – so on.
    ```

    ## Use instead
    ```wikitext
    The mill – the old one – stands, and the town – the new one – grows, and – they say – so on.
    ```

    ## Fix safety
    There is no fix: which of the two the page should have, its editors choose.
    """

    name = "dash-style-mixed"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("—",)
    message = "this is {kind}, but the page has mostly {other}"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each dash of the rarer kind."""
        if not all(has_any(page, wanted) for wanted in _WANTED):
            return
        em = [span for span, _ in running(page, _EM)]
        en = [span for span, _ in running(page, _EN)]
        if not em or not en:
            return
        names = [Phrase("an em dash"), Phrase("spaced en dashes")]
        rare = em
        if len(en) < len(em):
            names, rare = [Phrase("a spaced en dash"), Phrase("em dashes")], en
        for span in rare:
            yield self.finding(span, kind=names[0], other=names[1])

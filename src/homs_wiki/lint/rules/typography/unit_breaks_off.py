"""unit-breaks-off: a plain space between a number and its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_UNIT = lazily(
    r"\d (?:km|kg|cm|mm|nm|mi|ft|lb|oz|Hz|kHz|MHz|GHz|kW|MW|GW|km²|m²|km2|km/h|mph|°C|°F)"
    r"(?![\w²/-])"
)


class UnitBreaksOff(Rule):
    """A line may end between a number and its unit.

    ## What it does
    Finds a plain space between a number and the symbol of a unit (km, kg, MHz, °C …) in running
    text. Quotations, templates and targets of links are left alone.

    ## Why it matters
    The number stands at the end of one line and the unit at the beginning of the next.

    ## Example
    ```wikitext
    The river is 20 km long.
    ```

    ## Use instead
    ```wikitext
    The river is 20&nbsp;km long.
    ```

    ## Fix safety
    The fix writes `&nbsp;` in the place of the space. It is safe.
    """

    name = "unit-breaks-off"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a line may end between the number and its unit"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such unit, with the last digit of its number."""
        for span, _ in running(page, _UNIT):
            edits = replaced((span.start + 1, span.start + 2), "&nbsp;")
            fix = Fix(edits, safe=True, description="Put a no-break space")
            yield self.finding(span, fix)

"""infobox-break-list: a list in an infobox whose items are only broken apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BREAK = lazily(r"<br *\\?/?>", re.IGNORECASE)
_ITEM = lazily(r"\s*(?:\{\{|\[\[|\w)")


class InfoboxBreakList(Rule):
    """A field of an infobox lists several things with line breaks between them.

    ## What it does
    Finds values of infoboxes with two or more `<br>` tags on their own level and something on each
    side of all of them.

    ## Why it matters
    A screen reader reads the lines as one sentence, and tools that read infoboxes get one value
    where there are several. A list template keeps them apart.

    ## Example
    ```wikitext
    {{Infobox mill
    | name = Old Mill
    | owner = A. Miller<br />B. Miller<br />C. Miller
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox mill
    | name = Old Mill
    | owner = {{plainlist|
    * A. Miller
    * B. Miller
    * C. Miller
    }}
    }}
    ```

    ## Fix safety
    There is no fix: whether the lines are a list, or one thing with a remark, only a person sees.
    """

    name = "infobox-break-list"
    family = "infobox"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("<br",)
    message = "the field “{field}” lists {count} things with line breaks; use a list"
    options = {"fewest": Option(3, "How many things make a list.")}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each field with such a list."""
        fewest = self.number("fewest")
        for infobox in page.infoboxes:
            for field in infobox.fields:
                start, end = field.parameter.value_span
                if page.text.count("<", start, end) < fewest - 1:
                    continue
                raw = field.raw
                items = _BREAK.split(raw)
                if len(items) >= fewest and all(map(_ITEM.match, items)) and _is_level(items):
                    yield self.finding(field.value_span, field=field.name, count=len(items))


def _is_level(items: list[str]) -> bool:
    """Tell whether no template or link goes over a break."""
    return all(
        item.count("{{") == item.count("}}") and item.count("[[") == item.count("]]")
        for item in items
    )

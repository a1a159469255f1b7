"""math-braces-unbalanced: braces of a formula that do not pair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_FORMULAS = frozenset({"math", "ce", "chem"})
_BRACE = lazily(r"\\.|([{}])", re.DOTALL)


class MathBracesUnbalanced(Rule):
    r"""The braces of a formula do not pair.

    ## What it does
    Counts `{` and `}` in each `<math>` and `<chem>`. Those behind a backslash are signs and left
    alone, and so are formulas with a comment of TeX, or with a template in them.

    ## Why it matters
    MediaWiki shows an error in red where the formula should be.

    ## Example
    ```wikitext
    <math>\frac{1}{2</math>
    ```

    ## Use instead
    ```wikitext
    <math>\frac{1}{2}</math>
    ```

    ## Fix safety
    There is no fix: where the brace belongs only a person can tell.
    """

    name = "math-braces-unbalanced"
    family = "markup"
    severity = Severity.ERROR
    triggers = (
        "<math",
        "<ce",
        "<chem",
    )
    message = "a brace of the formula is {kind}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each formula with a brace too many."""
        for tag in page.document.extension_tags:
            if tag.name in _FORMULAS and tag.inner_span:
                inner = tag.inner
                if _differ(inner) and "%" not in inner and "{{{" not in inner:
                    depth = _depth(inner)
                    if depth:
                        yield self.finding(tag.span, kind=_OPENED if depth > 0 else _CLOSED)


def _differ(formula: str) -> bool:
    """Tell whether there are more of one brace; nearly all formulas end here."""
    opening = formula.count("{") - formula.count("\\{")
    return opening != formula.count("}") - formula.count("\\}")


def _depth(formula: str) -> int:
    """Return how many braces are open at the end; -1 if one is closed that was not opened."""
    depth = 0
    for brace in _BRACE.findall(formula):
        if brace:
            depth += 1 if brace == "{" else -1
            if depth < 0:
                return -1
    return depth


_OPENED = Phrase("opened and not closed")
_CLOSED = Phrase("closed and not opened")

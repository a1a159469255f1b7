r"""math-environment-unbalanced: `<math>\left( x</math>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_FORMULAS = frozenset(("math", "chem", "ce"))
_PART = compiled(
    r"\\\\|\\(?:(?P<open>begin)|(?P<close>end))\s*\{(?P<name>[^{}]*)\}"
    r"|\\(?:(?P<left>left)|(?P<right>right))(?![A-Za-z])"
)


class MathEnvironmentUnbalanced(Rule):
    r"""An environment or a bracket of a formula has no partner.

    ## What it does
    Compares `\begin` with `\end` and `\left` with `\right` in `<math>` and `<chem>`. Formulas with
    comments or template arguments are left alone.

    ## Why it matters
    MediaWiki shows an error in red where the formula should be.

    ## Example
    ```wikitext
    <math>\left( \frac{1}{2}</math>
    ```

    ## Use instead
    ```wikitext
    <math>\left( \frac{1}{2} \right)</math>
    ```

    ## Fix safety
    There is no fix: where the partner belongs only a person can tell.
    """

    name = "math-environment-unbalanced"
    family = "markup"
    severity = Severity.ERROR
    message = "“{part}” has no partner in the formula"
    triggers = ("<math", "<chem", "<ce>")

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first part without a partner of each formula."""
        for tag in page.document.extension_tags:
            if tag.name not in _FORMULAS or tag.inner_span is None or "\\" not in tag.inner:
                continue
            inner = tag.inner
            if "%" in inner or "{{{" in inner or "<" in inner:
                continue
            match = _loose(inner)
            if match:
                start = tag.inner_span.start
                yield self.finding((start + match.start(), start + match.end()), part=match[0])


def _loose(formula: str) -> re.Match[str] | None:
    """Return the first part of a formula that has no partner; None if all have one."""
    waiting: list[re.Match[str]] = []
    for match in _PART.finditer(formula):
        if match["open"] or match["left"]:
            waiting.append(match)
        elif match["close"] or match["right"]:
            if not waiting or waiting[-1]["name"] != match["name"]:
                return match
            waiting.pop()
    return waiting[-1] if waiting else None

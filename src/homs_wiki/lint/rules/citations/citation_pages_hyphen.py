"""citation-pages-hyphen: a range of pages has a dash, not a hyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._mend import new_values, text_of
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PARAMETERS = ("pages", "quote-pages")
_PAGES = compiled(r"[0-9]{1,5}(?:[-–][0-9]{1,5})?(?:, ?[0-9]{1,5}(?:[-–][0-9]{1,5})?)*")
_RANGE = compiled(r"([0-9]+)-([0-9]+)")


class CitationPagesHyphen(Rule):
    """A range of pages in a citation has a hyphen where a dash belongs.

    ## What it does
    Finds `pages` and `quote-pages` that are nothing but numbers and ranges of numbers, at least
    one of them with a hyphen. `page` is left alone: there the hyphen may belong to the number of
    one page.

    ## Why it matters
    The module writes a dash for readers; whoever reads the wikitext finds both.

    ## Example
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pages=5-9}}
    ```

    ## Use instead
    ```wikitext
    {{cite journal |title=Bridges |journal=Rivers |pages=5–9}}
    ```

    ## Fix safety
    The fix writes the dash. It is safe: the same is shown.
    """

    name = "citation-pages-hyphen"
    family = "citations"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a hyphen stands in the range “{value}”, where a dash belongs"
    languages = CS1_LANGUAGES

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range of pages with a hyphen."""
        for citation in page.citations:
            for name in _PARAMETERS:
                parameter = citation.get(name)
                value = parameter and text_of(parameter)
                if not parameter or not value or not _PAGES.fullmatch(value):
                    continue
                if any(int(first) < int(last) for first, last in _RANGE.findall(value)):
                    fix = next(new_values(parameter, [value.replace("-", "–")]))
                    yield self.finding(written_span(parameter), fix, value=value)

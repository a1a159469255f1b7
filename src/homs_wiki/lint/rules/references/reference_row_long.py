"""reference-row-long: more footnotes at one place than a reader looks up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.lint.rules.references._runs import read_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ReferenceRowLong(Rule):
    """More than five footnotes stand in one row.

    ## What it does
    Counts the references side by side.

    ## Why it matters
    A statement needs one good source, perhaps a second. A long row of numbers breaks up the text,
    and nobody looks them all up. How many are too many is a matter of taste, so the rule is off by
    default.

    ## Example
    ```wikitext
    It burnt.<ref>A</ref><ref>B</ref><ref>C</ref><ref>D</ref><ref>E</ref><ref>F</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>A</ref><ref>B</ref>
    ```

    ## Fix safety
    There is no fix: which source is the best only a person can tell.
    """

    name = "reference-row-long"
    family = "references"
    severity = Severity.NOTE
    message = "{count} references stand in a row"
    options = {"most": Option(5, "How many footnotes may stand in a row.")}  # noqa: RUF012 - as in all rules
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of too many footnotes."""
        most = self.number("most")
        for run in read_runs(page.document):
            if len(run.footnotes) > most:
                yield self.finding((run.start, run.end), count=len(run.footnotes))

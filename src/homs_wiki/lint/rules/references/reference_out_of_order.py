"""reference-out-of-order: neighbouring footnotes with the higher number first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._runs import Footnote, Run
    from homs_wiki.page import Page


class ReferenceOutOfOrder(Rule):
    """Neighbouring footnotes are not in the order of their numbers.

    ## What it does
    Finds references side by side whose numbers, as MediaWiki counts them, do not rise: a source
    that was used before stands behind a new one. Numbers that cannot be known, because a template
    that is not known may bring references with it, are taken as those of the page itself.

    ## Why it matters
    “[7][2]” is harder to look up than “[2][7]”. Some editors put the most important source first,
    though, so the rule is off by default.

    ## Example
    ```wikitext
    It burnt.<ref name="a">A</ref> It was rebuilt.<ref name="b">B</ref><ref name="a" />
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="a">A</ref> It was rebuilt.<ref name="a" /><ref name="b">B</ref>
    ```

    ## Fix safety
    The fix sorts the references. It is not safe: their order may be meant.
    """

    name = "reference-out-of-order"
    family = "references"
    severity = Severity.NOTE
    message = "the references stand in the order {numbers}"
    touches = frozenset({"reference"})
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of footnotes whose numbers don't rise."""
        for run in read_runs(page.document):
            notes = run.footnotes
            if len(notes) < 2 or len({note.reference.group for note in notes}) > 1:
                continue
            numbers = [note.reference.number or 0 for note in notes]
            if numbers != sorted(numbers):
                shown = "".join(f"[{number}]" for number in numbers)
                yield self.finding((run.start, run.end), _fix(run), numbers=shown)


def _fix(run: Run) -> Fix:
    ordered = sorted(run.footnotes, key=_number)
    edits = [
        Edit(old.start, old.end, new.node.text)
        for old, new in zip(run.footnotes, ordered, strict=True)
        if old is not new
    ]
    return Fix(tuple(edits), safe=False, description="Sort the references by their numbers")


def _number(footnote: Footnote) -> int:
    return footnote.reference.number or 0

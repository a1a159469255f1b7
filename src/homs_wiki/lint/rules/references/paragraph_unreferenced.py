"""paragraph-unreferenced: a paragraph that nothing supports."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.page.prose import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ParagraphUnreferenced(Rule):
    """A paragraph has no reference at all.

    ## What it does
    On pages with references, finds paragraphs of at least twenty words in which, and right behind
    which, no footnote stands. The lead, which sums up what is supported below, is left alone.

    ## Why it matters
    Readers cannot check what it says. Not every paragraph needs a reference, though, and its source
    may stand at the end of the next one, so the rule is off by default.

    ## Example
    ```wikitext
    == Fire ==
    The mill burnt down on 3 May 1902, in the night, together with the two houses beside it, and was not built up again for nine years.
    ```

    ## Use instead
    ```wikitext
    == Fire ==
    The mill burnt down on 3 May 1902, in the night, together with the two houses beside it, and was not built up again for nine years.<ref>''Hilltown Post'', 9 May 1911.</ref>
    ```

    ## Fix safety
    There is no fix: a source must be found.
    """  # noqa: E501 - wikitext has long lines

    name = "paragraph-unreferenced"
    family = "references"
    severity = Severity.NOTE
    message = "the paragraph has no reference"
    options = {"fewest": Option(20, "How many words a paragraph has at least.")}  # noqa: RUF012 - as in all rules
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each paragraph without a footnote."""
        starts = sorted(run.start for run in read_runs(page.document))
        if not starts:
            return
        fewest = self.number("fewest")
        prose, text = page.prose, page.text
        for block in prose.blocks:
            if block.kind != "paragraph" or block.section == 0:
                continue
            if count_words(prose.text[block.start : block.end]) < fewest:
                continue
            span = prose.span(block.start, block.end)
            line_end = text.find("\n", span.end)
            line_end = len(text) if line_end < 0 else line_end
            index = bisect_left(starts, span.start)
            if index == len(starts) or starts[index] > line_end:
                yield self.finding(span)

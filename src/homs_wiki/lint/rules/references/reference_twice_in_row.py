"""reference-twice-in-row: one source cited twice at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._runs import read_runs
from homs_wiki.source import Edit
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._runs import Footnote
    from homs_wiki.page import Page


class ReferenceTwiceInRow(Rule):
    """The same reference stands twice in one row of footnotes.

    ## What it does
    Finds a reference that is used again, by its name, among references side by side.

    ## Why it matters
    The reader sees the same number twice: “[3][4][3]”. Nothing is gained by it; mostly it came
    about when two sentences were made one.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="post">''Hilltown Post'', 3 May.</ref><ref name="post" />
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="post">''Hilltown Post'', 3 May.</ref>
    ```

    ## Fix safety
    The fix takes out the second use if it holds no text. It is safe. Otherwise there is none.
    """

    name = "reference-twice-in-row"
    family = "references"
    severity = Severity.WARNING
    message = "this reference stands here already"
    touches = frozenset({"reference"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each further use of a reference in a run of footnotes."""
        for run in read_runs(page.document):
            if len(run.footnotes) < 2:
                continue
            seen: set[int] = set()
            last = run.footnotes[-1]
            for footnote in run.footnotes:
                index = footnote.reference.index
                if index in seen and not (footnote is last and _has_page(page.text, run.end)):
                    yield self.finding((footnote.start, footnote.end), _fix(footnote))
                seen.add(index)


def _has_page(text: str, end: int) -> bool:
    """Tell whether a template follows, such as ``{{rp}}``, which gives this use its own page."""
    return text.startswith("{{", end)


def _fix(footnote: Footnote) -> Fix | None:
    node = footnote.node
    if not isinstance(node, ExtensionTag) or node.inner.strip():
        return None
    edit = Edit(footnote.start, footnote.end, "")
    return Fix((edit,), safe=True, description="Take out the second use")

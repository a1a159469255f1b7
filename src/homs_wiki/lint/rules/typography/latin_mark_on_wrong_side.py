"""latin-mark-on-wrong-side: a mark that belongs to a Latin name and is shown before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._clauses import PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NAME = lazily(
    r"\b(?:[A-Z](?:\+\+|#)|[A-Za-z]+\+|(?:Inc|Ltd|Corp|Jr|Sr|Bros)\.)"
    rf"(?=[ ]{{1,2}}[{PLAIN_LETTERS}])"
)


class LatinMarkOnWrongSide(Rule):
    """A mark at the end of a Latin name is shown before the name.

    ## What it does
    Finds, in the running text of wikis in Arabic script, Latin names whose last character is a mark
    that belongs to them (C++, C#, Inc., Jr.) with a word in Arabic script behind them.

    ## Why it matters
    By the rules of Unicode the mark goes with the text around it, not with the name: readers see
    ++C. An invisible left-to-right mark or `{{lang}}` keeps it in its place.

    ## Example
    ```wikitext
    زبان C++ میں لکھا گیا۔
    ```

    ## Use instead
    ```wikitext
    زبان C++&lrm; میں لکھا گیا۔
    ```

    ## Fix safety
    The fix writes `&lrm;` behind the mark, where editors see it. It is safe.
    """

    name = "latin-mark-on-wrong-side"
    family = "typography"
    severity = Severity.NOTE
    triggers = (
        "+ ",
        "# ",
        "inc. ",
        "ltd. ",
        "corp. ",
        "jr. ",
        "sr. ",
        "bros. ",
    )
    message = "the last mark of “{name}” is shown before the name"
    languages = frozenset(("ur", "fa", "ar"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such name."""
        for span, found in running(page, _NAME):
            edit = Edit(span.end, span.end, "&lrm;")
            fix = Fix((edit,), safe=True, description="Write “&lrm;” behind the mark")
            yield self.finding(span, fix, name=found[0])

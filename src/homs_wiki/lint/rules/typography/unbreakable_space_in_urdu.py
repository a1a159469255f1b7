"""unbreakable-space-in-urdu: U+00A0 between two words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import has_any, replaced
from homs_wiki.lint.rules.typography._clauses import PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("\u00a0")
_WORD = f"[{PLAIN_LETTERS}]{{1,60}}"
_SPACE = compiled(rf"({_WORD}+)([ ]?\u00a0[ \u00a0]*)(?=({_WORD}))")


class UnbreakableSpaceInUrdu(Rule):
    """A no-break space that nobody sees stands between two Urdu words.

    ## What it does
    Finds the character U+00A0 between two Urdu words in running text. The reference `&nbsp;`, which
    editors can see, is left alone, and so are blanks beside numbers.

    ## Why it matters
    It comes from copied text. The line cannot break there, and the search does not find the two
    words.

    ## Example
    ```wikitext
    شہر کی&#160;آبادی

    (with the character itself in the place of `&#160;`)
    ```

    ## Use instead
    ```wikitext
    شہر کی آبادی
    ```

    ## Fix safety
    The fix puts a plain space in its place, which is safe.
    """

    name = "unbreakable-space-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a no-break space (U+00A0) stands between “{before}” and “{behind}”"
    languages = frozenset(("ur",))
    triggers = ("\xa0",)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such space."""
        if not has_any(page, _WANTED):
            return
        for span, found in running(page, _SPACE):
            if page.text[slice(*span)] == found[0]:
                place = (span.start + len(found[1]), span.end)
                place = (place[0], place[0] + len(found[2]))
                fix = Fix(replaced(place, " "), safe=True, description="Put a plain space")
                yield self.finding(place, fix, before=found[1], behind=found[3])

"""joined-bari-ye: the space behind a ے is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules.typography._characters import has_any
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("ے")
_OWN = f"[{LETTERS}{MARKS}]"
_JOINED = lazily(rf"(?<!{_OWN}){_OWN}*?ے(?=[{LETTERS}]){_OWN}+")
_HERE = lazily(f"ے(?=[{LETTERS}])")


class JoinedBariYe(Rule):
    """Two words are joined behind a ے.

    ## What it does
    Finds a ے that is followed by a letter, in running text, headings and plain values of infoboxes.
    Quotations, other languages, templates and targets of links are left alone.

    ## Why it matters
    The letter ے stands only at the end of a word; behind it a space is missing, and neither
    of the two words is found.

    ## Example
    ```wikitext
    فوج شہر سےنکل گئی۔
    ```

    ## Use instead
    ```wikitext
    فوج شہر سے نکل گئی۔
    ```

    ## Fix safety
    The fix puts the space in. It is not safe, as a few names are written joined.
    """

    name = "joined-bari-ye"
    family = "typography"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    triggers = ("ے",)
    message = "“{word}” is two words: a space is missing behind ے"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each pair of joined words."""
        if not has_any(page, _WANTED):
            return
        for span, found in in_text(page, _JOINED):
            if found[0] in self.words("accept"):
                continue
            ends = [span.start + each.end() for each in _HERE.finditer(found[0])]
            edits = tuple(Edit(end, end, " ") for end in ends)
            fix = Fix(edits, safe=False, description="Put a space behind ے")
            yield self.finding(span, fix, word=found[0])

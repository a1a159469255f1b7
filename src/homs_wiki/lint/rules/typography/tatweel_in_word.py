"""tatweel-in-word: a word is stretched with a character of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules.typography._characters import has_any, replaced
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS, clauses
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("\u0640")
_OWN = f"[{LETTERS}{MARKS}]"
_STRETCHED = lazily(rf"(?<![{LETTERS}{MARKS}\u0640]){_OWN}++(?:\u0640++{_OWN}++)++(?!\u0640)")


class TatweelInWord(Rule):
    """A word is stretched with tatweel.

    ## What it does
    Finds U+0640 between the letters of a word of Urdu, in running text, headings and plain values
    of infoboxes. Quotations, text in other languages, templates and targets of links are left
    alone.

    ## Why it matters
    The stretched word is another one to the search, and a screen reader stumbles over it.

    ## Example
    ```wikitext
    یہ شـــہر پرانا ہے۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر پرانا ہے۔
    ```

    ## Fix safety
    The fix takes the tatweel out. It is safe: it stands for no sound.
    """

    name = "tatweel-in-word"
    family = "typography"
    severity = Severity.NOTE
    triggers = ("\u0640",)
    message = "“{word}” is stretched with tatweel (U+0640)"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each stretched word."""
        known = clauses(page.profile)
        if known is None or not has_any(page, _WANTED):
            return
        for span, found in in_text(page, _STRETCHED):
            if found[0] in self.words("accept"):
                continue
            if known.is_own(found.string, *found.span()):
                plain = found[0].replace("\u0640", "")
                fix = Fix(
                    replaced(span, plain),
                    safe=True,
                    description=Phrase("Write “{text}”", text=plain),
                )
                yield self.finding(span, fix, word=found[0])

"""joiner-in-urdu: an invisible joiner of another spelling in an Urdu word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS, clauses
from homs_wiki.lint.rules.typography._own_words import own_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("\u200c\u200d")
_OWN = f"[{LETTERS}{MARKS}\u200c\u200d]"
_WORD = lazily(rf"(?<!{_OWN})(?=[{LETTERS}{MARKS}]*+[\u200c\u200d]){_OWN}+")
_JOINERS = lazily("[\u200c\u200d]+")
# Letters that join none behind them: with or without the joiner, the word looks the same.
_ENDING = frozenset("اآأدڈذرڑزژوؤ")


class JoinerInUrdu(Rule):
    """An Urdu word has a zero-width joiner or non-joiner.

    ## What it does
    Finds U+200C and U+200D in words with a letter that only Urdu has, in running text, headings
    and plain values of infoboxes. Persian words, quotations, text in other languages, templates and
    targets of links are left alone.

    ## Why it matters
    Persian spelling parts endings with U+200C; Urdu writes them joined or with a space. Nobody
    sees the character, and the search does not find the word.

    ## Example
    ```wikitext
    یہ بڑی&zwnj; بات ہے۔
    ```
    (with the character itself in the place of `&zwnj;`)

    ## Use instead
    ```wikitext
    یہ بڑی بات ہے۔
    ```

    ## Fix safety
    The fix takes the character out where the word looks the same without it: at its end, and behind
    a letter that joins none. There it is safe; elsewhere there is none, as a person must choose
    between a space and nothing.
    """

    name = "joiner-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("\u200c", "\u200d")
    message = "“{word}” has an invisible joiner (U+{code}), which Urdu spelling does not use"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each word with a joiner."""
        known = clauses(page.profile)
        for span, found in own_words(page, _WANTED, _WORD, self.words("accept")):
            word = found[0]
            joiner = _JOINERS.search(word)
            if joiner and known and known.is_own_word(word):
                fix = None
                if all(_is_unseen(word, each) for each in _JOINERS.finditer(word)):
                    edits = replaced(span, _JOINERS.sub("", word))
                    fix = Fix(edits, safe=True, description="Remove the invisible joiner")
                yield self.finding(span, fix, word=word, code=f"{ord(joiner[0][0]):04X}")


def _is_unseen(word: str, joiner: re.Match[str]) -> bool:
    before = word[: joiner.start()][-1:]
    return joiner[0] == "\u200c" and (joiner.end() == len(word) or before in _ENDING)

"""private-use-character: a character that each font draws as it likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import characters, places
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PRIVATE = lazily("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")


class PrivateUseCharacter(Rule):
    """A character of Unicode's private use area stands in the text.

    ## What it does
    Finds characters from U+E000 to U+F8FF and of the two planes for private use. Comments,
    formulas, code and `<nowiki>` are left alone.

    ## Why it matters
    They have no meaning but in one font; most readers see an empty box. They come from
    copying out of documents with fonts of their own.

    ## Example
    ```wikitext
    &#xF0B7; The mill was built in 1620.
    ```
    (with the character itself in the place of `&#xF0B7;`)

    ## Use instead
    ```wikitext
    * The mill was built in 1620.
    ```

    ## Fix safety
    There is no fix: which character was meant only a person can tell.
    """

    name = "private-use-character"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "U+{code} is for private use; most readers see a box"
    aliases = {"checkwiki": "16"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of such characters."""
        if _PRIVATE.search("".join(characters(page.document))):
            for found in places(page, _PRIVATE):
                yield self.finding(found.span(), code=f"{ord(found[0][0]):04X}")

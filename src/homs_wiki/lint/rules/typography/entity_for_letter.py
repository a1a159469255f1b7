"""entity-for-letter: `caf&eacute;`."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._characters import addresses, places
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import ExtensionTag, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_REFERENCE = compiled(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][\dA-Fa-f]{2,5});")


class EntityForLetter(Rule):
    """A character reference stands for a letter, a dash or a dagger.

    ## What it does
    Finds references by name or number, such as `&eacute;`, `&#1576;` or `&ndash;`, whose character
    is a letter, an en or em dash, or a dagger. References for marks, blanks and what cannot be seen
    are left alone: there they keep the wikitext readable or apart from markup.

    ## Why it matters
    The search of the wikitext does not find the word, and nobody can read it. The character itself
    does the same.

    ## Example
    ```wikitext
    A caf&eacute; of 1902&ndash;1910.
    ```

    ## Use instead
    ```wikitext
    A café of 1902–1910.
    ```

    ## Fix safety
    The fix writes the character. It is safe: readers see the same.
    """

    name = "entity-for-letter"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{reference}” is the character “{character}”"
    triggers = ("&",)
    touches = frozenset(("heading", "link"))
    aliases = {"checkwiki": "11 20 27 50"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such reference."""
        for match in places(page, _REFERENCE):
            character = unescape(match[0])
            if len(character) != 1 or not _is_plain(character):
                continue
            if not _is_name(page, match.start()):
                fix = write(match.span(), character, safe=True)
                yield self.finding(match.span(), fix, reference=match[0], character=character)


def _is_name(page: Page, offset: int) -> bool:
    """Tell whether an offset lies in an address, the name of a template or attributes of a tag."""
    node = page.document.enclosing(offset)
    if isinstance(node, Template) and offset < node.name_span.end:
        return True
    if isinstance(node, ExtensionTag) and not (node.inner_span and node.inner_span.start <= offset):
        return True
    return addresses(page.document).hold(offset)


def _is_plain(character: str) -> bool:
    """Tell whether a character is a letter or dash that stays as it is when it is saved."""
    if normalize("NFC", character) != character:
        return False
    return character in "–—†" or category(character) in ("Ll", "Lu", "Lo")

"""external-link-touching-word: `mill[https://example.org site]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LINK = compiled(r"\[(?<=\w\[)(?:https?:)?//[\w.-]+\.\w")
_WORD = compiled(r"(?<!\w)[^\W\d_]{2,40}\Z")
_REACH = 50


class ExternalLinkTouchingWord(Rule):
    """A word runs into the external link behind it.

    ## What it does
    Finds a letter right before the bracket of an external link. Digits, marks and markup before it
    are left alone.

    ## Why it matters
    The word and the text of the link are read as one.

    ## Example
    ```wikitext
    The old mill[https://example.org site] stands.
    ```

    ## Use instead
    ```wikitext
    The old mill [https://example.org site] stands.
    ```

    ## Fix safety
    The fix puts a space between them, which is safe.
    """

    name = "external-link-touching-word"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "there is no space between “{word}” and the external link"
    languages = frozenset(("de", "en", "es", "fa", "fr", "hi", "ru", "tr", "ur"))
    triggers = ("[http", "[//", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each word right before an external link."""
        flat = page.document.flat
        for match in _LINK.finditer(flat.text):
            word = _WORD.search(flat.text[max(0, match.start() - _REACH) : match.start()])
            start = flat.start(match.start())
            if word and not in_code(page.text, start):
                edit = Edit(start, start, " ")
                fix = Fix((edit,), safe=True, description="Put a space before it")
                span = flat.span(match.start() - len(word[0]), match.start())
                yield self.finding(span, fix, word=word[0])

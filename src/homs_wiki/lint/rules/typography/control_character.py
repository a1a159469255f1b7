"""control-character: an invisible character that does nothing good."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity, listed
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any, places, replaced, targets
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# C0 and C1 controls, soft hyphen, zero-width space, separators of lines and paragraphs, word
# joiner, object replacement, byte order mark. A carriage return belongs to the line's end.
_CLASS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffc"
_WANTED = frozenset(
    "\x0b\x0c\x7f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffc"
    + "".join(map(chr, (*range(9), *range(0x0E, 0x20), *range(0x80, 0xA0))))
)
# Scripts that write no spaces between words and break lines at U+200B.
_NO_SPACES = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua980-\ua9df\u2e80-\u9fff"
)


@cache
def _controls() -> re.Pattern[str]:
    """Compile what few pages need."""
    return compiled(f"(?<![{_NO_SPACES}])[{_CLASS}]+(?![{_NO_SPACES}])")


_NAMES = {
    "\u00ad": Phrase("soft hyphen"),
    "\u200b": Phrase("zero-width space"),
    "\u2028": Phrase("line separator"),
    "\u2029": Phrase("paragraph separator"),
    "\u2060": Phrase("word joiner"),
    "\ufeff": Phrase("byte order mark"),
    "\ufffc": Phrase("object replacement character"),
}
_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")


class ControlCharacter(Rule):
    """An invisible control character stands in the text.

    ## What it does
    Finds control characters (C0 and C1), soft hyphens, zero-width spaces, word joiners, separators
    of lines and paragraphs, byte order marks and object replacement characters. Left alone are
    zero-width spaces beside scripts without spaces between words (Thai, Lao, Khmer, Burmese,
    Tibetan, Chinese, Japanese …), and comments, formulas, code and `<nowiki>`. Marks of direction
    have rules of their own.

    ## Why it matters
    Nobody sees it, and it breaks what it stands in: the search does not find the word, a link
    leads nowhere, a web address or a parameter is not understood. It comes from pasting.

    ## Example
    ```wikitext
    The mill&#8203; was built in 1620.
    ```
    (with the character itself in the place of `&#8203;`)

    ## Use instead
    ```wikitext
    The mill was built in 1620.
    ```

    ## Fix safety
    The fix takes the character out. It is safe, but not for one that breaks a line, which
    becomes a space, nor for C1 controls, which are letters of a wrong encoding, nor in the target
    of a link.
    """

    name = "control-character"
    family = "typography"
    severity = Severity.WARNING
    triggers = tuple(sorted(_WANTED))
    message = "an invisible character stands here: {names}"
    touches = frozenset({"heading", "link", "parameter", "reference", "template"})
    aliases = {"checkwiki": "16"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of such characters."""
        if not has_any(page, _WANTED):
            return
        for found in places(page, _controls()):
            yield self.finding(found.span(), _fix(page, found), names=_named(found[0]))


def _named(run: str) -> str:
    return listed(map(_name, dict.fromkeys(run)), "{these}, {this}")


def _name(character: str) -> Phrase:
    name = _NAMES.get(character, Phrase("control character"))
    return Phrase("{name} (U+{code})", name=name, code=f"{ord(character):04X}")


def _fix(page: Page, found: re.Match[str]) -> Fix | None:
    run = found[0]
    if any("\x80" <= each < "\xa0" for each in run):
        return _reencoded(found)
    if not _BREAKS.isdisjoint(run):
        return Fix(replaced(found.span(), " "), safe=False, description="Put a space instead")
    safe = not targets(page.document).hold(found.start())
    return Fix(replaced(found.span(), ""), safe, description="Remove the invisible character")


def _reencoded(found: re.Match[str]) -> Fix | None:
    """Return the fix for C1 controls: the characters that Windows-1252 has in their places."""
    try:
        text = found[0].encode("latin-1").decode("cp1252")
    except UnicodeError:
        return None
    return Fix(
        replaced(found.span(), text), safe=False, description=Phrase("Write “{text}”", text=text)
    )

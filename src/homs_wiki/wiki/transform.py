"""What a wiki changes in a text when it is saved, as far as that can be told without asking it.

Measured on MediaWiki 1.39: it normalises (NFC), replaces what no page may hold, takes white space
from the end, and transforms signatures, links with the pipe trick and substituted templates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized, normalize

if TYPE_CHECKING:
    from homs_wiki.profile import Profile

# PHP's rtrim takes these.
_TRIMMED = " \t\n\r\0\x0b"
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SIGNATURE = "~~~"
_PIPE_TRICK = re.compile(r"\[\[[^][{}|\n]*\|\]\]|\[\[\|[^][{}|\n]+\]\]")


class Change(NamedTuple):
    """One thing that the wiki does to a text.

    Attributes:
        what: in words.
        start: where the first of them stands (code points).
        is_certain: whether `normalised` does it too; the others only the wiki can do.
    """

    what: str
    start: int
    is_certain: bool


def normalised(text: str) -> str:
    """Return a text as a wiki stores it, but for what depends on the wiki and the moment."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return normalize("NFC", _FORBIDDEN.sub("\ufffd", text)).rstrip(_TRIMMED)


def expected_changes(text: str, profile: Profile) -> list[Change]:
    """Return what a wiki will, or may, change in a text when it saves it; nothing if nothing.

    Signatures and the like count wherever they stand, though the wiki leaves them alone in
    ``<nowiki>`` and comments: what it really does is its word (`WikiSite.stored`).
    """
    changes = []
    end = len(text.rstrip(_TRIMMED))
    if end < len(text):
        changes.append(Change("white space at the end is taken away", end, True))
    if "\r" in text:
        changes.append(Change("line ends become LF", text.index("\r"), True))
    if found := _FORBIDDEN.search(text):
        changes.append(
            Change("characters that no page may hold become U+FFFD", found.start(), True)
        )
    if not is_normalized("NFC", text):
        changes.append(Change("letters are composed (NFC)", _first_difference(text), True))
    if _SIGNATURE in text:
        changes.append(Change("~~~ becomes a signature", text.index(_SIGNATURE), False))
    if found := _PIPE_TRICK.search(text):
        changes.append(Change("an empty label or target is filled in", found.start(), False))
    if found := _substitution(profile).search(text):
        changes.append(Change("a template is substituted", found.start(), False))
    return changes


def _first_difference(text: str) -> int:
    composed = normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    shorter = min(len(text), len(composed))
    return next((place for place, (old, new) in pairs if old != new), shorter)


@cache
def _substitution(profile: Profile) -> re.Pattern[str]:
    """Return what finds braces that are substituted."""
    words = {*profile.magic_words("subst"), *profile.magic_words("safesubst")}
    names = "|".join(re.escape(word).replace("_", "[ _]") for word in sorted(words))
    return re.compile(rf"\{{\{{\s*(?:{names})\s*:", re.IGNORECASE)

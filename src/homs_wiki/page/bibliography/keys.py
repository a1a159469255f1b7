"""Keys of the entries of a bibliography: ASCII, unique, and the same each time."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from homs_wiki.source.patterns import compiled

_NOT_IN_KEYS: Final = compiled(r"[^A-Za-z0-9]+")
_LONGEST: Final = 60
_LEAST_SHARE: Final = 0.5
# Labels of hosts that don't tell whose site it is.
_HOST: Final = compiled(r"(?:https?:)?//(?:www[0-9]*\.|m\.|amp\.|en\.)*([^/?#:@]+)", re.IGNORECASE)
_COMMON: Final = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))


class Keys:
    """Gives out keys; one that was given to another gets a number: ``smith-2024-2``.

    Keys that differ only in case are the same to BibTeX, so they are here.
    """

    __slots__ = ("_given", "_next")

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Return the key that is wanted, or that with the next free number."""
        key = wanted
        base = wanted.lower()
        while key.lower() in self._given:
            number = self._next.get(base, 2)
            self._next[base] = number + 1
            key = f"{wanted}-{number}"
        self._given.add(key.lower())
        return key


def slug(text: str) -> str:
    """Return a text as a part of a key; empty if too little of it has a form in ASCII letters.

    Of letters with marks the marks are dropped. Letters of other scripts are not turned into
    Latin ones: how that is done differs between languages.
    """
    letters = sum(char.isalnum() for char in text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    kept = _NOT_IN_KEYS.sub("-", plain).strip("-")
    if sum(char.isalnum() for char in kept) < max(1, _LEAST_SHARE * letters):
        return ""
    return kept[:_LONGEST].strip("-")


def name_slug(name: str) -> str:
    """Return the name of a reference as a key; empty if it tells nothing, as ":0" and "12"."""
    kept = slug(name)
    return kept if any(char.isalpha() for char in kept) else ""


def host_slug(url: str) -> str:
    """Return the label of an address's host that tells whose site it is: "bbc"; or nothing."""
    match = _HOST.match(url)
    labels = match[1].lower().split(".")[:-1] if match else []
    while len(labels) > 1 and labels[-1] in _COMMON:
        labels.pop()
    return slug(labels[-1]) if labels else ""

"""Behaviour switches: ``__NOTOC__`` and the like, by the names and case rules of the profile.

They count wherever they stand, in the middle of a word too.
"""

import re
from functools import lru_cache

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import FlatText


class Switch:
    """One behaviour switch.

    Attributes:
        start: where it begins.
        end: where it ends.
        name: MediaWiki's id: "notoc", "noindex" …
        text: the word as written.
    """

    __slots__ = ("end", "name", "start", "text")

    def __init__(self, span: tuple[int, int], name: str, text: str) -> None:
        self.start, self.end = span
        self.name = name
        self.text = text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<Switch {self.start}–{self.end} {self.name}>"


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> "re.Pattern[str]":
    # Grouped by their first characters, so that only those are looked for.
    longest_first = sorted(words, key=len, reverse=True)
    heads = sorted({word[:2] for word in longest_first})
    return compiled(
        "|".join(
            f"{re.escape(head)}(?i:{'|'.join(rests)})"
            for head in heads
            if (rests := [re.escape(w[2:]) for w in longest_first if w.startswith(head)])
        )
        or "(?!)"
    )


def find_switches(flat: FlatText, profile: Profile) -> list[Switch]:
    """Return all behaviour switches in order.

    Args:
        flat: the flat text of the page.
        profile: the wiki, which knows their words.
    """
    found = []
    for match in _pattern(profile.switch_words).finditer(flat.text):
        name = profile.switch(match[0])
        if name is not None:
            found.append(Switch(flat.span(*match.span()), name, match[0]))
    found.sort(key=lambda switch: switch.start)
    return found

"""Making text from a page safe to show: nothing in it can move, hide or colour what is around it.

A page may hold control characters that a terminal obeys, and marks of the Unicode bidirectional
algorithm that turn the rest of the line around. They are shown by their names instead, and the
text is put between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that right-to-left text in
a left-to-right line, or the reverse, keeps its own order and leaves its neighbours theirs.

ZERO WIDTH NON-JOINER and JOINER stay: they belong to the spelling of Persian, Hindi and others.
"""

from __future__ import annotations

from homs_wiki.source.lazy import lazily

LEFT_TO_RIGHT_ISOLATE = "\u2066"
FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"

_UNSAFE = lazily(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
RIGHT_TO_LEFT = lazily(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Finds a letter of a script that runs from right to left."""

_ISOLATED = lazily(f"{FIRST_STRONG_ISOLATE}[^{POP_DIRECTIONAL_ISOLATE}]*")
_UNSAFE_IN_JSON = lazily(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}


class _Shown(dict[int, str]):
    """What is shown for a code point, by its number; known once it has been asked for."""

    _MOST = 4096

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shown = (_PICTURES.get(char) or f"<U+{code:04X}>") if _UNSAFE.search(char) else char
        if len(self) < self._MOST:
            self[code] = shown
        return shown


_SHOWN = _Shown()


def visible(text: str) -> str:
    """Return ``text`` with every control character and bidirectional mark written out.

    Those of ASCII get their Unicode picture (``␛``), others their code point (``<U+202E>``).
    """
    # Few texts have any; one that is full of them is to take no longer than another.
    return text.translate(_SHOWN) if _UNSAFE.search(text) else text


def visible_lines(text: str) -> str:
    """Return ``text`` made visible, its line ends (LF) kept."""
    return "\n".join(map(visible, text.split("\n")))


def isolated(text: str) -> str:
    """Return ``text`` made visible, and in an order of its own between isolates."""
    return f"{FIRST_STRONG_ISOLATE}{visible(text)}{POP_DIRECTIONAL_ISOLATE}"


def isolated_if_needed(text: str) -> str:
    """Return ``text`` made visible, isolated only if it has right-to-left letters.

    So the names of files in Latin letters can be copied, and clicked in a terminal.
    """
    return isolated(text) if RIGHT_TO_LEFT.search(text) else visible(text)


def directed(text: str) -> str:
    """Return words of ours in an order of their own if they run from right to left.

    What is isolated in them already does not count.
    """
    if RIGHT_TO_LEFT.search(_ISOLATED.sub("", text)):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"
    return text


def as_json(value: object) -> str:
    """Return ``value`` as JSON on one line, readable in every script and harmless to a terminal.

    What is not ASCII stays as it is, but for control characters and bidirectional marks, which
    are escaped.
    """
    from json import dumps  # who writes for people does without

    return _UNSAFE_IN_JSON.sub(
        lambda match: f"\\u{ord(match.group()):04x}", dumps(value, ensure_ascii=False)
    )

"""From the files in ``data/`` to wikitext: words of the language put in, arguments spelled out.

``«name»`` is a word of the language or a file in ``data/parts``; with ``«name|one|two»`` its ``§1``
and ``§2`` are filled. ``⟪name⟫`` is the template argument under every name that it has on the wiki:
``{{{access-date|{{{accessdate|}}}}}}``. A line break in a file is none on the page.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"

_WORD: Final = re.compile("«([^«»]*)»")
_ARGUMENT: Final = re.compile("⟪([^⟪⟫]*)⟫")
_FILL: Final = re.compile("§([0-9])")
_LINE_BREAK: Final = re.compile(r"\n\s*")
_DEEPEST: Final = 20

Names = Callable[[str], tuple[str, ...]]
"""All names of a template argument, the usual one first."""


def read_source(path: Path) -> str:
    """Return the wikitext in a file, its line breaks hidden from MediaWiki."""
    return _LINE_BREAK.sub("<!--\n-->", path.read_text(encoding="utf-8").strip())


@cache
def _part(name: str) -> str | None:
    path = DATA / "parts" / f"{name}.wiki"
    return read_source(path) if path.is_file() else None


def put_words(text: str, words: Mapping[str, str]) -> str:
    """Return ``text`` with every ``«name»`` replaced, also in what replaces them.

    Raises:
        KeyError: there is neither a word nor a part of a name.
        RecursionError: they hold each other.
    """

    def word(match: re.Match[str]) -> str:
        name, *filling = match[1].split("|")
        found = words.get(name) or _part(name)
        if found is None:
            raise KeyError(name)
        return _FILL.sub(lambda place: _filled(filling, int(place[1])), found)

    for _ in range(_DEEPEST):
        text, count = _WORD.subn(word, text)
        if not count:
            return text
    raise RecursionError(text)


def _filled(filling: list[str], number: int) -> str:
    return filling[number - 1] if number <= len(filling) else ""


def put_arguments(text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with every ``⟪name⟫`` replaced, and those names in order."""
    used = dict.fromkeys(match[1] for match in _ARGUMENT.finditer(text) if match[1])
    arguments = {name: _argument(names(name)) for name in used}
    return _ARGUMENT.sub(lambda match: arguments.get(match[1], ""), text), tuple(used)


def _argument(names: tuple[str, ...]) -> str:
    return "".join(f"{{{{{{{name}|" for name in names) + "}}}" * len(names)

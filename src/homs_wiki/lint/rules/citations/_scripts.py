"""The scripts of titles and names, and which languages are written in them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled

_JAPANESE = frozenset({"Han", "Kana"})
_KOREAN = frozenset({"Han", "Hangul"})


class _Facts(NamedTuple):
    """What ``data/language_scripts.toml`` says."""

    ranges: dict[str, re.Pattern[str]]
    languages: dict[str, frozenset[str]]
    alone: dict[str, str]
    names: dict[str, str]


@cache
def _facts() -> _Facts:
    table = read_table("language_scripts")
    ranges, languages, alone = (table.table(key) for key in ("ranges", "languages", "alone"))
    scripts = list(ranges)
    codes = {script: frozenset(languages.texts(script)) for script in scripts}
    wanted = frozenset().union(*codes.values())
    facts = _Facts(
        ranges={script: compiled(f"[{ranges.text(script)}]") for script in scripts},
        languages=codes,
        alone={script: alone.text(script) for script in list(alone)},
        names={name: code for code, name in _english_names() if code in wanted},
    )
    for each in (ranges, languages, alone, table):
        each.close()
    return facts


def _english_names() -> list[tuple[str, str]]:
    """Return the tags of languages with their English names in lower case."""
    table = read_table("citations/module/languages")
    pairs = (line.partition(" ") for line in table.text("languages").splitlines())
    return [(code, name.lower()) for code, _, name in pairs]


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters of a text; empty if one of them is of no script known."""
    found = set()
    for name, letters in _facts().ranges.items():
        rest = letters.sub("", text)
        if len(rest) != len(text):
            found.add(name)
            text = rest
    return frozenset() if any(map(str.isalpha, text)) else frozenset(found)


def script_of(text: str) -> str:
    """Return the one script of the letters of a text; empty if there is none, or several.

    Chinese characters with kana are "Kana", with Korean letters "Hangul".
    """
    found = scripts_of(text)
    if len(found) == 1:
        return next(iter(found))
    if found == _JAPANESE:
        return "Kana"
    return "Hangul" if found == _KOREAN else ""


def language_code(written: str) -> str:
    """Return the code of one language that is named by code or English name; empty if unknown."""
    key = written.strip().lower()
    code = key.partition("-")[0]
    facts = _facts()
    if any(code in codes for codes in facts.languages.values()):
        return code
    return facts.names.get(key, "")


def is_written_in(code: str, script: str) -> bool:
    """Tell whether a language is written in a script."""
    return code in _facts().languages.get(script, ())


def language_of_script(script: str) -> str:
    """Return the only language that is written in a script; empty if there are several."""
    return _facts().alone.get(script, "")

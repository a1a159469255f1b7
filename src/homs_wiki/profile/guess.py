"""Which wiki a text belongs to, judged by its letters.

Letters tell the script; languages of one script are told apart by letters that only one of them
uses. What letters cannot tell (German from English, Nepali from Hindi) is not guessed at: the note
says so. Sources: alphabets of the CLDR.
"""

from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from homs_wiki.profile.load import load_profile
from homs_wiki.profile.tables import ProfileError, read_table
from homs_wiki.source.patterns import compiled

_ENOUGH: Final = 20_000
# Some markup is dropped below; so much of the text is looked at to have enough letters left.
_LOOK_AT: Final = 4 * _ENOUGH
# Markup whose letters are Latin on every wiki: comments, tags, templates without others inside,
# addresses, names of parameters. No part can run away: each stops at its own delimiters.
_MARKUP: Final = compiled(
    r"<!--[^<]*?-->|<[^<>]{1,300}>|\{\{[^{}]*\}\}|\b[a-z]+://\S+|\|[^=|{}\[\]\n]{1,40}="
)


class Guess(NamedTuple):
    """A wiki, and a sentence for a person that says how sure that is."""

    name: str
    note: str


class _Rival(NamedTuple):
    code: str
    letters: frozenset[str]
    share: float


class _Script(NamedTuple):
    name: str
    ranges: tuple[tuple[str, str], ...]
    language: str
    rivals: tuple[_Rival, ...]


@cache
def _scripts() -> tuple[_Script, ...]:
    table = read_table("scripts")
    scripts = []
    for each in table.tables("scripts"):
        rivals = []
        for rival in each.tables("tell_tales"):
            share = float(rival.text("share"))
            rivals.append(_Rival(rival.text("language"), frozenset(rival.text("letters")), share))
            rival.close()
        scripts.append(
            _Script(each.text("name"), each.pairs("ranges"), each.text("language"), tuple(rivals))
        )
        each.close()
    table.close()
    if not scripts:
        raise ProfileError("scripts.toml: no scripts")
    return tuple(scripts)


def guess_profile(text: str) -> Guess:
    """Return the wiki that the letters of a text speak for, and a note for the person.

    Looks at the first 20 000 letters at most, template calls and markup left out as far as that
    is cheap. A text without letters counts as English.
    """
    counts = _letters(_MARKUP.sub(" ", text[:_LOOK_AT])) or _letters(text[:_LOOK_AT])
    by_script = {
        script: Counter({c: n for c, n in counts.items() if _is_in(c, script)})
        for script in _scripts()
    }
    script, letters = max(by_script.items(), key=lambda pair: pair[1].total())
    if not letters:
        return Guess("en.wikipedia", "No letters of a script that is known here; read as English.")
    code = _language(script, letters)
    name = load_profile(code).language_name
    note = f"Guessed from the letters of the text ({script.name} script): {name}."
    if code == script.language and not script.rivals:
        note += " Other languages in this script are not told apart."
    return Guess(f"{code}.wikipedia", note)


def _letters(text: str) -> Counter[str]:
    letters = Counter(text[:_ENOUGH])
    return Counter({c: n for c, n in letters.items() if c.isalpha()})


def _is_in(letter: str, script: _Script) -> bool:
    return any(first <= letter <= last for first, last in script.ranges)


def _language(script: _Script, letters: Counter[str]) -> str:
    total = letters.total()
    for rival in script.rivals:
        if sum(letters[c] for c in rival.letters) >= rival.share * total:
            return rival.code
    return script.language

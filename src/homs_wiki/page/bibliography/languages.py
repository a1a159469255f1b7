"""Languages of works as tags of BCP 47."""

from __future__ import annotations

from functools import cache
from typing import Final

from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled

_SEPARATOR: Final = compiled(r"\s*[,،、;/]\s*")
_TAG: Final = compiled(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")
# Codes of wikis that are other languages' in BCP 47, or none; the mapping is MediaWiki's
# (class LanguageCode, 1.39).
_WIKI_CODES: Final = {
    "bat-smg": "sgs", "be-x-old": "be-tarask", "cbk-zam": "cbk", "de-formal": "de",
    "eml": "egl", "en-rtl": "en", "es-formal": "es", "fiu-vro": "vro", "hu-formal": "hu",
    "map-bms": "jv", "mo": "ro-Cyrl-MD", "nl-informal": "nl", "nrm": "nrf", "roa-rup": "rup",
    "roa-tara": "nap", "sh": "sr-Latn", "simple": "en", "zh-classical": "lzh",
    "zh-min-nan": "nan", "zh-yue": "yue",
}  # fmt: skip
# Names of languages have the article in the CLDR, and often none in citations.
_ARTICLES: Final = {"ar": "ال"}


def tags(value: str, language: str) -> tuple[list[str], bool]:
    """Return the tags of the languages that a citation names, and whether all are known.

    Args:
        value: codes of languages, or their names in English or in ``language``, between commas.
        language: the code of the wiki's language.
    """
    found: list[str] = []
    all_known = True
    for written in _SEPARATOR.split(value):
        tag = _tag(" ".join(written.lower().split()), language)
        if tag is None:
            all_known = False
        elif tag not in found:
            found.append(tag)
    return found, all_known


def _tag(written: str, language: str) -> str | None:
    if written in _WIKI_CODES:
        return _WIKI_CODES[written]
    codes, names = _english()
    if _TAG.fullmatch(written) and (written in codes or written.partition("-")[0] in codes):
        return _cased(written)
    named = names.get(written) or _local(language).get(written)
    return _WIKI_CODES.get(named) or _cased(named) if named else None


def _cased(tag: str) -> str:
    """Return a tag as BCP 47 recommends: ``zh-Hant-TW``."""
    first, *others = tag.split("-")
    styles = {2: str.upper, 4: str.title}
    return "-".join([first, *(styles.get(len(part), str)(part) for part in others)])


@cache
def _english() -> tuple[frozenset[str], dict[str, str]]:
    """Return all codes, and codes by English name, in lower case, as the module knows them."""
    table = read_table("citations/module/languages")
    lines = (table.text("tags") + table.text("languages")).splitlines()
    pairs = [line.split(" ", 1) for line in lines if line]
    codes = frozenset(code for code, _ in pairs)
    names: dict[str, str] = {}
    for code, name in sorted(pairs, key=lambda pair: len(pair[0])):
        names.setdefault(name.lower(), code)
    for line in filter(None, table.text("names").splitlines()):
        other, name = line.split(" = ", 1)
        if name.lower() in names:
            names.setdefault(other.lower(), names[name.lower()])
    return codes, names


@cache
def _local(language: str) -> dict[str, str]:
    """Return codes by name in a language, in lower case, as the CLDR has them."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language.replace("-", "_")).languages
    except (UnknownLocaleError, ValueError):
        return {}
    local: dict[str, str] = {}
    for code, name in names.items():
        tag = str(code).replace("_", "-").lower()
        written = str(name).lower()
        local.setdefault(written, tag)
        local.setdefault(written.removeprefix(_ARTICLES.get(language, "")), tag)
    return local

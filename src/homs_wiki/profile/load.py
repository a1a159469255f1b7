"""Profiles by name, with fallbacks that say what they are."""

from functools import cache
from pathlib import Path
from typing import Final

from homs_wiki.profile.citations import EDITIONS
from homs_wiki.profile.profile import Profile

_DEFAULT: Final = "en"
_FAMILY: Final = "wikipedia"
_FAMILIES: Final = (
    *("wikipedia", "wiktionary", "wikibooks", "wikinews", "wikiquote", "wikisource"),
    *("wikiversity", "wikivoyage"),
)
_WIKIS: Final = Path(__file__).parent / "data" / "wikis"


@cache
def load_profile(name: str) -> Profile:
    """Return the profile of a wiki: ``ur.wikipedia``, ``ur``, ``ur.wikipedia.org``, ``urwiki``.

    Behind the name may stand ``@`` and an edition of Module:Citation/CS1
    (`homs_wiki.profile.citations.EDITIONS`), by which citations are judged in place of the one
    that the wiki is known to have: ``ur.wikipedia@2025``.

    A wiki that is not known is read with the tables of the Wikipedia in its language, a language
    that is not known with those of English; ``Profile.notes`` says so. Never raises for a name;
    :class:`homs_wiki.profile.ProfileError` means that a data file of this package is broken.
    """
    name, sign, edition = name.partition("@")
    notes: tuple[str, ...] = ()
    if sign and edition not in EDITIONS:
        editions = ", ".join(EDITIONS)
        notes = (f"There is no edition {edition!r} of the citation module, but {editions}.",)
        edition = ""
    code, family = _parse(name)
    known = available_profiles()
    if f"{code}.{_FAMILY}" not in known:
        note = (
            f"There are no data for the language of {name!r}; "
            f"read with the tables of {_DEFAULT}.{_FAMILY} (English)."
        )
        return Profile(
            f"{_DEFAULT}.{_FAMILY}",
            (*notes, note),
            knows_language=False,
            citation_edition=edition,
        )
    if family != _FAMILY:
        note = f"There are no data for {name!r}; read with the tables of {code}.{_FAMILY}."
        note += _suggestion(code, family)
        return Profile(f"{code}.{_FAMILY}", (*notes, note), citation_edition=edition)
    canonical = f"{code}.{_FAMILY}"
    if name == canonical or notes:
        return Profile(canonical, notes, citation_edition=edition)
    return load_profile(f"{canonical}@{edition}" if edition else canonical)


def _suggestion(code: str, family: str) -> str:
    """Return what to say of a family that may be misspelt."""
    from homs_wiki.source.closest import closest

    meant = closest(family, _FAMILIES)
    return f" Did you mean {code}.{meant}?" if meant and meant != family else ""


def _parse(name: str) -> tuple[str, str]:
    """Return language and family of a wiki's name in any of its usual forms."""
    host = name.strip().lower().removeprefix("https://").removeprefix("http://").partition("/")[0]
    parts = [part for part in host.split(".") if part not in ("www", "m", "org")]
    if len(parts) == 1:
        code = parts[0].removesuffix("wiki") if len(parts[0]) > 4 else parts[0]
        # A database name: urwiki; other families have longer endings (urwiktionary).
        return code.replace("_", "-"), _FAMILY
    return (parts[0], parts[1]) if parts else ("", "")


@cache
def available_profiles() -> tuple[str, ...]:
    """Return the names of all wikis that have data, in alphabetical order."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _WIKIS.glob("*.toml")))

"""The words of the linter in the reader's language.

English texts are their own keys: a rule's message with its ``{placeholders}``, the description of
a fix, a word of an output format. ``locale/<code>/LC_MESSAGES/homs_wiki.mo`` holds them in another
language, compiled by ``python -m homs_wiki.lint.catalogue`` from the ``.po`` file beside it. What
a catalogue does not have, messages of rules from elsewhere for example, stays English.

Names of rules, families, sets and options are never translated: they are typed, and searched for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import GNUTranslations
    from pathlib import Path

LANGUAGES = ("en", "ur")
"""The codes of the languages there are messages in, English first."""

_RIGHT_TO_LEFT = frozenset({"ur"})


class UnknownLanguageError(HomsWikiError):
    """There are no messages in the language that was asked for."""


class _Chosen:
    """The language of the process, and its catalogue: None for English."""

    language = LANGUAGES[0]
    catalogue: GNUTranslations | None = None


def use_language(code: str | None) -> None:
    """Say everything in a language from now on.

    Args:
        code: one of `LANGUAGES`, a region behind it is passed over (``ur_PK``, ``ur-IN``); None
            for English.

    Raises:
        UnknownLanguageError: there are no messages in it.
    """
    known = _known(code or LANGUAGES[0])
    if known is None:
        raise UnknownLanguageError(
            f"there are no messages in the language {code!r}; there are {', '.join(LANGUAGES)}"
        )
    _Chosen.language = known
    _Chosen.catalogue = None if known == LANGUAGES[0] else _load(known)


def language_of_locale(environment: Mapping[str, str]) -> str:
    """Return the language that the environment asks for, English if there is no other of ours.

    Read as gettext does: the first of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set is the
    locale; the list of ``LANGUAGE`` goes before it, unless the locale is that of C.
    """
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return LANGUAGES[0]
    for code in (*environment.get("LANGUAGE", "").split(":"), locale):
        if known := _known(code):
            return known
    return LANGUAGES[0]


def language() -> str:
    """Return the code of the language in use."""
    return _Chosen.language


def direction() -> str:
    """Return which way the language in use is written, ``ltr`` or ``rtl``."""
    return "rtl" if _Chosen.language in _RIGHT_TO_LEFT else "ltr"


def translate(text: str) -> str:
    """Return a text in the language in use, its placeholders as they are; else the text itself."""
    catalogue = _Chosen.catalogue
    return catalogue.gettext(text) if catalogue and text else text


def translate_plural(one: str, many: str, number: int) -> str:
    """Return the one of the forms of a text that fits a number, in the language in use."""
    catalogue = _Chosen.catalogue
    if catalogue is None:
        return one if number == 1 else many
    return catalogue.ngettext(one, many, number)


def catalogue_path(code: str, suffix: str) -> Path:
    """Return the path of a catalogue, ``.po`` for people or ``.mo`` for programs."""
    from pathlib import Path

    locale = Path(__file__).parents[1] / "locale"
    return locale / code / "LC_MESSAGES" / f"homs_wiki{suffix}"


def _known(code: str) -> str | None:
    """Return which of `LANGUAGES` a locale or a language tag means."""
    bare = code.replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0].lower()
    return bare if bare in LANGUAGES else None


def _load(code: str) -> GNUTranslations:
    from gettext import GNUTranslations  # only where English will not do

    with catalogue_path(code, ".mo").open("rb") as file:
        return GNUTranslations(file)

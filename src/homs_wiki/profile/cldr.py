"""Facts about languages that have no file here, from the CLDR through Babel.

Babel is imported when a question is asked, never before: it is heavy, and a file answers first
for the languages that have one. Codes are those of wikis (``ur``, ``zh-yue``); an unknown code
gives ``None``.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def _locale(code: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def direction(code: str) -> str | None:
    """Return ``rtl`` or ``ltr``, or ``None``."""
    locale = _locale(code)
    return None if locale is None else str(locale.text_direction)


def language_name(code: str) -> str | None:
    """Return the English name of a language, or ``None``."""
    locale = _locale(code)
    return None if locale is None else locale.get_display_name("en")


def list_pattern(code: str) -> tuple[str, str] | None:
    """Return what stands between the items of a list, and between the last two, or ``None``."""
    locale = _locale(code)
    if locale is None:
        return None
    pattern = locale.list_patterns["standard"]
    return _between(pattern["middle"]), _between(pattern["end"])


def _between(pattern: str) -> str:
    return pattern.partition("{0}")[2].partition("{1}")[0]


def number_symbols(code: str) -> tuple[str, str] | None:
    """Return the decimal sign and the sign between groups of digits, or ``None``."""
    locale = _locale(code)
    if locale is None:
        return None
    symbols = locale.number_symbols
    system = locale.default_numbering_system
    # Older Babel has the symbols without a level for the numbering system.
    chosen = symbols.get(system) or symbols.get("latn") or symbols
    return str(chosen["decimal"]), str(chosen["group"])

"""The words of the formats for people; those for machines say them in English.

A text that stands in a call of `say` or `count`, or in a pair about ``{n}`` things, is what a
catalogue of translations holds.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import translate, translate_plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def say(text: str, **values: object) -> str:
    """Return ``text`` translated, its ``{placeholders}`` filled if there are ``values``."""
    return translate(text).format_map(values) if values else translate(text)


def count(number: int, one: str, many: str) -> str:
    """Return ``one`` or ``many`` translated, as ``number`` wants it, which stands for ``{n}``."""
    return translate_plural(one, many, number).format(n=number)


def severities(counts: Mapping[Severity, int]) -> str:
    """Return how many findings of each severity there are, in a list; none has no place in it."""
    return listed(
        count(counts[severity], *_SEVERITIES[severity]) for severity in Severity if counts[severity]
    )


def listed(parts: Iterable[str]) -> str:
    """Return the parts of a list, of which there must be one, as the language lists them."""
    return reduce(lambda these, this: say("{these}, {this}", these=these, this=this), parts)


def findings(number: int) -> str:
    """Return how many findings there are."""
    return count(number, "{n} finding", "{n} findings")


def files(number: int) -> str:
    """Return how many files there are."""
    return count(number, "{n} file", "{n} files")


_SEVERITIES = {
    Severity.ERROR: ("{n} error", "{n} errors"),
    Severity.WARNING: ("{n} warning", "{n} warnings"),
    Severity.NOTE: ("{n} note", "{n} notes"),
}

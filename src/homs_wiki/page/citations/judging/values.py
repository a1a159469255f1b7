"""What Module:Citation/CS1 looks for in the value of every parameter, whatever it is for."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homs_wiki.page.citations.judging.addresses import has_address
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from homs_wiki.page.citations.judging.reading import Reading
    from homs_wiki.syntax import Parameter

# Canonical names of parameters whose value may end in a mark: titles, quotations, addresses.
_PUNCTUATED: Final = frozenset(
    {
        "archive-url", "book-title", "chapter", "chapter-url", "conference-url", "lay-url",
        "map-url", "postscript", "quote", "ref", "script-chapter", "script-quote",
        "script-title", "title", "trans-chapter", "trans-map", "trans-quote", "trans-title",
        "transcript", "transcript-url", "url",
    }
)  # fmt: skip
# The same of those whose value may hold an address.
_LINKED: Final = frozenset(
    {
        "archive-url", "at", "chapter-url", "conference-url", "id", "lay-url", "map-url", "page",
        "pages", "quote-page", "quote-pages", "transcript-url", "url",
    }
)  # fmt: skip
# Names that the module knows but only reads the texts of, addresses in all but name.
_READ_ANYWAY: Final = frozenset({"chapterurl", "mapurl", "transcripturl"})

_LANGUAGE_LINK: Final = lazily(r"\[\[([A-Za-z]+):")
_MARKUP: Final = lazily(r"<[^>]*>")
_ASSIGNMENT: Final = lazily(r"\s([A-Za-z][A-Za-z0-9-]+)\s*=")
_AT_START: Final = lazily(r"([A-Za-z][A-Za-z0-9-]+)\s*=")

_INVISIBLE: Final = lazily("[\ufffd\u200b\u200a\u00ad\t\n\u00a0\r\x01-\x1f\x80-\x9f]")
_JOINER: Final = lazily("\u200d")
_INDIC: Final = lazily("[\u0900-\u0d7f\u08e0-\u0dff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]")
_JOINABLE: Final = frozenset("🌈🌾🍳🎓🎤🎨🏫🏭👦👧👨👩💋💻💼🔧🔬🗨🚀🚒🤝🦯🦰🦱🦲🦳🦺🦼🦽🧑☠♀♂⚕⚖✈❤")
_MARKER: Final = lazily("\x7f'\"`UNIQ--([a-z]+)-00000000-QINU`\"'\x7f")
# What stands for a tag of an extension while templates are worked out.
_MARKED: Final = "\x7f'\"`UNIQ--{}-00000000-QINU`\"'\x7f"


def exemptions(canonical: str, written: str) -> tuple[bool, bool]:
    """Return whether marks at the ends, and addresses, are looked for in a parameter."""
    base = canonical.rstrip("0123456789")
    punctuated = base not in _PUNCTUATED and not base.endswith("-mask")
    return punctuated, canonical not in _LINKED and written not in _READ_ANYWAY


@cache
def _extensions(names: frozenset[str]) -> "re.Pattern[str]":
    listed = "|".join(sorted(map(re.escape, names)))
    return compiled(rf"<({listed})\b[^>]*?(?:/>|>.*?</\1\s*>)", re.IGNORECASE | re.DOTALL)


def with_markers(value: str, extension_tags: frozenset[str]) -> str:
    """Return a value in which MediaWiki has put markers in place of the tags of extensions."""
    if "</" not in value and "/>" not in value:
        return value
    return _extensions(extension_tags).sub(lambda match: _MARKED.format(match[1].lower()), value)


def judge_characters(
    reading: "Reading", canonical: str, parameter: "Parameter", value: str
) -> None:
    """Look for characters that nobody sees, and for markers of extensions."""
    if found := _invisible(canonical, value):
        reading.add_at("err_invisible_char", parameter, reason=found, value=value)


def _invisible(canonical: str, value: str) -> str:
    """Return what is wrong, as a code point or the name of a tag; empty if nothing is."""
    if match := _INVISIBLE.search(value):
        return f"U+{ord(match[0]):04X}"
    for match in _MARKER.finditer(value):
        tag = match[1]
        if tag not in ("nowiki", "math") and not (
            tag == "templatestyles" and canonical in ("id", "quote")
        ):
            return f"<{tag}>"
    if "\u200d" in value and not _INDIC.search(value):
        for match in _JOINER.finditer(value):
            if value[match.end() : match.end() + 1] not in _JOINABLE or match.end() == len(value):
                return "U+200D"
    return ""


def judge_language_link(reading: "Reading", parameter: "Parameter", value: str) -> None:
    """Look for a link to another language's wiki that would be none in the text."""
    for match in _LANGUAGE_LINK.finditer(value):
        if match[1].lower() in reading.module.languages.prefixes:
            reading.add_at("err_bad_paramlink", parameter, value=value, reason="language")
            return


def judge_assignment(reading: "Reading", parameter: "Parameter", value: str) -> None:
    """Look for a parameter whose pipe is missing: its name stands in this value."""
    if "<" in value:
        value = _MARKUP.sub("", value)
    match = _ASSIGNMENT.search(value) or _AT_START.match(value)
    if match and reading.module.names.is_known(match[1]):
        reading.add_at("err_missing_pipe", parameter, other=match[1], value=value)
        if reading.module.names.is_deprecated(match[1]):
            reading.add_at("err_deprecated_params", parameter, name=match[1], value=value)


def judge_address(reading: "Reading", parameter: "Parameter", value: str) -> None:
    """Look for an address where none may stand."""
    if has_address(value):
        reading.add_at("err_param_has_ext_link", parameter, value=value)

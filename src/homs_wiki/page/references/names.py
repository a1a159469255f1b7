"""Names and attributes of references as Cite reads them.

What is said here of MediaWiki was seen in the answers of a MediaWiki 1.39 with Cite.
"""

import re
import unicodedata

from homs_wiki.page.values import plain_value
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import ExtensionTag, Parameter, decode_entities

_BLANKS = compiled(r"[ \t\r\n]+")
# What MediaWiki does not take for an attribute it passes over without a word.
_ATTRIBUTE_NAME = compiled(r"[:_\w][:_.\-\w]*")
# A tag with nothing but a name, as most are.
_NAMED = compiled(r"""<ref\s+name\s*=\s*(?:"([^"]*)"|([^\s"'>/]+))\s*/?>""", re.IGNORECASE)
_NUMBER = compiled(r"[0-9]+")
_QUOTES = ("'", '"')

KNOWN_ATTRIBUTES = frozenset({"name", "group", "follow", "dir", "extends", "details"})
"""Attributes of ``<ref>``; any other makes Cite refuse it. The last two are of later versions."""

LIST_ATTRIBUTES = frozenset({"group", "responsive"})
"""Attributes of ``<references>``; any other makes Cite refuse the list."""

_DIRECTIONS = frozenset({"ltr", "rtl"})


def normalised(raw: str) -> str:
    """Return the value of an attribute as Cite compares it.

    White space is stripped and collapsed, then character references are decoded, and the whole is
    composed (NFC). Case, "_", NBSP and invisible characters make names differ.
    """
    value = decode_entities(_BLANKS.sub(" ", raw).strip(" "))
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def tag_attributes(tag: ExtensionTag) -> dict[str, str]:
    """Return the attributes of ``<ref>`` or ``<references>``, values as Cite compares them."""
    source = tag.source
    inner = tag.inner_span
    named = _NAMED.fullmatch(source, tag.start, inner.start if inner else tag.end)
    if named:
        return {"name": normalised(named[named.lastindex or 0])}
    return {
        name: normalised(source[start:end])
        for name, (start, end) in tag.attribute_spans.items()
        # A bare name with a quote behind it is none for MediaWiki.
        if _ATTRIBUTE_NAME.fullmatch(name) and (start < end or not _is_quoted(source, name, start))
    }


def _is_quoted(source: str, name: str, end: int) -> bool:
    return source[end : end + 1] in _QUOTES and source[end - len(name) : end].lower() == name


def parameter_value(parameter: Parameter) -> str | None:
    """Return the value of a template's parameter that becomes an attribute; None if uncertain.

    ``{{#tag:ref}}`` drops one pair of quotes. A value that another template makes is uncertain.
    """
    value = plain_value(parameter)
    if value is None:
        return None
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return normalised(value)


def refusal(attributes: dict[str, str], has_text: bool) -> str | None:
    """Return the key of the error with which Cite refuses a reference; None if it takes it."""
    name, follow = attributes.get("name", ""), attributes.get("follow", "")
    if not attributes.keys() <= KNOWN_ATTRIBUTES or (name and follow):
        return "ref_too_many_keys"
    if _NUMBER.fullmatch(name) or _NUMBER.fullmatch(follow):
        return "ref_numeric_key"
    if attributes.get("dir", "ltr").lower() not in _DIRECTIONS:
        return "ref_invalid_dir"
    return None if has_text or name else "ref_no_input"

"""Opening tags of references that are not written as they should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from homs_wiki.syntax import Document

QUOTES = "\"'“”„‟«»‘’″"
_VALUE = r"""\s*=\s*(?:"[^"<>\n]+"|'[^'<>\n]+'|(?:[^\s"'<>=/“”„‟«»‘’″]|/(?!\s*>))+)"""
# A name, a group, or both: what nearly all tags have.
_USUAL = rf"\s+(?:name{_VALUE}(?:\s+group{_VALUE})?|group{_VALUE}(?:\s+name{_VALUE})?)"
_UNUSUAL = lazily(rf"<ref(?=\s)(?!{_USUAL}\s*/?>|\s*/?>)")
_WELL = lazily(rf"(?<!\S)[A-Za-z]+{_VALUE}")


@once
def odd_openings(document: Document) -> list[ExtensionTag]:
    """Return the ``<ref>`` tags with anything but one well-formed name and group, or one of them.

    They are few, so whatever may be wrong with a tag is looked for in them only.
    """
    odd = {match.start() for match in _UNUSUAL.finditer(document.text)}
    if not odd:
        return []
    tags = (tag for tag in document.extension_tags if tag.name == "ref")
    return [tag for tag in tags if tag.start in odd]


def attribute_text(tag: ExtensionTag) -> tuple[int, str]:
    """Return where the attributes of a tag begin, and all of them as written."""
    start, end = tag.opening_span
    start += 1 + len(tag.name)
    return start, tag.source[start : end - 1].rstrip("/ \t\n")


def ill_formed(attributes: str) -> str:
    """Return what is left of attributes as written without those that are well-formed."""
    # The end of the tag is no longer there, so a slash can only be part of a value.
    return _WELL.sub("", attributes).strip()


_NAME = lazily(r"\s(name\s*=\s*)([^=]*)\Z", re.IGNORECASE)
_ALL_QUOTES = f"{QUOTES} \t"
_IN_NAME = lazily(r"[^\"'<>=“”„‟«»‘’″\n]+")


def name_repair(tag: ExtensionTag) -> tuple[int, int, str] | None:
    """Return how the name of a tag is to be quoted: start and end of the value, and the name.

    Only if the name is the last attribute and has no other mistake than missing, unpaired, doubled
    or typographic quotes; else None.
    """
    offset, attributes = attribute_text(tag)
    found = _NAME.search(attributes)
    if not found or ill_formed(attributes[: found.start()]):
        return None
    value = found[2].strip()
    bare = value.strip(_ALL_QUOTES)
    if (value == bare and " " not in bare) or value in (f'"{bare}"', f"'{bare}'"):
        return None
    if not _IN_NAME.fullmatch(bare):
        return None
    start = offset + found.start(2)
    return start, start + len(found[2].rstrip()), bare

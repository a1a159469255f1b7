"""A page's history as an import file of MediaWiki: ``export-0.11``, for ``importDump.php``.

Each revision has its author, time and SHA-1 in base 36, by which MediaWiki recognises one that it
has already: importing the file again changes nothing. The format's schema is
https://www.mediawiki.org/xml/export-0.11.xsd.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from homs_wiki.wiki.transform import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMA: Final = "http://www.mediawiki.org/xml/export-0.11/"
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_SHA1_LENGTH: Final = 31  # in base 36, with zeros before
_LONGEST_COMMENT: Final = 500
_LONGEST_NAME: Final = 235  # bytes of a user name
_NOT_IN_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# What no user name may hold; an address in it would make it another's.
_NOT_IN_NAME: Final = re.compile(r"[#<>\[\]|{}/@:=\0-\x1f\x7f\u0080-\u009f]+")
_NOBODY: Final = "Unknown"


class Version(NamedTuple):
    """One revision to be written.

    Attributes:
        author: a person's name; what cannot be in the name of a user is left out.
        time: in seconds since 1970.
        comment: the summary.
        text: the wikitext.
    """

    author: str
    time: int
    comment: str
    text: str


def base36_sha1(text: str) -> str:
    """Return the SHA-1 of a text as MediaWiki keeps it: of its UTF-8, 31 digits in base 36."""
    number = int.from_bytes(hashlib.sha1(text.encode(), usedforsecurity=False).digest(), "big")
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits.rjust(_SHA1_LENGTH, "0")


def export_xml(
    title: str, namespace: int, language: str, versions: Iterable[Version]
) -> Iterator[str]:
    """Yield the file in pieces, one for each revision.

    MediaWiki orders revisions by their times, so each gets a later one than the one before it, by
    a second if need be. A revision with the text of the one before it is left out.

    Args:
        title: of the page, with its namespace.
        namespace: that namespace's number.
        language: the code of the wiki's content language.
        versions: oldest first.
    """
    yield (
        f'<mediawiki xmlns="{_SCHEMA}" version="0.11" xml:lang={quoteattr(language)}>\n'
        f"  <page>\n    <title>{_xml(title)}</title>\n    <ns>{namespace}</ns>\n"
    )
    time, last = 0, None
    for version in versions:
        text = normalised(version.text)
        if text == last:
            continue
        time, last = max(version.time, time + 1), text
        yield _revision(version, text, time)
    yield "  </page>\n</mediawiki>\n"


def _revision(version: Version, text: str, time: int) -> str:
    stamp = datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    sha1 = base36_sha1(text)
    size = len(text.encode())
    return (
        f"    <revision>\n      <timestamp>{stamp}</timestamp>\n"
        f"      <contributor><username>{_xml(_user(version.author))}</username></contributor>\n"
        f"      <comment>{_xml(version.comment[:_LONGEST_COMMENT])}</comment>\n"
        "      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
        f'      <text bytes="{size}" sha1="{sha1}" xml:space="preserve">{_xml(text)}</text>\n'
        f"      <sha1>{sha1}</sha1>\n    </revision>\n"
    )


def _user(name: str) -> str:
    words = " ".join(_NOT_IN_NAME.sub(" ", name).replace("_", " ").split())
    cut = words.encode()[:_LONGEST_NAME].decode("utf-8", "ignore").strip()
    return cut[:1].upper() + cut[1:] or _NOBODY


def _xml(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text))

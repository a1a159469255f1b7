"""External links in brackets that are written in an odd way, found in one go over the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.page.once import once
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.syntax import Document

# What may stand behind a pipe in an address, and not in words.
_ADDRESS = lazily(r"[^\s]*[/?=&%]")
_REST = lazily(r"(?:[^][\n\0]|\[\[[^][\n\0]*+\]\])*+")
_NEXT_LINE = lazily(r"\n(?![\n*#:;|=])[^][\n\0]*\]")

# The addresses of a page are looked at once, at their "tp".
# Where "http" is not followed, or "tp://" not preceded, as it should be; or the host does not look
# like most. Then brackets that are odd.
_ADDRESSES = lazily(
    r"""
    tp (?: (?<=http) (?! s?://(?!https?[:/])[^\s/:] | s?+:?+\w )
         | (?<!http)(?<!ftp) (?=s?://)
         | (?P<host> (?<=http) s?://
             (?! (?:[A-Za-z0-9][\w-]*+\.)++ [A-Za-z]{2,}+ (?:[]/:?\#\s\0|<>}"',;)&] | \Z) )
           )
         | (?<=\[http)
           (?: (?<=\[\[http) (?P<double> s?://[^][\n\0]*+ ) \]\]
             | (?<!\[\[http) s?://[^][\s<>"\0|]++
               (?: (?P<pipe> \|[^][\n\0]*+ ) \]
                 | [^][\n\0]*+ (?: (?P<open>) (?=[\n\0]|\Z) | (?P<link> \[\[ ) )
               )
           )
       )
    """,
    re.VERBOSE,
)
_BEFORE = {"double": 4, "pipe": 3, "open": 3, "link": 3}
"""How far in front of the "tp" of its address a link in brackets begins."""


class OddExternal(NamedTuple):
    """An external link that is written in an odd way; all places are those of the page.

    Attributes:
        what: "double" (in double brackets), "pipe" (between address and text), "open" (not
            closed), "break" (a line ends in it), or "link" (an internal link in its text).
        span: where it stands, up to its end or the end of the line.
        place: where the pipe, the line's end or the internal link stands; else the start.
    """

    what: str
    span: Span
    place: int


def odd_external_links(document: Document, what: str) -> Iterator[OddExternal]:
    """Yield the external links in brackets that are written in that odd way."""
    return (odd for odd in _odd_external_links(document) if odd.what == what)


@once
def _odd_external_links(document: Document) -> list[OddExternal]:
    flat = document.flat
    text = flat.text
    found: list[OddExternal] = []
    for match in _addresses(document):
        what = match.lastgroup or ""
        if what not in _BEFORE:
            continue
        start, end = match.start() - _BEFORE[what], match.end()
        place = start if what == "double" else match.start(what)
        if what == "pipe" and ("?" in text[start:place] or _ADDRESS.match(text, place + 1)):
            continue  # a pipe may well stand in an address
        if what == "link":
            rest = _REST.match(text, place)
            end = rest.end() if rest else end
            if text[end : end + 1] == "]":
                end += 1
            elif text[end : end + 1] in ("", "\n", "\0"):
                what, place = "open", start
            else:
                continue
        if what == "open" and (line := _NEXT_LINE.match(text, end)):
            what, place, end = "break", end, line.end()
        span = Span(*flat.span(start, end))
        if not in_code(document.text, span.start):
            found.append(OddExternal(what, span, flat.start(place)))
    return found


@once
def _addresses(document: Document) -> list[re.Match[str]]:
    return list(_ADDRESSES.finditer(document.flat.text))


def odd_addresses(document: Document) -> list[re.Match[str]]:
    """Return where in the flat text an address is odd: in its ``host``, or in its beginning."""
    return [match for match in _addresses(document) if match.lastgroup not in _BEFORE]


def in_address(text: str, offset: int) -> bool:
    """Tell whether a web address that begins at ``offset`` is a part of a longer one."""
    return offset > 0 and text[offset - 1] in "/=?&%.-_@:+"

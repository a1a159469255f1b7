"""External links: ``[url label]`` and bare URLs.

Followed is what MediaWiki 1.39 shows:

* In brackets: ``[``, a protocol (``//`` too), one or more characters of a URL; then perhaps spaces
  and a label without ``]`` and line breaks (an internal link in it is allowed); ``]``. Without a
  label the reader sees a number.
* A character of a URL is anything but white space and other Unicode spaces, control characters,
  ``[ ] < > "`` and an extension tag. A template in a URL is taken as part of it. A URL ends before
  ``''``, and before ``&lt;`` and ``&gt;``; in brackets the rest goes to the label.
* Bare: not directly after a letter, digit or underscore, not in the attributes of an HTML tag, not
  in the label of another link. It ends before ``&nbsp;`` too, and without the marks ``, ; . : ! ?``
  at its end, ``)`` with them if no ``(`` is in it; but the ``;`` of a character reference stays.
  The protocol alone is none. In a line of a table ``||`` (``!!``) ends it.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import BORDER, COVER, FlatStretch, FlatText
from homs_wiki.syntax.html_tags import ALLOWED
from homs_wiki.syntax.wikilinks import FlatLink

if TYPE_CHECKING:
    from homs_wiki.syntax.tables import Tables

# Controls (but the mark of a template, U+0001), brackets, quotes, spaces of Unicode (category Zs).
_SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Apostrophes: alone, or those before the ''' or ''''' at the end of a longer run.
_APOSTROPHE = r"'(?:(?!')|(?='''(?!'))|(?='''''))"
_LETTERS = rf"[^]\[<>\"\0\2-\x1f\x7f\ufffd{_SPACES}'&]++"
_HOST = r"\[[0-9a-fA-F:.]+\]"  # of IPv6
_PIECE = rf"(?:{_LETTERS}|{_APOSTROPHE}|&(?!(?:lt|gt);))"
_BARE_PIECE = rf"(?:{_LETTERS}|{_APOSTROPHE}|&)"
_URL = rf"(?:{_HOST}{_PIECE}*+|{_PIECE}++)"
_rest_of_url = compiled(rf"{_HOST}{_BARE_PIECE}*+|{_BARE_PIECE}++").match
_LABEL_STOP = compiled("[]\0\4-\x08\n-\x1f\ufffd]").search
_BARE_STOP = compiled(r"&(?:lt|gt|nbsp|#x0*(?:3[CcEe]|[Aa]0)|#0*(?:60|62|160));").search
_REFERENCE_END = compiled(r"&(?:[A-Za-z]+|#[xX][0-9A-Fa-f]+|#[0-9]+);\Z").search
_TAG = compiled(rf"</?(?i:{'|'.join(sorted(ALLOWED))})\b[^<>\0]*>").match
_CELL = compiled(r"[ \t:]*([|!])").match
_SEPARATORS = {"||": compiled(r"\|\|?").search, "!!": compiled(r"!!|\|\|?").search}
_MARKS = ",;.:!?"
# What nearly all are: the expression for all protocols takes longer. None is the end of another.
_USUAL = ("https://", "http://")
# Longer than any protocol.
_BACK = 16
_NONE = sys.maxsize, 0, 0, sys.maxsize


FlatUrl = tuple[int, int, int, int, int]
"""An external link by where it stands in the flat text: its start and end, start and end of the
URL, start of the label (-1 if there is none; it ends before the bracket)."""


class ExternalLink(FlatStretch[FlatUrl]):
    """A link to a URL, its brackets included."""

    __slots__ = ()

    @property
    def url_span(self) -> Span:
        """The URL."""
        return Span(*self._flat.span(*self._found[2:4]))

    @property
    def label_span(self) -> Span | None:
        """The label in the brackets; None if there is none."""
        label = self._found[-1]
        return None if label < 0 else Span(*self._flat.span(label, self._found[1] - 1))

    @property
    def labelled(self) -> bool:
        """It has a label."""
        return self._found[-1] >= 0

    @property
    def bracketed(self) -> bool:
        """It stands in brackets."""
        return self._found[2] > self._found[0]

    @property
    def url(self) -> str:
        """The URL as written; templates and comments in it stay."""
        return self.source[slice(*self.url_span)]

    @property
    def label(self) -> str | None:
        """The label's wikitext; None if there is none."""
        span = self.label_span
        return None if span is None else self.source[span.start : span.end]

    def __repr__(self) -> str:
        return f"<ExternalLink {self.start}–{self.end} {self.url!r}>"


class _Protocols:
    """The expressions that find the protocols of a wiki."""

    __slots__ = ("ahead", "colon", "opening")

    def __init__(self, protocols: tuple[str, ...]) -> None:
        every = "|".join(map(re.escape, protocols))
        named = [protocol for protocol in protocols if ":" in protocol]
        # Beginning with the colon keeps the search as quick as that for one character.
        behind = "|".join(
            rf"(?<=(?i:{re.escape(head)}:)){re.escape(rest)}"
            for head, _, rest in (protocol.partition(":") for protocol in named)
        )
        self.opening = compiled(rf"\[((?i:{every}){_URL})[{_SPACES}]*+").finditer
        self.colon = compiled(f":(?:{behind})").search
        self.ahead = compiled(rf"(?<!\w)(?i:{'|'.join(map(re.escape, named))})\Z").search

    def start(self, text: str, end: int) -> int:
        """Return where a protocol starts that ends at ``end``; -1 if a word goes on into it."""
        for usual in _USUAL:
            start = end - len(usual)
            if text.startswith(usual, start):
                before = text[start - 1 : start]
                return -1 if before.isalnum() or before == "_" else start
        back = max(0, end - _BACK)
        ahead = self.ahead(text[back:end])
        return back + ahead.start() if ahead else -1


_protocols = lru_cache(maxsize=32)(_Protocols)


def find_external_links(
    flat: FlatText,
    links: Sequence[FlatLink],
    tables: "Callable[[], Tables]",
    profile: Profile,
) -> list[FlatUrl]:
    """Return all external links, in order of the flat text those in brackets, then the bare ones.

    Args:
        flat: the flat text of the page.
        links: the internal links in it.
        tables: gives the tables in it, asked for only if a pipe stands in a bare URL.
        profile: the wiki.
    """
    text = _covered(flat.text, links)
    protocols = _protocols(profile.protocols)
    taken = _bracketed(text, protocols)
    found = [
        (start, end, start + 1, url_end, label if label < end - 1 else -1)
        for start, url_end, label, end in taken
    ]
    bare = _bare(text, protocols, taken, _Place(text, tables))
    found += [(start, end, start, end, -1) for start, end in bare]
    return found


def make_external_links(flat: FlatText, found: Sequence[FlatUrl]) -> list[ExternalLink]:
    """Return the links that `find_external_links` found, in order of their start."""
    starts = flat.page_starts([url[0] for url in found])
    links = [ExternalLink(flat, *each) for each in zip(starts, found, strict=True)]
    links.sort(key=attrgetter("start"))
    return links


def _covered(text: str, links: Sequence[FlatLink]) -> str:
    """Hide internal links, of files all but the caption."""
    covers: list[tuple[int, int]] = []
    for start, _, end, first, behind, _, special in links:
        if special and first < behind and special.meaning.kind == "file":
            covers += ((start, first), (behind, end))
        else:
            covers.append((start, end))
    covers.sort()
    pieces: list[str] = []
    done = 0
    for start, end in covers:
        if start >= done:
            pieces += (text[done:start], COVER * (end - start))
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _bracketed(text: str, protocols: _Protocols) -> list[tuple[int, int, int, int]]:
    """Return the links in brackets: start, end of the URL, start of the label, end."""
    found: list[tuple[int, int, int, int]] = []
    stop = done = 0
    for match in protocols.opening(text):
        start, label = match.span()
        if start < done:
            continue  # in the label of another one
        if stop < label:
            mark = _LABEL_STOP(text, label)
            stop = mark.start() if mark else len(text)
        if text.startswith("]", stop):
            done = stop + 1
            url_end = match.end(1)
            found.append((start, url_end, label, done))
    return found


def _bare(
    text: str,
    protocols: _Protocols,
    taken: Sequence[tuple[int, int, int, int]],
    place: "_Place",
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each bare URL outside the links in brackets."""
    others = iter(taken)
    other_start, _, _, other_end = next(others, _NONE)
    pos = 0
    while mark := protocols.colon(text, pos):
        pos = mark.end()
        while other_end < pos:
            other_start, _, _, other_end = next(others, _NONE)
        start = protocols.start(text, pos)
        if start < 0:
            continue
        if other_start <= start:
            pos = other_end
            continue
        if place.in_tag(start):
            continue
        url = _rest_of_url(text, pos)
        if url is None:
            continue
        limit = _end_of_cell(text, start, pos, url.end(), place)
        end = _trimmed(text, start, pos, limit)
        if end > pos:
            yield start, end
        pos = limit


class _Place:
    """Says where offsets stand that are asked for from left to right."""

    __slots__ = ("line", "looked_for_lines", "looked_for_tags", "tables", "tag_end", "text")

    def __init__(self, text: str, tables: "Callable[[], Tables]") -> None:
        self.text = text
        self.tables = tables
        self.line = self.looked_for_lines = 0
        self.tag_end = self.looked_for_tags = 0

    def in_tag(self, offset: int) -> bool:
        """Say whether an HTML tag is open at ``offset``."""
        opening = self.text.rfind("<", self.looked_for_tags, offset)
        self.looked_for_tags = offset
        if opening >= 0:
            # Most tags end before; values of templates come behind borders, which end a tag too.
            text = self.text
            ends = text.find(">", opening, offset) >= 0 or text.find(BORDER, opening, offset) >= 0
            tag = None if ends else _TAG(text, opening)
            self.tag_end = tag.end() if tag else opening
        return offset < self.tag_end

    def separator(self, offset: int) -> str:
        """Return what separates cells in the line of ``offset``; nothing if it has no cells."""
        if not self.tables().cover(offset):
            return ""
        newline = self.text.rfind("\n", self.looked_for_lines, offset)
        self.looked_for_lines = offset
        if newline >= 0:
            self.line = newline + 1
        mark = _CELL(self.text, self.line)
        return mark[1] * 2 if mark else ""


def _trimmed(text: str, start: int, behind_protocol: int, end: int) -> int:
    """Return where a bare URL ends without what MediaWiki does not take for a part of it.

    ``behind_protocol`` if nothing but the protocol is left.
    """
    reference = _BARE_STOP(text, behind_protocol, end)
    if reference:
        end = reference.start()
    marks = _MARKS if text.find("(", start, end) >= 0 else _MARKS + ")"
    last = end
    while last > behind_protocol and text[last - 1] in marks:
        last -= 1
    if last < end and text[last] == ";" and _REFERENCE_END(text[max(start, last - 32) : last + 1]):
        last += 1
    return last


def _end_of_cell(text: str, start: int, behind_protocol: int, end: int, place: _Place) -> int:
    """Return where the cell of a table ends that a bare URL stands in, at most ``end``."""
    if text.find("|", behind_protocol, end) < 0 and text.find("!!", behind_protocol, end) < 0:
        return end
    separator = place.separator(start)
    if not separator:
        return end
    cell = _SEPARATORS[separator](text, behind_protocol, end)
    if not cell:
        return end
    # What stands before a single pipe is read as the attributes of the cell.
    return behind_protocol if cell[0] == "|" else cell.start()

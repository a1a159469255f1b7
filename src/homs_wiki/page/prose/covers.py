"""Links whose text is not all prose: files, categories, links to other languages, web addresses."""

import re

from homs_wiki.page.prose.markup import BREAK, FIRST_COVER, OBJECT
from homs_wiki.profile import Profile
from homs_wiki.syntax.flat import COVER

_FILE, _CATEGORY = 6, 14

_PREFIXED = re.compile(r"\[\[([^][{}<>|:\n\0]+):")
_BRACKETS = re.compile(r"\[\[|\]\]")
# A URL in brackets, and its label; one with a link in the label is left as it stands.
_BRACKETED = re.compile(
    r"\[((?:[a-z][a-z+.-]{1,14}:)?//[^][<>\"\s]*|mailto:[^][<>\"\s]+)[ \t]*([^][\n]*)\]",
    re.IGNORECASE,
)
_BARE_REST = re.compile(r"://[^][<>\"\s\0-\4|]+")
_SCHEME = re.compile(r"(?<![^\W_])(?:https?|ftps?|ircs?|gopher)\Z", re.IGNORECASE)


Cover = tuple[int, int, str]
"""A stretch of own text that is no prose: start, end, and what stands in its place."""


def read_covers(text: str, profile: Profile) -> tuple[list[Cover], list[tuple[int, int]]]:
    """Return what to cover in a own text, in order, and where captions of files stand."""
    covers: list[Cover] = []
    captions: list[tuple[int, int]] = []
    for match in _PREFIXED.finditer(text):
        number = profile.namespace(match[1])
        if number == _FILE:
            _cover_file(text, match.end(), profile, covers, captions)
        elif number == _CATEGORY or profile.interwiki(match[1]) == "interlanguage":
            end = text.find("]]", match.end())
            if end >= 0 and "\n" not in text[match.end() : end]:
                covers.append((match.start(), end + 2, ""))
    if "//" in text:
        covers += _web_addresses(text)
    covers.sort()
    return _without_overlaps(covers), captions


def _cover_file(
    text: str,
    start: int,
    profile: Profile,
    covers: list[Cover],
    captions: list[tuple[int, int]],
) -> None:
    """Cover a file but for its caption; ``start`` is behind the colon."""
    begin = text.rfind("[[", 0, start)
    bounds = _file_bounds(text, start)
    if bounds is None:
        return
    pipe, end = bounds
    option = text[pipe:end] if pipe >= 0 else ""
    if pipe < 0 or ("[" not in option and profile.image_option(option.strip())):
        covers.append((begin, end + 2, BREAK))
        return
    covers += [(begin, pipe, BREAK), (end, end + 2, BREAK)]
    captions.append((pipe, end))


def _file_bounds(text: str, start: int) -> tuple[int, int] | None:
    """Return where a file's last option begins (-1: it has none) and where its "]]" stands.

    None if it is not closed, or holds links in links. The work is bounded by the length of the
    file, as no second file can begin inside two levels of brackets.
    """
    depth, pipe, position = 1, -1, start
    for bracket in _BRACKETS.finditer(text, start):
        if depth == 1:
            last = text.rfind("|", position, bracket.start())
            pipe = last + 1 if last >= 0 else pipe
        position = bracket.end()
        depth += 1 if bracket[0] == "[[" else -1
        if depth == 0:
            return pipe, bracket.start()
        if depth > 2:
            return None
    return None


def _web_addresses(text: str) -> list[Cover]:
    covers = []
    for match in _BRACKETED.finditer(text):
        start, end = match.span(2)
        if start == end:
            covers.append((match.start(), match.end(), OBJECT))
        else:
            covers += [(match.start(), start, ""), (end, match.end(), "")]
    for match in _BARE_REST.finditer(text):
        begin = max(0, match.start() - 8)
        scheme = _SCHEME.search(text[begin : match.start()])
        if scheme:
            covers.append((begin + scheme.start(), match.end(), OBJECT))
    return covers


def _without_overlaps(covers: list[Cover]) -> list[Cover]:
    apart: list[Cover] = []
    for cover in covers:
        if not apart or cover[0] >= apart[-1][1]:
            apart.append(cover)
    return apart


def cover(text: str, covers: list[Cover]) -> str:
    """Return ``text`` with every covered stretch made a `FIRST_COVER` and as many `COVER`."""
    pieces = []
    position = 0
    for start, end, _ in covers:
        pieces += [text[position:start], FIRST_COVER, COVER * (end - start - 1)]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)

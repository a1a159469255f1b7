"""Links whose text is not all prose: files, categories, links to other languages, web addresses."""

import re
from functools import cache

from homs_wiki.page.prose.markup import BREAK, FIRST_COVER, OBJECT
from homs_wiki.profile import Profile
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import COVER

_FILE, _CATEGORY = 6, 14

_BRACKETS = compiled(r"\[\[|\]\]")
_CATEGORY_REST = compiled(r"[^][\n]*\]\]")
_SCHEME = compiled(r"\[?(?:(?<![^\W_])[A-Za-z][A-Za-z+.-]{1,14}:)?\Z")
_BARE_SCHEMES = ("http:", "https:", "ftp:", "ftps:")
_URL_REST = compiled(r"[^][<>\"\s\0-\4|]+")
# What stands behind a URL in brackets; a label with a link in it is left as it stands.
_LABEL = compiled(r"[ \t]*([^][\n]*)\]")

Cover = tuple[int, int, str]
"""A stretch of own text that is no prose: start, end, and what stands in its place."""


@cache
def _prefixed(profile: Profile) -> "re.Pattern[str]":
    """Return what finds links with the prefix of a file, a category or a language."""
    names = [*profile.namespace_names(_FILE), *profile.namespace_names(_CATEGORY)]
    known = "|".join(re.escape(name).replace(r"\ ", "[ _]+") for name in names)
    return compiled(rf"\[\[[ _]*((?i:{known})|[a-z][a-z-]{{1,11}})[ _]*:")


def read_covers(text: str, profile: Profile) -> tuple[list[Cover], list[tuple[int, int]]]:
    """Return what to cover in an own text, in order, and where captions of files stand."""
    covers: list[Cover] = []
    captions: list[tuple[int, int]] = []
    for match in _prefixed(profile).finditer(text):
        number = profile.namespace(match[1])
        if number == _FILE:
            _cover_file(text, match.start(), match.end(), profile, covers, captions)
            continue
        is_hidden = number == _CATEGORY or profile.interwiki(match[1]) == "interlanguage"
        rest = _CATEGORY_REST.match(text, match.end()) if is_hidden else None
        if rest:
            covers.append((match.start(), rest.end(), ""))
    _cover_web_addresses(text, covers)
    covers.sort()
    return _without_overlaps(covers), captions


def _cover_file(
    text: str,
    begin: int,
    start: int,
    profile: Profile,
    covers: list[Cover],
    captions: list[tuple[int, int]],
) -> None:
    """Cover a file but for its caption: ``begin`` is at its "[[", ``start`` behind the colon."""
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


def _cover_web_addresses(text: str, covers: list[Cover]) -> None:
    """Cover URLs: bare ones, and those in brackets with all but the label."""
    slashes = text.find("//")
    while slashes >= 0:
        behind = slashes + 2
        before = text[max(0, slashes - 17) : slashes]
        scheme = _SCHEME.search(before)
        url = _URL_REST.match(text, behind)
        if scheme and url:
            behind = url.end()
            start = slashes - len(scheme[0])
            if scheme[0].startswith("["):
                _cover_bracketed(text, start, behind, covers)
            elif scheme[0].lower() in _BARE_SCHEMES:
                covers.append((start, behind, OBJECT))
        slashes = text.find("//", behind)


def _cover_bracketed(text: str, start: int, url_end: int, covers: list[Cover]) -> None:
    label = _LABEL.match(text, url_end)
    if label is None:
        return
    if label[1]:
        covers += [(start, label.start(1), ""), (label.end(1), label.end(), "")]
    else:
        covers.append((start, label.end(), OBJECT))


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

"""Square brackets that make no link.

All double brackets of a page are the borders of links but for a few: pages where the numbers agree
are not looked at closer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.page.once import once
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax.flat import HOLE, TAG_HOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.syntax import Document
    from homs_wiki.syntax.flat import FlatText

_RUNS = lazily(r"\[{2,}|\]{2,}")
_INSIDE = lazily(r"[^][\n\0]{0,300}+")
_TOKENS = lazily(r"\[\[|\]\]|[\n\0]")
_ANY_BRACKET = lazily(r"[][]")
_URL = lazily(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)
_NOT_SHOWN = str.maketrans({HOLE: "…", TAG_HOLE: None})
_REACH = 300
_FAR = 2000
_DEEPEST = 9


class Stray(NamedTuple):
    """Brackets that make no link.

    Attributes:
        kind: "unclosed", "unopened", "unequal" (one or three on one side) or "empty".
        span: what to mark.
        shown: the text that was to be the link.
        edit: what would make a link of it, if that is plain.
    """

    kind: str
    span: Span
    shown: str
    edit: Edit | None = None


def stray_brackets(document: Document, kind: str) -> Iterator[Stray]:
    """Yield the double brackets of a page that make no link, and are of that kind."""
    return (stray for stray in _stray_brackets(document) if stray.kind == kind)


@once
def _stray_brackets(document: Document) -> list[Stray]:
    text = document.flat.text
    links = document.flat_links
    urls = [url for url in document.flat_urls if url[0] < url[2]]  # those in brackets
    singles = 2 * len(links) + len(urls)
    if text.count("[") == singles == text.count("]"):
        return []  # there are no other brackets at all
    if text.count("[[") == len(links) == text.count("]]"):
        return []
    ends = {link[1] for link in links}
    ends.update(url[1] for url in urls)
    walk = _Walk(document.flat, {link[0] for link in links}, ends)
    return [stray for stray in walk.run() if not in_code(document.text, stray.span.start)]


class _Walk:
    """One walk over the brackets of a page that has strange ones."""

    def __init__(self, flat: FlatText, starts: set[int], ends: set[int]) -> None:
        self.flat = flat
        self.text = flat.text
        self.starts = starts
        self.ends = ends
        self.reported = -1
        """Up to where (in the flat text) brackets belong to what was reported."""

    def run(self) -> Iterator[Stray]:
        """Yield what makes no link, in the order of the flat text."""
        for run in _RUNS.finditer(self.text):
            first, behind = run.span()
            if behind - first == 2 and (first in self.starts or behind in self.ends):
                continue  # the border of a link, as nearly all are
            found = (
                self._opening(first, behind) if run[0][0] == "[" else self._closing(first, behind)
            )
            if found:
                yield found._replace(shown=found.shown.translate(_NOT_SHOWN))

    def _opening(self, first: int, behind: int) -> Stray | None:
        if any(place in self.starts for place in range(first, behind - 1)):
            return None
        if behind - first > 3:
            return None  # art, not a link
        inside = _INSIDE.match(self.text, behind)
        words = inside[0] if inside else ""
        end = behind + len(words)
        self.reported = end
        closing = len(self.text[end : end + 4]) - len(self.text[end : end + 4].lstrip("]"))
        if closing:
            return self._closed(first, behind, end, closing)
        if _URL.match(words) or not words.strip():
            return None  # that is an external link, or nobody knows what
        if self._is_closed(behind):
            return None  # what is wrong with its target is another matter
        target = words.partition("|")[0].rstrip()
        return Stray("unclosed", self._span(first, behind + len(target)), target.strip())

    def _is_closed(self, behind: int) -> bool:
        """Tell whether as many double brackets are closed in the paragraph as are opened."""
        depth = 1
        for token in _TOKENS.finditer(self.text, behind, behind + _FAR):
            if token[0] == "[[":
                depth += 1
                if depth > _DEEPEST:
                    break
            elif token[0] == "]]":
                depth -= 1
            else:
                break
            if not depth:
                return True
        return False

    def _closed(self, first: int, behind: int, end: int, closing: int) -> Stray | None:
        """Return what is wrong with brackets that are closed in some way."""
        words = self.text[behind:end]
        opening = behind - first
        self.reported = end + closing
        span = self._span(first, end + closing)
        target, pipe, label = words.partition("|")
        if not target.strip():
            if opening == closing == 2 and not target.strip(" \t\u00a0"):
                return Stray("empty", span, label.strip())
            return None
        if _URL.match(words) or (opening, closing) not in _UNEQUAL or _REFERENCE_LIKE.match(words):
            return None
        edit = None
        if (opening, closing) == (2, 1):
            place = self.flat.end(end + 1)
            edit = Edit(place, place, "]")
        elif (opening, closing) == (3, 2):
            place = self.flat.start(first)
            edit = Edit(place, place + 1, "")
        return Stray("unequal", span, (label if pipe else target).strip(), edit)

    def _closing(self, first: int, behind: int) -> Stray | None:
        used = [end for end in range(first + 1, behind + 1) if end in self.ends]
        if used or first <= self.reported or behind - first > 3:
            return None
        reach = max(0, first - _REACH)
        start = max(
            self.text.rfind("\n", reach, first),
            self.text.rfind("\0", reach, first),
            first - _REACH,
        )
        before = self.text[start + 1 : first]
        brackets = _ANY_BRACKET.findall(before)
        depth = 0
        for bracket in brackets:
            depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        if depth > 1:
            return None  # brackets in brackets
        opening = before.rfind("[")
        words = before[opening + 1 :]
        if depth == 0:
            return Stray("unopened", self._span(first, behind), "")
        if behind - first != 2 or "]" in words or _URL.match(words) or not words.strip():
            return None
        place = start + 1 + opening
        span = self._span(place, behind)
        if _REFERENCE_LIKE.match(words):
            return None
        return Stray("unequal", span, words.strip(), Edit(span.start, span.start, "["))

    def _span(self, start: int, end: int) -> Span:
        return Span(*self.flat.span(start, end))


_UNEQUAL = frozenset({(2, 1), (3, 2), (3, 3)})
# "[12]]" and "[sic]]" were never meant to be links.
_REFERENCE_LIKE = lazily(r"[\W\d]*\Z|sic\b|\.\.\.")

"""Comments in the wikitext that keep findings quiet.

==================================================  ===============================================
``<!-- homs-wiki: ignore[rule, family] reason -->``  alone on its line: the next line; else its line
``<!-- homs-wiki: ignore-page[rule] reason -->``     the whole page, wherever it stands
``<!-- homs-wiki: off[rule] reason -->``             from here to ``<!-- homs-wiki: on[rule] -->``,
                                                     or to the end of the page
==================================================  ===============================================

In the brackets stand names of rules and families, separated by commas, or ``all``; the reason is
for people. A finding belongs to the line, and to the place, where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.source import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.syntax import Document

_MARK = "homs-wiki:"
_DIRECTIVE = re.compile(
    r"<!--\s*homs-wiki:\s*(?P<action>ignore-page|ignore|off|on)\s*\[(?P<names>[^\]\n]*)\]"
)
_BLANKS = re.compile(r"\s*+")


class Suppression:
    """One name in a comment: which findings it keeps quiet, where, and whether it ever did.

    Attributes:
        span: the comment.
        name: a rule, a family, or ``all``.
        scope: findings that begin in here are meant.
        used: whether it has kept a finding quiet.
    """

    __slots__ = ("name", "scope", "span", "used")

    def __init__(self, span: Span, name: str, scope: Span) -> None:
        self.span = span
        self.name = name
        self.scope = scope
        self.used = False


class Suppressions:
    """All suppressions of a page; false if there are none."""

    __slots__ = ("_by_name",)

    def __init__(self, orders: Iterable[Suppression]) -> None:
        self._by_name: dict[str, _Scopes] = {}
        for order in sorted(orders, key=lambda order: order.scope):
            self._by_name.setdefault(order.name, _Scopes()).add(order)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    @classmethod
    def read(cls, document: Document) -> Suppressions:
        """Return the suppressions in the comments of ``document``."""
        return cls(_orders(document) if _MARK in document.text else ())

    def silence(self, finding: Finding, family: str) -> bool:
        """Return whether a comment silences ``finding``; that comment then counts as used."""
        for name in (finding.rule, family, "all"):
            scopes = self._by_name.get(name)
            order = scopes.around(finding.start) if scopes else None
            if order:
                order.used = True
                return True
        return False


class _Scopes:
    """The scopes in which one name is silenced, asked for by place in logarithmic time."""

    __slots__ = ("_farthest", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._farthest: list[Suppression] = []

    def add(self, order: Suppression) -> None:
        """Take in an order; they come sorted by where their scopes start."""
        self._starts.append(order.scope.start)
        before = self._farthest[-1] if self._farthest else order
        self._farthest.append(before if before.scope.end > order.scope.end else order)

    def around(self, offset: int) -> Suppression | None:
        """Return an order whose scope holds ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        order = self._farthest[index]
        return order if offset < order.scope.end else None


def _orders(document: Document) -> Iterator[Suppression]:
    text = document.text
    lines = LineIndex(text)
    after_all = len(text) + 1  # a finding may begin at the very end
    open_regions: dict[str, list[Span]] = {}  # the comments that opened them, by name
    for comment in document.comments:
        match = _DIRECTIVE.match(text, comment.start, comment.end)
        if not match:
            continue
        span = Span(comment.start, comment.end)
        names = frozenset(name.strip() for name in match["names"].split(",")) - {""}
        action = match["action"]
        if action == "off":
            for name in names:
                open_regions.setdefault(name, []).append(span)
        elif action == "on":
            yield from _close(open_regions, names, span.start)
        else:
            on_page = action == "ignore-page"
            scope = Span(0, after_all) if on_page else _line_meant(text, lines, span)
            yield from (Suppression(span, name, scope) for name in names)
    yield from _close(open_regions, ("all",), after_all)


def _line_meant(text: str, lines: LineIndex, comment: Span) -> Span:
    """Return the line an ``ignore`` acts on, its line end included: its own, or the next one."""
    first = lines.line(lines.position(comment.start).line)
    number = lines.position(comment.end).line
    last = lines.line(number)
    if not (
        # Behind it first: that holds for one comment of a line, however many stand there.
        _BLANKS.fullmatch(text, comment.end, last.end)
        and _BLANKS.fullmatch(text, first.start, comment.start)
    ):
        return Span(first.start, first.end + 1)
    if number == len(lines):
        return Span(comment.end, comment.end)
    following = lines.line(number + 1)
    return Span(following.start, following.end + 1)


def _close(regions: dict[str, list[Span]], names: Iterable[str], end: int) -> Iterator[Suppression]:
    """Close the open regions of ``names``; ``all`` closes those of every name."""
    for name in list(regions) if "all" in names else names:
        for opening in regions.pop(name, ()):
            yield Suppression(opening, name, Span(opening.end, end))

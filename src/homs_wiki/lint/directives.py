"""Comments in the wikitext that speak to the linter, as they are written.

``<!-- homs-wiki: ignore[rule, family] reason -->``
    alone on its line: the next line; else its own line
``<!-- homs-wiki: ignore-next-line[rule] reason -->``
    the line below, whatever else stands in its own
``<!-- homs-wiki: ignore-page[rule] reason -->``
    the whole page, wherever it stands
``<!-- homs-wiki: off[rule] reason -->``
    from here to ``<!-- homs-wiki: on[rule] -->``, or to the end of the page

In the brackets stand names, separated by commas: of rules, families, sets (``strict``, ``all``) or
parts of families that belong to a set (``links:strict``). The reason is for people.

Rules about these comments live in the family ``suppression`` and are `DirectiveRule`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Document
    from homs_wiki.syntax.nodes import Comment

ACTIONS = ("ignore", "ignore-next-line", "ignore-page", "off", "on")
"""What a comment can order."""

MARK = "homs-wiki"
"""Stands in all of them; `homs_wiki.lint.engine` looks for it before it imports this module."""


class Name(NamedTuple):
    """A name in the brackets of a comment, and where it stands."""

    text: str
    span: Span


class Directive(NamedTuple):
    """A comment that speaks to the linter.

    Attributes:
        span: the comment.
        action: one of `ACTIONS`, or what stands in its place.
        names: what stands in the brackets.
        reason: what stands behind them, without white space around it.
        problem: why it cannot be understood and does nothing; None if all is well.
    """

    span: Span
    action: str
    names: tuple[Name, ...]
    reason: str
    problem: Phrase | None


class Review(NamedTuple):
    """What has become of the comments of a page when all rules have checked it.

    Attributes:
        directives: all of them, in the order of the text.
        idle: those that did nothing, each with the names that did nothing: an ``on`` that ends
            nothing; a name of which all that it means has run, and found nothing there.
        known: every name that means something.
    """

    directives: Sequence[Directive]
    idle: Sequence[tuple[Directive, tuple[Name, ...]]]
    known: Collection[str]


class DirectiveRule(Rule):
    """A rule about the comments that speak to the linter.

    It is a rule like any other, but that it is asked when the others are done, for only then it
    is known what the comments did.
    """

    def check(self, page: Page) -> Iterator[Finding]:  # noqa: ARG002 - asked later, see above
        """Yield nothing."""
        return iter(())

    def review(self, page: Page, review: Review) -> Iterator[Finding]:
        """Yield what is wrong with the comments of ``page``, in any order.

        Nothing silences these findings but the name of the rule and that of its family.
        """
        raise NotImplementedError


def read_directives(document: Document) -> list[Directive]:
    """Return the comments of ``document`` that speak to the linter, in the order of the text."""
    if MARK not in document.text:
        return []
    found = (_read(document.text, comment) for comment in document.comments)
    return [directive for directive in found if directive]


@cache
def _opening() -> re.Pattern[str]:
    """Return what such a comment begins with; without the colon only if there is no doubt."""
    actions = "|".join(ACTIONS)
    return re.compile(rf"<!--\s*+{MARK}(?:(?P<colon>\s*+:\s*+)|\s++(?=(?:{actions})\s*+\[))")


@cache
def _order() -> re.Pattern[str]:
    return re.compile(r"(?P<action>[\w-]*+)\s*+(?:\[(?P<names>[^\]\n]*+)(?P<closed>\])?)?")


def _read(text: str, comment: Comment) -> Directive | None:
    opening = _opening().match(text, comment.start, comment.end)
    if not opening:
        return None
    end = comment.end - 3 if text.endswith("-->", opening.end(), comment.end) else comment.end
    order = _order().match(text, opening.end(), end)
    assert order  # noqa: S101 - it matches nothing, too
    names = tuple(_names(text, *order.span("names")))
    return Directive(
        Span(comment.start, comment.end),
        order["action"],
        names,
        text[order.end() : end].strip(),
        _problem(opening, order, names),
    )


def _names(text: str, start: int, end: int) -> Iterator[Name]:
    for part in text[start:end].split(",") if start >= 0 else ():
        name = part.strip()
        if name:
            place = start + part.index(name)
            yield Name(name, Span(place, place + len(name)))
        start += len(part) + 1


def _problem(
    opening: re.Match[str], order: re.Match[str], names: tuple[Name, ...]
) -> Phrase | None:
    if opening["colon"] is None:
        return Phrase("a colon is missing behind “homs-wiki”")
    if order["action"] not in ACTIONS:
        return Phrase(
            "“{action}” is none of {actions}", action=order["action"], actions=", ".join(ACTIONS)
        )
    if order["names"] is None:
        return Phrase("names in square brackets are missing behind “{action}”", action=order[1])
    if order["closed"] is None:
        return Phrase("the square bracket is not closed")
    return None if names else Phrase("there is no name in the square brackets")

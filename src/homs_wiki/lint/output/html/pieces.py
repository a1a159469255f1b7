"""From text that may hold anything to HTML that shows it and does nothing else."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from homs_wiki.report import tags_apart
from homs_wiki.source.visible import (
    FIRST_STRONG_ISOLATE,
    LEFT_TO_RIGHT_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    RIGHT_TO_LEFT,
    isolated,
    visible,
    visible_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTER = re.compile("[A-Za-z]")
_SAMPLE = 50_000  # code points that say which way a page runs
_MARKUP_SHARE = 4  # Latin letters to one of the page's own script: so much is markup and sources
_MANY = 3  # characters of a kind that cannot be seen; more are counted
_LONGEST = 2000  # code points of a value in a message

_DIRECTIONS = {LEFT_TO_RIGHT_ISOLATE: ' dir="ltr"', FIRST_STRONG_ISOLATE: ""}
_OPENERS = "".join(_DIRECTIONS)
_ISOLATED = re.compile(
    f"([{_OPENERS}])([^{_OPENERS}{POP_DIRECTIONAL_ISOLATE}]*){POP_DIRECTIONAL_ISOLATE}"
)
_FENCE = re.compile(r"^```.*\n((?:.*\n)*?)```$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n{2,}")
_CODE = re.compile(r"`([^`\n]+)`")


def page_direction(text: str) -> str:
    """Return which way a page runs, by its letters: ``rtl`` or ``ltr``."""
    sample = text[:_SAMPLE]
    own = len(RIGHT_TO_LEFT.findall(sample))
    return "rtl" if own * _MARKUP_SHARE > len(_LETTER.findall(sample)) else "ltr"


def wikitext(text: str, direction: str) -> str:
    """Return wikitext as HTML, what cannot be seen made visible.

    In a line that runs from the right, tags and addresses are kept in one piece from the left.
    """
    return "".join(
        f'<bdi dir="ltr">{_visible(part)}</bdi>' if place % 2 else _visible(part)
        for place, part in enumerate(tags_apart(text, direction))
    )


def _visible(text: str) -> str:
    if visible(text) == text:
        return escape(text)
    return "".join(_run(char, sum(1 for _ in same)) for char, same in groupby(text))


def _run(char: str, number: int) -> str:
    """Return a character as HTML so many times; many that cannot be seen are counted instead."""
    seen = visible(char)
    if seen == char:
        return escape(char) * number
    name = escape(seen.strip("<>"))
    if number > _MANY:
        return f'<b class="c">{name} ×{number}</b>'
    return f'<b class="c">{name}</b>' * number


def plain(text: str) -> str:
    """Return text as HTML, on one line and in a direction of its own."""
    return f"<bdi>{escape(visible(text))}</bdi>"


def apart(said: Callable[[Callable[[str], str]], str]) -> str:
    """Return a sentence as HTML, what is from the page in a direction of its own.

    Args:
        said: makes the sentence, given what each text from the page passes through.
    """
    sentence = said(lambda value: isolated(_cut(value)))
    # What was not passed through may hold such marks too: only pairs make an element.
    pieces = []
    behind = 0
    for match in _ISOLATED.finditer(sentence):
        before, inside = sentence[behind : match.start()], match[2]
        pieces.append(escape(visible(before)))
        pieces.append(f"<bdi{_DIRECTIONS[match[1]]}>{escape(visible(inside))}</bdi>")
        behind = match.end()
    return "".join([*pieces, escape(visible(sentence[behind:]))])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def manual(markdown: str) -> str:
    """Return a section of a manual as HTML: its paragraphs, code and blocks of code."""
    parts = _FENCE.split(f"{visible_lines(markdown)}\n")
    made = []
    for place, part in enumerate(parts):
        if place % 2:
            made.append(f'<pre dir="auto">{escape(part)}</pre>')
        else:
            made += [f"<p>{_inline(each)}</p>" for each in _PARAGRAPH.split(part) if each.strip()]
    return "".join(made)


def _inline(text: str) -> str:
    return _CODE.sub(r'<code dir="auto">\1</code>', escape(text.strip()))

"""Markup in running text, and what a reader sees in its place.

The text looked at is the page's own (see `homs_wiki.page.prose.own`). What needs more than a look
at one place, files and external links, is covered before (see `homs_wiki.page.prose.covers`).
"""

import re

from homs_wiki.profile import Profile
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import decode_entities
from homs_wiki.syntax.flat import COVER, HOLE
from homs_wiki.syntax.html_tags import ALLOWED

OBJECT = "\ufffc"
"""Stands for what a reader sees and the wikitext does not tell: a template, a formula."""

BREAK = "\n\n"
"""Stands between two blocks."""

FIRST_COVER = "\4"
"""Begins each stretch that was covered; the rest of it are COVER."""

# Every alternative begins with a literal, which lets `re` skip quickly to what can begin one.
# Attributes of a cell, up to the pipe before its text. Nothing is looked at twice: neither class
# runs over the mark that it follows.
_CELL = r"(?:[^][|\n]*+\|(?!\|)|)"
_HEADER = r"(?:[^][|!\n]*+\|(?!\|)|)"
split_at_markup = compiled(
    rf"""(
        \n(?: [*#:;]+[ \t]*
            | -{{4,}}
            | [ \t:]*\{{\|[^\n]*
            | [ \t]*(?: \|(?: [}}+] | -[^\n]* | {_CELL} ) | !{_CELL} )
          )
        | \|\|{_CELL} | !!{_HEADER}
        | \[\[(?:[^][|\n{{}}<>]*+\||) | \]\]
        | ''+
        | </?[A-Za-z][^<>\n]*>
        | &(?:[A-Za-z][A-Za-z0-9]*|\#[0-9]+|\#[xX][0-9A-Fa-f]+);
        | __[^\W_]+__
        | {HOLE} | {FIRST_COVER}{COVER}*
    )""",
    re.VERBOSE,
).split
"""Splits a flat text: what a reader sees as it stands, and in turn with it, what is markup."""

# Tags that begin or end a block, and those that break a line.
_BLOCK_TAGS = frozenset(
    {
        "blockquote", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5",
        "h6", "hr", "li", "ol", "p", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_TAG_NAME = compiled(r"</?([A-Za-z][A-Za-z0-9]*)")


def shown_for(mark: str, profile: Profile) -> str:
    """Return what a reader sees in the place of a mark; the mark itself if it is no markup.

    Not for marks of lines, holes and covers, which depend on more than themselves.
    """
    first = mark[0]
    if first in "'[]":
        return ""
    if first == "<":
        return _shown_for_tag(mark)
    if first == "&":
        return decode_entities(mark)
    if first == "_":
        return "" if profile.switch(mark) else mark
    return mark


def _shown_for_tag(mark: str) -> str:
    match = _TAG_NAME.match(mark)
    name = match[1].lower() if match else ""
    if name not in ALLOWED:
        return mark
    if name in _BLOCK_TAGS:
        return BREAK
    return "\n" if name == "br" else ""

"""Links whose target or text is written in an odd way, found in one go over the page.

Of some thousand links on a page a few are odd, so one expression picks them out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.links._places import link_opened_at
from homs_wiki.page.once import once
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from homs_wiki.syntax import Document

# Behind the target: its own words again and the letters behind them, a text that is blank, has a
# second pipe, or has a blank or a mark at its ends; without a text a blank at the target's ends.
_ODD = lazily(
    r"""
    \[\[ (?P<target>[^][{}<>|\n\0-\4]*+)
    (?: \]\] (?<=[ ]\]\]) (?P<edge_of_target>)
      | \| (?: (?i:(?P<same>(?P=target))) (?P<letters>[^\W\d_]*+) \]\]
             | (?P<pipe>[^][|\n\0]*+\|)
             | (?P<blank>[ \t]*+) \]\]
             | (?P<mark>[^][|\n\0]*+(?<=[,;،؛])) \]\]
             | (?P<edge> [ ][^][|\n\0]*+ | [^][|\n\0]*+(?<=[ ]) ) \]\]
           )
    )
    | \[\[[ ] (?P<edge_before>)
    """,
    re.VERBOSE,
)


class OddLink(NamedTuple):
    """A link that is written in an odd way.

    Attributes:
        what: "same" (the text is the target, perhaps with letters behind it), "pipe", "blank",
            "mark", "edge", or "trick" for ``[[target|]]``, which is no link.
        span: where it stands, its brackets included.
        target: the target as written, blanks at its ends left out.
        label: the text as written, blanks at its ends left out; the target if there is none.
        letters: what stands behind the target's own words.
    """

    what: str
    span: Span
    target: str
    label: str
    letters: str = ""


@once
def odd_links(document: Document) -> list[OddLink]:
    """Return the links of a page that are written in an odd way, no files among them."""
    flat = document.flat
    found: list[OddLink] = []
    for match in _ODD.finditer(flat.text):
        what = _WHAT[match.lastgroup or ""]
        link = link_opened_at(document, match.start())
        if link is None:
            if what == "blank" and match["target"].strip():
                span = Span(*flat.span(*match.span()))
                found.append(OddLink("trick", span, match["target"].strip(), ""))
        elif not link.gallery and link.kind in ("link", "interwiki"):
            span = Span(link.start, link.end)
            if "<" not in document.text[slice(*span)]:  # no comment in it that a fix would drop
                label = link.target if link.label is None else link.label
                letters = match["letters"] or ""
                found.append(OddLink(what, span, link.target.strip(), label.strip(), letters))
    return found


_WHAT = {
    "edge_of_target": "edge",
    "edge_before": "edge",
    "edge": "edge",
    "same": "same",
    "letters": "same",
    "pipe": "pipe",
    "blank": "blank",
    "mark": "mark",
}


def is_same(target: str, label: str) -> bool:
    """Tell whether a text shows what the target alone would show, but for its first letter's case.

    A leading colon would be shown, and a fragment should not be, so those are never the same.
    """
    return (
        target[1:] == label[1:]
        and target[:1].lower() == label[:1].lower()
        and target[:1] not in (":", "#", "/")
    )


def written(target: str, label: str) -> str:
    """Return the link to ``target`` that shows ``label``, without a pipe if none is needed."""
    return f"[[{label}]]" if is_same(target, label) else f"[[{target}|{label}]]"

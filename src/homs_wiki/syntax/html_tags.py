"""HTML tags: those that MediaWiki lets through.

Followed is what MediaWiki 1.39 shows: a tag is ``<``, perhaps ``/``, one of the names of `ALLOWED`
in any case, then white space, ``/`` or ``>``, and whatever stands up to the next ``>`` (no quote
protects it, but a ``<`` before it spoils the tag). Anything else is text. ``<div/>`` opens a
``div`` as ``<div>`` does; ``</br>`` is ``<br>``.
"""

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.attributes import read_attributes
from homs_wiki.syntax.flat import BORDER, FlatText
from homs_wiki.syntax.stretch import Stretch

ALLOWED = frozenset({
    "abbr", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code",
    "data", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "ins", "kbd", "li", "link", "mark", "meta", "ol", "p", "q", "rb", "rp", "rt",
    "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "td",
    "th", "time", "tr", "tt", "u", "ul", "var", "wbr",
})  # fmt: skip
"""Names in lower case. ``link`` and ``meta`` are tags only with ``itemprop``."""

VOID = frozenset({"br", "hr", "link", "meta", "wbr"})
"""Tags that hold nothing and have no closing tag."""

OPTIONAL_END = frozenset({"dd", "dt", "li", "p", "rb", "rp", "rt", "rtc", "td", "th", "tr"})
"""Tags that HTML closes by itself where another one begins or the one around them ends."""

TAG = r"<(/?)([A-Za-z][A-Za-z0-9]*+)(?=[\s/>])([^<>\0]*)>"
"""Pattern of what may be a tag in a flat text: its slash, name and rest."""

_find = compiled(TAG).finditer


class HtmlTag(Stretch):
    """One tag.

    Attributes:
        source: the text of the whole page.
        start: the offset of its ``<``.
        end: the offset behind its ``>``.
        name: in lower case.
        kind: "open", "close", "self-closing" (written with ``/>``) or "void".
        partner: the place of the other tag of the pair in the document's list; None if it has none.
    """

    __slots__ = ("end", "kind", "name", "partner", "source", "start")

    def __init__(self, source: str, start: int, end: int, name: str, kind: str) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.name = name
        self.kind = kind
        self.partner: int | None = None

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of its attributes stand, by lower-case name."""
        start = self.source.find(self.name[-1], self.start) if self.kind == "close" else self.start
        return read_attributes(self.source, start + 1 + len(self.name), self.end - 1)

    def __repr__(self) -> str:
        return f"<HtmlTag {self.start}–{self.end} {self.text!r}>"


def find_html_tags(source: str, flat: FlatText) -> list[HtmlTag]:
    """Return all tags in order of their start, with their partners.

    A closing tag belongs to the last open tag of its name in the same stretch of text; what was
    opened between the two stays without a partner.

    Args:
        source: the page.
        flat: its flat text.
    """
    text = flat.text
    tags: list[HtmlTag] = []
    pairs: list[tuple[HtmlTag, HtmlTag]] = []
    open_tags: list[HtmlTag] = []
    open_names: dict[str, int] = {}
    done = 0
    for match in _find(text):
        name = match[2].lower()
        if name not in ALLOWED or (name in ("link", "meta") and "itemprop" not in match[3]):
            continue
        if text.find(BORDER, done, match.start()) >= 0:
            open_tags.clear()
            open_names.clear()
        done = match.end()
        tag = HtmlTag(source, *flat.span(*match.span()), name, _kind(name, match[1], match[3]))
        tags.append(tag)
        if tag.kind == "open":
            open_tags.append(tag)
            open_names[name] = open_names.get(name, 0) + 1
        elif tag.kind == "close" and open_names.get(name):
            pairs.append((_take(open_tags, open_names, name), tag))
    tags.sort(key=lambda tag: tag.start)
    places = {id(tag): place for place, tag in enumerate(tags)}
    for first, last in pairs:
        first.partner = places[id(last)]
        last.partner = places[id(first)]
    return tags


def _kind(name: str, slash: str, rest: str) -> str:
    if name in VOID:
        return "void"
    if slash:
        return "close"
    return "self-closing" if rest.endswith("/") else "open"


def _take(open_tags: list[HtmlTag], open_names: dict[str, int], name: str) -> HtmlTag:
    """Take the last open tag of that name away, with all that was opened after it."""
    while True:
        tag = open_tags.pop()
        open_names[tag.name] -= 1
        if tag.name == name:
            return tag

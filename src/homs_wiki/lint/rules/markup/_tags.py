"""HTML tags that have no partner: which of them are unclosed, unopened, overlapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import ExtensionTag, Template, TemplateArgument
from homs_wiki.syntax.html_tags import OPTIONAL_END

if TYPE_CHECKING:
    from homs_wiki.syntax import Document
    from homs_wiki.syntax.html_tags import HtmlTag

FORMATTING = frozenset({
    "abbr", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var",
})  # fmt: skip
"""Tags that shape words in a line; the others make blocks."""

# Templates that open or close a tag for others, by the words in their names.
_OPENS = lazily(
    r"\b(?:begin|start|top|open|col|head|header|آغاز|بداية|شروع|début|inicio|anfang|начало)\b",
    re.IGNORECASE,
)
_CLOSES = lazily(
    r"\b(?:end|bottom|bot|btm|close|foot|footer|اختتام|نهاية|پایان|fin|ende|конец)\b",
    re.IGNORECASE,
)


class LooseTags(NamedTuple):
    """The tags of a page that have no partner.

    Attributes:
        unclosed: opening tags.
        unopened: closing tags.
        misnested: an opening and a closing tag that overlap with another pair, and the closing tag
            of that pair.
        doubled: two opening tags, the second of which was to close the first.
    """

    unclosed: list[HtmlTag]
    unopened: list[HtmlTag]
    misnested: list[tuple[HtmlTag, HtmlTag, HtmlTag]]
    doubled: list[tuple[HtmlTag, HtmlTag]]


@once
def loose_tags(document: Document) -> LooseTags:
    """Return the tags without a partner; nothing on pages that are made to be included."""
    found = LooseTags([], [], [], [])
    tags = document.html_tags
    singles = [
        place
        for place, tag in enumerate(tags)
        if tag.partner is None
        and (tag.kind == "open" or tag.kind == "close")
        and tag.name not in OPTIONAL_END
    ]
    if not singles or document.ignored:
        return found
    _Sorting(document, tags, found).run(singles)
    return found


class _Sorting:
    """Tells the tags without a partner apart."""

    def __init__(self, document: Document, tags: list[HtmlTag], found: LooseTags) -> None:
        self.document = document
        self.tags = tags
        self.found = found
        # From where on a template may have opened a tag, and up to where one may close it.
        self.first_opening = min(self._starts_of(_OPENS), default=len(document.text))
        self.last_closing = max(self._starts_of(_CLOSES), default=-1)

    def run(self, singles: list[int]) -> None:
        """Sort the tags at ``singles`` in the list of all tags."""
        # What is open: by name and place in the structure, the last tag of it.
        waiting: dict[tuple[str, int], int] = {}
        for place in singles:
            tag = self.tags[place]
            node = self.document.enclosing(tag.start)
            if isinstance(node, TemplateArgument) or _is_function(self.document, node):
                continue
            key = (tag.name, node.index if node else -1)
            earlier = waiting.pop(key, None)
            if tag.kind == "open":
                if earlier is not None and self._same_line(earlier, place):
                    self.found.doubled.append((self.tags[earlier], tag))
                    continue
                if earlier is not None:
                    self._unclosed(self.tags[earlier])
                waiting[key] = place
            elif earlier is None or not self._overlap(earlier, place):
                if earlier is not None:
                    self._unclosed(self.tags[earlier])
                self._unopened(tag, node)
        for place in waiting.values():
            self._unclosed(self.tags[place])

    def _same_line(self, first: int, last: int) -> bool:
        start, end = self.tags[first].end, self.tags[last].start
        return self.tags[first].name in FORMATTING and not _has_break(self.document, start, end)

    def _overlap(self, first: int, last: int) -> bool:
        """Note two tags of one name as overlapping if a pair ends between them."""
        opening, closing = self.tags[first], self.tags[last]
        if _has_break(self.document, opening.end, closing.start):
            return False
        for tag in reversed(self.tags[first + 1 : min(last, first + _FEW)]):
            if tag.kind == "close" and tag.partner is not None and tag.partner < first:
                self.found.misnested.append((opening, closing, tag))
                return True
        return False

    def _unclosed(self, tag: HtmlTag) -> None:
        if tag.start > self.last_closing:
            self.found.unclosed.append(tag)

    def _unopened(self, tag: HtmlTag, node: object) -> None:
        if isinstance(node, Template):
            # An "=" in its opening tag made that the name of a parameter.
            start = max(node.start, tag.start - _REACH)
            if self.document.text.find(f"<{tag.name}", start, tag.start) >= 0:
                return
        if tag.start < self.first_opening:
            self.found.unopened.append(tag)

    def _starts_of(self, names: re.Pattern[str]) -> list[int]:
        """Return where the templates of such names begin."""
        return [each.start for each in self.document.templates if names.search(each.written_name)]


# How many tags are looked at between two that may overlap.
_FEW = 20


def _is_function(document: Document, node: object) -> bool:
    return (
        isinstance(node, Template)
        and bool(node.written_name)
        and document.profile.is_parser_function(node.written_name)
    )


def _has_break(document: Document, start: int, end: int) -> bool:
    """Tell whether a line ends between two offsets of the page, or a cell of a table."""
    text = document.text
    return text.find("\n", start, end) >= 0 or text.find("||", start, end) >= 0


def in_code(document: Document, start: int) -> bool:
    """Tell whether what stands at an offset is shown as code on its line, or in a tag."""
    text = document.text
    reach = max(0, start - _REACH)
    line = max(text.rfind("\n", reach, start) + 1, reach)
    found = _CODE.findall(text, line, start)
    return bool(found) and not found[-1]


_CODE = lazily(r"<(/?)(?:code|kbd|samp|tt)\b[^<>]*>", re.IGNORECASE)
_REACH = 200


def raw_tag(document: Document, span: tuple[int, int]) -> bool:
    """Tell whether a span of the page is text, neither shown as code nor in an extension tag."""
    node = document.enclosing(span[0])
    if isinstance(node, ExtensionTag) and node.name not in ("ref", "references", "poem"):
        return False
    return not in_code(document, span[0])

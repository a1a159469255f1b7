"""What a reader sees of templates and extension tags."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from homs_wiki.page.by_name import ByName
from homs_wiki.page.prose.markup import BREAK, OBJECT, shown_for, split_at_markup
from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax import Document, ExtensionTag, Node, Template, TemplateArgument

# Templates whose text is certain, by concept: the parameter that holds it.
_TEXT_PARAMETER = {"lang": "2", "nowrap": "1"}
_FOREIGN = "lang"

# Templates that set a mark behind a word or show nothing at all, by concept.
_INVISIBLE = frozenset(
    {
        "citation_needed", "cite_check", "clarify", "clear", "dead_link", "defaultsort", "efn",
        "full_citation_needed", "italic_title", "note_label", "r", "refn", "rp", "sfn", "sfnm",
        "sfnp", "short_description", "unreliable_source", "use_dmy_dates", "use_mdy_dates",
        "use_ymd_dates", "when", "who",
    }
)  # fmt: skip

# Extension tags that a reader does not see where they stand, and those that are a block.
_NO_TEXT = frozenset(
    {"categorytree", "indicator", "ref", "references", "section", "templatedata", "templatestyles"}
)
_BLOCKS = frozenset({"gallery", "imagemap", "poem", "pre", "source", "syntaxhighlight", "timeline"})

Shown = tuple[str, int, int]
"""Text, and where the page has it: from … to."""


class Hole(NamedTuple):
    """What stands for a node.

    Attributes:
        shown: the pieces of text, in order.
        kind: of the block that it is, "" if it is part of the text around it.
        language: code of the language that the page says it is in, or "".
    """

    shown: list[Shown]
    kind: str = ""
    language: str = ""


class Holes:
    """What a reader sees of templates and extension tags."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._shown = _shown_for_names(document.profile)

    def template(self, template: Template) -> Hole | str:
        """Return what a reader sees of a template: a `Hole`, or simple text."""
        shown = self._shown(template)
        return _text_of(self._document, template) if shown is None else shown

    def tag(self, tag: ExtensionTag) -> Hole | str:
        """Return what a reader sees of an extension tag: a `Hole`, or simple text."""
        return "" if tag.name in _NO_TEXT else _tag(self._document, tag)


# Parser functions that set something, by MediaWiki's id.
_SETTING = frozenset({"defaultsort", "displaytitle"})


@cache
def _shown_for_names(profile: Profile) -> ByName[str | None]:
    return ByName(lambda name: _shown_for_name(profile, name), OBJECT)


def _shown_for_name(profile: Profile, name: str) -> str | None:
    """Return what a template of this name shows; None if one of its parameters says it."""
    concept = profile.concept(name)
    if concept in _TEXT_PARAMETER:
        return None
    if concept in _INVISIBLE or name[:5].lower() == "#tag:":
        return ""
    return "" if ":" in name and profile.parser_function(name) in _SETTING else OBJECT


def _text_of(document: Document, template: Template) -> Hole | str:
    """Return the text of a template that gives one of its parameters."""
    concept = document.profile.concept(template.name)
    parameter = template.get(_TEXT_PARAMETER.get(concept or "", ""))
    if not parameter:
        return OBJECT
    code = template.get("1") if concept == _FOREIGN else None
    language = code.value.strip() if code else ""
    inner = list(document.children(template))
    return Hole(list(_inside(document, inner, parameter.stripped_span)), "", language)


def _tag(document: Document, tag: ExtensionTag) -> Hole | str:
    if tag.inner_span is None or tag.name not in ("nowiki", "poem", "gallery"):
        return BREAK if tag.name in _BLOCKS else OBJECT
    start, end = tag.span
    first, last = tag.inner_span
    if tag.name == "nowiki":
        return Hole([(document.text[first:last], first, last)])
    if tag.name == "gallery":
        shown = list(_captions(document, tag, first, last))
        return Hole([(BREAK, start, first), *shown, (BREAK, last, end)], "caption")
    text = list(_inside(document, list(document.children(tag)), tag.inner_span))
    return Hole([(BREAK, start, first), *text, (BREAK, last, end)], "quote")


def _captions(document: Document, tag: ExtensionTag, start: int, end: int) -> Iterator[Shown]:
    """Yield the captions of a gallery: what follows the first pipe of each line."""
    text = document.text
    inner = list(document.children(tag))
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        pipe = text.find("|", start, line_end)
        if pipe >= 0:
            yield from _inside(document, inner, Span(pipe + 1, line_end))
            yield (BREAK, line_end, line_end)
        start = line_end + 1


def _inside(document: Document, nodes: list[Node], span: Span) -> Iterator[Shown]:
    """Yield the text of a span; the ``nodes`` that stand in it are cut or an object."""
    position, end = span
    for index in range(bisect_left(nodes, position, key=lambda node: node.start), len(nodes)):
        node = nodes[index]
        if node.end > end:
            break
        yield from _plain(document, position, node.start)
        if isinstance(node, Template | TemplateArgument):
            yield (OBJECT, node.start, node.end)
        position = node.end
    yield from _plain(document, position, end)


def _plain(document: Document, start: int, end: int) -> Iterator[Shown]:
    """Yield the text of a stretch without nodes, its markup taken out."""
    position = start
    for number, part in enumerate(split_at_markup(document.text[start:end])):
        shown = part
        if number % 2:
            shown = "\n" if part[0] == "\n" else shown_for(part, document.profile)
        if shown:
            yield (shown, position, position + len(part))
        position += len(part)

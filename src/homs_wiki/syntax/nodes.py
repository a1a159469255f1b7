"""The nodes of the preprocessor: what stands where in a page.

Nodes are slotted and flat: they stand in one list in order of their start, the outer before the
inner, and know each other by their place in it. All offsets are code points of the whole page.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.stretch import Stretch

_T = TypeVar("_T")

_COMMENT = compiled(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# A title has at most 255 bytes; around it and in it there may be white space and comments.
_LONGEST_NAME = 400
# How MediaWiki reads the attributes of a tag: a name, then perhaps a value, quoted or bare.
_ATTRIBUTE = compiled(
    r"""([^\s=/>"'<]+)
    (?: \s*=\s* (?: "([^"]*)(?:"|\Z) | '([^']*)(?:'|\Z) | ([^\s"'>][^\s>]*) ) )?""",
    re.VERBOSE,
)


def without_comments(text: str) -> str:
    """Return ``text`` without its comments, as MediaWiki drops them from names."""
    return _COMMENT.sub("", text) if "<!--" in text else text


def folded_name(written: str) -> str:
    """Return the name of a template without comments and with every white space and "_" folded."""
    return " ".join(without_comments(written).replace("_", " ").split())


def decode_entities(text: str) -> str:
    """Return ``text`` with its HTML character references decoded."""
    if "&" not in text:
        return text
    # The same short ones come again and again.
    return _decoded(text) if len(text) < _SHORT else _unescape(text)


def _unescape(text: str) -> str:
    from html import unescape  # its table of entities would slow down every start-up

    return unescape(text)


_decoded = lru_cache(maxsize=1024)(_unescape)
_SHORT = 32


class Node(Stretch):
    """Something the preprocessor found.

    Attributes:
        source: the text of the whole page.
        start: where it begins.
        end: where it ends.
        index: its place in the document's list of nodes.
        parent: the place of the innermost node around it, -1 if there is none.
        after: the place behind its last descendant: ``nodes[index + 1 : after]`` are inside it.
    """

    __slots__ = ("after", "end", "index", "parent", "source", "start")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    index: int
    parent: int
    after: int

    def __repr__(self) -> str:
        shown = self.text if self.end - self.start <= 40 else self.text[:39] + "…"
        return f"<{type(self).__name__} {self.start}–{self.end} {shown!r}>"


class Parameter:
    """One parameter of a template: what stands between two pipes.

    Attributes:
        source: the text of the whole page.
        start: the offset behind the pipe.
        end: the offset of the next pipe or of the closing braces.
        equals: the offset of the "=" between name and value; None in a positional parameter.
        name: without comments and surrounding white space; "1", "2", … in a positional one.
    """

    __slots__ = ("end", "equals", "name", "source", "start")

    def __init__(self, source: str, start: int, equals: int | None, end: int, name: str) -> None:
        self.source = source
        self.start = start
        self.equals = equals
        self.end = end
        self.name = name

    @property
    def span(self) -> Span:
        """The whole parameter, without the pipe before it."""
        return Span(self.start, self.end)

    @property
    def name_span(self) -> Span:
        """The name as written, with white space; empty in a positional parameter."""
        return Span(self.start, self.start if self.equals is None else self.equals)

    @property
    def value_span(self) -> Span:
        """The value as written, with the white space around it."""
        return Span(self.start if self.equals is None else self.equals + 1, self.end)

    @property
    def value(self) -> str:
        """The value as written, with the white space around it."""
        return self.source[self.start if self.equals is None else self.equals + 1 : self.end]

    @property
    def stripped_span(self) -> Span:
        """The value without the white space around it; empty at the value's end if it is blank."""
        # Not by a copy of the value: those of nested templates hold all that is inside them.
        source = self.source
        start, end = self.value_span
        while start < end and source[start].isspace():
            start += 1
        while end > start and source[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def __repr__(self) -> str:
        return f"<Parameter {self.name!r} {self.start}–{self.end}>"


class _WithParts(Node):
    """Braces around a name and parts.

    Attributes:
        written_name: the name as written, for looking it up; empty if it is too long for the title
            of a page. (The name of nested braces without end may be as long as the page.)
    """

    __slots__ = ("_name_start", "_parameters", "_parts", "written_name")

    _closing = 2

    def __init__(
        self, source: str, start: int, end: int, name_start: int, parts: list[int]
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self._name_start = name_start
        # Offsets: where each part starts and where its "=" stands, -1 if it has none.
        self._parts = parts
        self._parameters: list[Parameter] | None = None
        name_end = parts[0] - 1 if parts else end - self._closing
        self.written_name = (
            source[name_start:name_end] if name_end - name_start <= _LONGEST_NAME else ""
        )

    @property
    def name_span(self) -> Span:
        """The name as written, with the white space around it."""
        return Span(self._name_start, self._name_end)

    @property
    def _name_end(self) -> int:
        parts = self._parts
        return parts[0] - 1 if parts else self.end - self._closing

    @property
    def name(self) -> str:
        """The name: no comments, no surrounding white space, inner white space and "_" folded."""
        return folded_name(self.source[self._name_start : self._name_end])

    @property
    def parameter_count(self) -> int:
        """How many parameters it has, told without reading them."""
        return len(self._parts) // 2

    @property
    def parameters(self) -> list[Parameter]:
        """Its parameters in the order written."""
        if self._parameters is None:
            self._parameters = self._read_parameters()
        return self._parameters

    def _read_parameters(self) -> list[Parameter]:
        source, parts = self.source, self._parts
        found = []
        position = 0
        ends = [start - 1 for start in parts[2::2]]
        ends.append(self.end - self._closing)
        for start, equals, end in zip(parts[::2], parts[1::2], ends, strict=False):
            if equals < 0:
                position += 1
                found.append(Parameter(source, start, None, end, str(position)))
            else:
                name = source[start:equals].strip()
                if "<!--" in name:
                    name = without_comments(name).strip()
                found.append(Parameter(source, start, equals, end, name))
        return found

    def values_of(self, meanings: Mapping[str, _T | None]) -> list[tuple[_T, int, int]]:
        """Return where the values of some named parameters stand, at less cost than `parameters`.

        Args:
            meanings: what a parameter is by its name as written, white space and comments
                included; None for one that is not wanted. Very long names are not asked for.

        Returns:
            For each of them in the order written: what it is, start and end of the raw value.
        """
        source, parts = self.source, self._parts
        found: list[tuple[_T, int, int]] = []
        for index in range(1, len(parts), 2):
            start, equals = parts[index - 1], parts[index]
            if 0 <= equals - start <= _LONGEST_NAME:
                meaning = meanings[source[start:equals]]
                if meaning is not None:
                    is_last = index + 1 == len(parts)
                    end = self.end - self._closing if is_last else parts[index + 1] - 1
                    found.append((meaning, equals + 1, end))
        return found

    def get(self, name: str) -> Parameter | None:
        """Return the parameter of that name that MediaWiki uses: the last one; None if none."""
        for parameter in reversed(self.parameters):
            if parameter.name == name:
                return parameter
        return None


class Template(_WithParts):
    """``{{name|parameter|name=value}}``, parser functions and variables included."""

    __slots__ = ()


class TemplateArgument(_WithParts):
    """``{{{name|default}}}``, the place of a parameter inside a template."""

    __slots__ = ()

    _closing = 3


class ExtensionTag(Node):
    """``<ref>…</ref>`` and the like: a tag that an extension of the wiki handles.

    Attributes:
        name: in lower case.
        inner_span: what stands between the tags; None when there is one self-closing tag.
    """

    __slots__ = ("inner_span", "name")

    def __init__(self, source: str, start: int, end: int, name: str, inner: Span | None) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.name = name
        self.inner_span = inner

    @property
    def inner(self) -> str:
        """What stands between the tags; nothing when it is self-closing."""
        return self.source[slice(*self.inner_span)] if self.inner_span else ""

    @property
    def opening_span(self) -> Span:
        """The opening tag, or the whole self-closing one."""
        return Span(self.start, self.inner_span.start if self.inner_span else self.end)

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, character references decoded; the last of a name wins."""
        return {
            name: decode_entities(self.source[start:end])
            for name, (start, end) in self.attribute_spans.items()
        }

    @property
    def attribute_spans(self) -> dict[str, Span]:
        """Where the values of the attributes stand, without quotes; empty for a bare name."""
        start, end = self.opening_span
        start += 1 + len(self.name)
        end -= 1 if self.inner_span else 2
        spans = {}
        for match in _ATTRIBUTE.finditer(self.source, start, end):
            group = match.lastindex or 1
            value = match.span(group) if group > 1 else (match.end(), match.end())
            spans[match.group(1).lower()] = Span(*value)
        return spans


class Comment(Node):
    """``<!-- … -->``, or an unclosed one to the end of its text.

    Attributes:
        taken: what MediaWiki takes out with it: the comment, or the line on which nothing but
            comments stands.
    """

    __slots__ = ("taken",)

    def __init__(self, source: str, start: int, end: int, taken: Span) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.taken = taken


class Ignored(Node):
    """Include tags, which do nothing on the page itself, and a whole ``<includeonly>``."""

    __slots__ = ()


class Heading(Node):
    """A line ``== title ==``, to the end of the line, trailing comments included.

    Attributes:
        level: 1 to 6.
        title_span: the title as written, with white space.
        possible: it stands inside a template or an extension tag and is no section of the page.
    """

    __slots__ = ("level", "possible", "title_span")

    def __init__(
        self, source: str, start: int, end: int, level: int, title: Span, possible: bool
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.level = level
        self.title_span = title
        self.possible = possible

    @property
    def title(self) -> str:
        """The title's wikitext without surrounding white space."""
        return self.source[slice(*self.title_span)].strip()

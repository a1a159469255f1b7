"""The own text of a page: without what the preprocessor takes out or puts in."""

from homs_wiki.page.prose.holes import Hole, Holes
from homs_wiki.page.prose.markup import BREAK, OBJECT
from homs_wiki.syntax import Comment, Document, ExtensionTag, Heading, Template, TemplateArgument
from homs_wiki.syntax.flat import HOLE, FlatText

_BLANKS = " \t"


class OwnText:
    """The text of a page that stands in no template and no extension tag.

    Comments and references are gone, a heading is an empty line, a template an object (U+FFFC), or
    a `HOLE` if there is text in it. Links, tables and the rest are as they are written.

    Attributes:
        flat: the text, and where it stands on the page.
        holes: what stands for each `HOLE`, by its offset in the text.
    """

    def __init__(self, document: Document) -> None:
        self.holes: dict[int, Hole] = {}
        self._text = document.text
        self._pieces: list[tuple[int, int, str]] = []
        self._length = 0
        self._position = 0
        self._read(document)
        end = len(self._text)
        self._put(end, end, "")
        self.flat = FlatText(self._text, self._pieces)

    def _read(self, document: Document) -> None:
        """Walk over the nodes that stand in no other."""
        nodes = document.nodes
        holes = Holes(document)
        index = 0
        while index < len(nodes):
            node = nodes[index]
            index = node.after
            shown: Hole | str = ""
            kind = type(node)
            if kind is Template:
                shown = holes.template(node)  # type: ignore[arg-type]
            elif kind is ExtensionTag:
                shown = holes.tag(node)  # type: ignore[arg-type]
            elif kind is Heading:
                shown = BREAK
            elif kind is TemplateArgument:
                shown = OBJECT
            elif kind is Comment:
                self._comment(node.start, node.end)
                continue
            self._put(node.start, node.end, shown)

    def _put(self, start: int, end: int, shown: Hole | str) -> None:
        """Take the text up to ``start`` as it stands, and what is shown from there to ``end``."""
        position = self._position
        if position < start:
            self._pieces.append((position, start, self._text[position:start]))
            self._length += start - position
        self._position = end
        if shown:
            if isinstance(shown, Hole):
                self.holes[self._length] = shown
                shown = HOLE
            self._pieces.append((start, end, shown))
            self._length += len(shown)

    def _comment(self, start: int, end: int) -> None:
        """Take out a comment, and its line if nothing but comments stands on it."""
        if start < self._position:
            return  # gone with its line
        text = self._text
        line = start
        while line > self._position and text[line - 1] in _BLANKS:
            line -= 1
        behind = end
        if line == 0 or text[line - 1] == "\n":
            behind = self._behind_comments(end)
            if behind < len(text) and text[behind] == "\n":
                start, end = line, behind + 1
        self._put(start, end, "")

    def _behind_comments(self, position: int) -> int:
        """Return where something else than blanks and comments begins."""
        text = self._text
        while True:
            while position < len(text) and text[position] in _BLANKS:
                position += 1
            close = text.find("-->", position + 4) if text.startswith("<!--", position) else -1
            if close < 0:
                return position
            position = close + 3

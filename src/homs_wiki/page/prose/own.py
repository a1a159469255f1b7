"""The own text of a page: without what the preprocessor takes out or puts in."""

from homs_wiki.page.prose.holes import Hole, Holes
from homs_wiki.page.prose.markup import BREAK, OBJECT
from homs_wiki.syntax import Comment, Document, ExtensionTag, Heading, Template, TemplateArgument
from homs_wiki.syntax.flat import HOLE, FlatText


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
                start, end = node.taken  # type: ignore[attr-defined]
                if start >= self._position:  # others on its line are gone with the first
                    self._put(start, end, "")
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

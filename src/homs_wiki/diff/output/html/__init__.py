"""The format ``html``: one page that needs nothing else, to read, to print and to send.

Style and script are part of the page, and its Content Security Policy names them by their hashes:
whatever a compared page holds, nothing else can run and nothing can be fetched. Without scripting
the page has all it shows; the script adds the keyboard.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.diff.output.html.model import Cell, FileView
from homs_wiki.report import look, template
from homs_wiki.source.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Template
    from markupsafe import Markup

    from homs_wiki.diff.output.compared import ComparedFile, Trouble

_MARKS = {
    "equal": ("", ""),
    "removed": ("<del>", "</del>"),
    "added": ("<ins>", "</ins>"),
    "gap": ('<span class="gap" lang="en" dir="ltr">… ', " not shown …</span>"),
}

CONTEXT = 2
"""How many unchanged lines stand around a change; in wikitext a line is a paragraph."""


class HtmlFormat:
    """The HTML format.

    The page begins with a summary of all files, so it is written when the last one is known.
    """

    __slots__ = ("_context", "_files")

    def __init__(self, *, colour: bool = False, context: int | None = None) -> None:  # noqa: ARG002 - the reader's browser decides
        self._context = CONTEXT if context is None else context
        self._files: list[FileView] = []

    def start(self) -> str:
        """Return nothing: see `finish`."""
        return ""

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Take a file in; yield nothing."""
        if compared.differs:
            self._files.append(FileView(compared, len(self._files) + 1, self._context))
        return iter(())

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:
        """Return the page."""
        return _template().render(
            files=self._files,
            changes=sum(file.changes for file in self._files),
            troubles=troubles,
            look=look(__package__, "page.css", "page.js"),
        )


@cache
def _template() -> Template:
    return template(__package__, "page.html", visible=visible, cell=_cell)


def _cell(cell: Cell, classes: str, language: str) -> Markup:
    """Return a cell as HTML; a filter, for a macro is slow where there are very many."""
    from markupsafe import Markup, escape

    pieces = [f'<bdi class="t {classes}" lang="{escape(language)}" dir="{cell.direction}">']
    for kind, parts in cell.bits:
        opening, closing = _MARKS[kind]
        pieces.append(opening)
        for place, part in enumerate(parts):
            text = escape(part)
            pieces.append(f'<bdi dir="ltr">{text}</bdi>' if place % 2 else text)
        pieces.append(closing)
    pieces.append("</bdi>")
    return Markup("".join(pieces))  # noqa: S704 - all that comes from a page is escaped above

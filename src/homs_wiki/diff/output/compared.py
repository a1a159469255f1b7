"""What every output format is given, and what it must be able to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.diff.comparison import Comparison
    from homs_wiki.source import SourceFile


class ComparedFile(NamedTuple):
    """A page that was compared.

    Attributes:
        old_name: the path of the old side, as a patch should name it.
        new_name: the same of the new side.
        old: what the old side holds; None if there was no such page.
        new: what the new side holds; None if there is no such page any more.
        comparison: of the two pages.
        old_label: what people call the old side, such as the name of a revision; may be empty.
        new_label: the same of the new side.
        renamed: whether somebody gave the page another name between the two.
    """

    old_name: str
    new_name: str
    old: SourceFile | None
    new: SourceFile | None
    comparison: Comparison
    old_label: str = ""
    new_label: str = ""
    renamed: bool = False

    @property
    def differs(self) -> bool:
        """Whether anything differs: the name, text, byte order mark, line ends, or a side."""
        return self.renamed or self.file_differs

    @property
    def file_differs(self) -> bool:
        """Whether the files differ, whatever their names are."""
        old, new = self.old, self.new
        if old is None or new is None:
            return old is not new
        return old.original != new.original or old.has_bom != new.has_bom

    @property
    def name(self) -> str:
        """The path of the page as it is now, or was."""
        return self.old_name if self.new is None else self.new_name

    @property
    def notes(self) -> list[str]:
        """Sentences about what differs in the files and not in the wikitext."""
        return [*self._presence(), *self._encoding()]

    def _presence(self) -> Iterator[str]:
        if self.old is None and self.new is not None:
            yield "The page is new."
        elif self.new is None and self.old is not None:
            yield "The page is gone."
        elif self.renamed and not self.file_differs:
            yield "The page was renamed; its text is the same."

    def _encoding(self) -> Iterator[str]:
        old, new = self.old, self.new
        if old is None or new is None:
            return
        if old.has_bom != new.has_bom:
            yield f"The byte order mark was {'removed' if old.has_bom else 'added'}."
        before, after = line_ends(old), line_ends(new)
        if before != after and "none" not in (before, after):
            yield f"The line ends changed from {before} to {after}."
        elif old.text == new.text and old.original != new.original:
            yield "Some line ends changed."


def line_ends(source: SourceFile) -> str:
    """Return which line ends a file has: ``LF``, ``CRLF``, ``CR``, ``none`` or ``mixed``."""
    text = source.original
    crlf = text.count("\r\n")
    found = {"LF": text.count("\n") - crlf, "CRLF": crlf, "CR": text.count("\r") - crlf}
    kinds = [name for name, count in found.items() if count]
    if len(kinds) > 1:
        return "mixed"
    return kinds[0] if kinds else "none"


class Trouble(NamedTuple):
    """A page that could not be compared, in a sentence for people."""

    name: str
    message: str


class Format(Protocol):
    """A way to show comparisons: what to write first, for each file as it is done, and last."""

    def start(self) -> str:
        """Return what stands before all files."""
        ...

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Yield what is written for one file, in pieces; nothing for one without a difference."""
        ...

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:
        """Return what stands after all files; ``troubles`` are what could not be compared."""
        ...

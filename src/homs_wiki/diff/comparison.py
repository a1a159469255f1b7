"""Two revisions of a page, compared."""

from functools import cached_property
from typing import TYPE_CHECKING

from homs_wiki.diff.text import TextDiff, compare_texts
from homs_wiki.page import Page

if TYPE_CHECKING:
    from homs_wiki.diff.changes import Change


class Comparison:
    """Two views of what changed, each made when first asked for.

    Attributes:
        old: the old page; None if there was none.
        new: the new page; None if there is none any more.
    """

    def __init__(self, old: Page | None, new: Page | None) -> None:
        self.old = old
        self.new = new

    @cached_property
    def text(self) -> TextDiff:
        """Lines aligned, moved blocks found, and the words that changed in them."""
        return compare_texts(self.old.text if self.old else "", self.new.text if self.new else "")

    @cached_property
    def changes(self) -> "list[Change]":
        """What changed in an editor's terms, in the order of the new page."""
        from homs_wiki.diff.changes import read_changes

        return read_changes(self)

    def __repr__(self) -> str:
        return f"<Comparison {self.old!r} {self.new!r}>"


def compare(old: Page | None, new: Page | None) -> Comparison:
    """Compare two revisions of a page; None stands for a side that does not exist.

    Raises:
        ValueError: both sides are None.
    """
    if old is None and new is None:
        raise ValueError("there is nothing to compare: both sides are missing")
    return Comparison(old, new)

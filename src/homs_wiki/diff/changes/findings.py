"""Where the readers of changes put what they find."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.diff.changes.outline import Outline
from homs_wiki.diff.changes.passage import Passage, Side
from homs_wiki.page.references.names import normalised
from homs_wiki.source import Span

if TYPE_CHECKING:
    from homs_wiki.diff.comparison import Comparison
    from homs_wiki.profile import Profile


Spans = tuple[Span | None, Span | None]
"""Where something stands on the old and on the new page; None where it does not."""

_NO_DETAILS: Final[Mapping[str, str]] = {}
_NAME: Final = re.compile(
    r"""<ref\b[^>]*?\bname\s*=\s*(?:"([^">]*)|'([^'>]*)|([^\s>"'/][^\s>"']*?)(?=/?>|\s))""",
    re.IGNORECASE,
)
_MOST_SEARCHES: Final = 300
"""Each goes over the whole page."""


def _names(text: str) -> set[str]:
    return {normalised(match[match.lastindex or 0]) for match in _NAME.finditer(text)}


class Findings:
    """The changes found so far, and the two pages in which they are looked for.

    Attributes:
        outlines: where on the old and the new page things stand.
        old: the old page; empty if there was none.
        new: the new page.
        profile: the wiki.
        changes: what was found.
        are_related: whether the pages have so much in common that things can have moved in them.
        blank: where nothing but white space differs, to be told in the end.
        told: the places of all changes, those that were taken together with others included.
    """

    def __init__(self, comparison: "Comparison") -> None:
        pages = comparison.old, comparison.new
        old, new = (page.document if page else None for page in pages)
        self.outlines = Outline(old), Outline(new)
        self.old, self.new = (page.text if page else "" for page in pages)
        self.profile: Profile = next(page.profile for page in pages if page)
        self.changes: list[Change] = []
        self.blank: list[tuple[Span, Span]] = []
        self.told: list[Spans] = []
        self.are_related = True
        self._searches = 0
        self._renamed: dict[tuple[str, str], tuple[list[Change], list[Change]]] = {}

    def passages(self, old: Span, new: Span) -> tuple[Passage, Passage]:
        """Return a stretch of the old page and one of the new page, taken apart."""
        return self.passage(old, on_new=False), self.passage(new, on_new=True)

    def passage(self, span: Span, *, on_new: bool) -> Passage:
        """Return a stretch of one page, taken apart; it cuts no node."""
        text = (self.new if on_new else self.old)[span.start : span.end]
        return Passage(Side(text, span.start, self.profile), 0, len(text))

    @cached_property
    def names(self) -> tuple[set[str], set[str]]:
        """The names of references on both pages, those in comments and the like included."""
        return _names(self.old), _names(self.new)

    def holds(self, page: str, text: str) -> bool:
        """Whether a page has a text anywhere; after many such questions the answer is no."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES and text in page

    def renamed(self, change: Change, *, is_use: bool) -> None:
        """Take note of a change of a reference's name, its definition or one of its uses."""
        renamings = self._renamed.setdefault((change.before, change.after), ([], []))
        renamings[is_use].append(change)

    def join_renamings(self) -> None:
        """Make one change of all that give the same reference the same new name.

        What uses it under that name at one more place is no new reference.
        """
        gone: set[int] = set()
        names = {after for _, after in self._renamed}
        for change in self.changes if names else ():
            is_use = change.kind is ChangeKind.REFERENCE_ADDED and change.after.endswith("/>")
            if is_use and change.subject in names:
                change.kind = ChangeKind.REFERENCE_REUSED
        for definitions, uses in self._renamed.values():
            first, *others = definitions + uses
            first.others = tuple((other.old, other.new) for other in others)
            gone.update(map(id, others))
        if gone:
            self.changes = [change for change in self.changes if id(change) not in gone]

    def add(
        self,
        kind: ChangeKind,
        spans: Spans,
        subject: str = "",
        values: tuple[str, str] = ("", ""),
        details: Mapping[str, str] = _NO_DETAILS,
    ) -> Change:
        """Note a change.

        Args:
            kind: what it is.
            spans: where on the old and on the new page.
            subject: what it is about.
            values: before and after.
            details: what else is known; empty ones are left out.
        """
        old, new = spans
        span = new if new is not None else old
        section = ""
        if span is not None:
            section = self.outlines[new is not None].title_at(span.start)
        known = {name: value for name, value in details.items() if value}
        change = Change(kind, old, new, subject, *values, section, known)
        self.changes.append(change)
        self.told.append(spans)
        return change

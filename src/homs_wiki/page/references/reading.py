"""Cite's order: which calls are one reference, and what number it has."""

from typing import TYPE_CHECKING

from homs_wiki.page.once import once
from homs_wiki.page.references.calls import Call, ReferenceList, read_calls
from homs_wiki.page.references.model import Reference, References
from homs_wiki.page.references.openings import read_openings
from homs_wiki.syntax import Document

if TYPE_CHECKING:
    from homs_wiki.page.page import Page


class _Group:
    """The references of one group since its last list."""

    __slots__ = ("by_name", "count")

    def __init__(self) -> None:
        self.by_name: dict[str, Reference] = {}
        self.count = 0


class _Cite:
    """Takes calls and lists in Cite's order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.groups: dict[str, _Group] = {}
        self.all: list[Reference] = []

    def use(self, call: Call) -> None:
        group = self.groups.get(call.group)
        if group is None:
            group = self.groups[call.group] = _Group()
        reference = group.by_name.get(call.name) if call.name is not None else None
        if reference is not None:
            reference.add(call)
            return
        reference = self.new(call)
        if call.follow is None:
            group.count += 1
            reference.number = group.count
        if call.name is not None:
            group.by_name[call.name] = reference

    def show(self, shown: ReferenceList, defined: list[Call]) -> None:
        """Take the definitions of a list; after it, its group begins anew."""
        unused: dict[tuple[str, str | None], Reference] = {}
        for call in defined:
            group = self.groups.get(call.group)
            reference = group.by_name.get(call.name or "") if group else None
            key = (call.group, call.name)
            reference = reference or unused.get(key)
            if reference is not None:
                reference.add(call)
            else:
                unused[key] = self.new(call)
        if shown.group is not None:
            self.groups.pop(shown.group, None)

    def new(self, call: Call) -> Reference:
        reference = Reference(self.document, len(self.all), call)
        self.all.append(reference)
        return reference


# When something is taken, its place in the list of events, what it is, its index if a list.
_Event = tuple[int, int, int, int, Call | ReferenceList, int]


def _call_events(calls: list[Call]) -> list[_Event]:
    """A template is taken when it ends, after what stands in it; a ``<ref>``, before."""
    events: list[_Event] = []
    for place, call in enumerate(calls):
        end, around = call.node.end, call.around
        when = end if around < 0 else around
        events.append((when, around >= 0, end, place, call, -1))
    return events


@once
def read_references_of(document: Document) -> References:
    """Return the references of the page; the same object at every call."""
    openings = read_openings(document)
    found = read_calls(document, openings.including)
    cite = _Cite(document)
    listed: dict[int, list[Call]] = {}
    for call in found.calls:
        if call.listed >= 0:
            listed.setdefault(call.listed, []).append(call)
    events = _call_events([call for call in found.calls if call.listed < 0])
    for call in found.harvard:
        events.append((call.node.end, 0, 0, len(events), call, -1))
    for index, shown in enumerate(found.lists):
        events.append((shown.node.end, 2, 0, len(events), shown, index))
    events.sort()
    for _, _, _, _, event, index in events:
        if isinstance(event, ReferenceList):
            cite.show(event, listed.get(index, []))
        elif event.kind.startswith("harv"):
            cite.new(event)
        else:
            cite.use(event)
    return References(cite.all, found.lists, found.invalid, openings.unclosed)


def read_references(page: "Page") -> References:
    """Return every reference of the page with its definitions and uses.

    References are what Cite makes footnotes of: ``<ref>`` and the templates that make one, by the
    concepts of the profile; and Harvard citations in the text, which have no number. What a
    template that the profile doesn't know brings with it is not seen. Names, groups and numbers
    are as Cite has them on the page as it stands; references inside the text of a ``<ref>``, which
    Cite reads when it shows the list, are taken right after that one.
    """
    return read_references_of(page.document)

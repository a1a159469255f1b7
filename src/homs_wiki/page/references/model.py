"""What a reference is, who uses it, and all of them together."""

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.outline import section_at
from homs_wiki.page.references.calls import Call, InvalidCall, ReferenceList
from homs_wiki.source import Span
from homs_wiki.syntax import Document, Node

if TYPE_CHECKING:
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax.external_links import ExternalLink


class Definition(NamedTuple):
    """The text of a reference, where it is written.

    Attributes:
        node: the tag or template.
        kind: as of `Use`.
        span: the text alone; of ``{{sfn}}``, which writes its text itself, the whole template.
        list_defined: whether it stands in a reference list.
    """

    node: Node
    kind: str
    span: Span
    list_defined: bool

    @property
    def text(self) -> str:
        """The text as written, white space included."""
        return self.node.source[slice(*self.span)]


class Use:
    """One place where a reference's number is shown."""

    __slots__ = ("_call", "_document")

    def __init__(self, document: Document, call: Call) -> None:
        self._document = document
        self._call = call

    @property
    def node(self) -> Node:
        """The tag or template."""
        return self._call.node

    @property
    def kind(self) -> str:
        """What makes the footnote.

        "ref tag", "self-closing", "#tag:ref", "r", "sfn", "sfnp", "sfnm", "efn", "refn", or the
        concept of a Harvard template ("harvnb", …).
        """
        return self._call.kind

    @property
    def place(self) -> str:
        """Where it stands.

        "prose", "heading", "infobox", "template" (in any other), "note" (in the text of another
        reference).
        """
        return self._call.place

    @property
    def infobox_field(self) -> str | None:
        """Name of the infobox's field, as written; None outside of infoboxes."""
        return self._call.field

    @property
    def span(self) -> Span:
        """The tag or template."""
        return self.node.span

    @property
    def section(self) -> int:
        """Index of the section it stands in."""
        return section_at(self._document, self.node.start).index

    @property
    def sentence(self) -> Span | None:
        """The sentence of prose that ends before it or that it stands in, in the wikitext.

        None where no sentence stands before it: in infoboxes, in other references, alone.
        """
        if self.place not in ("prose", "template"):
            return None
        from homs_wiki.page.prose import read_prose

        prose = read_prose(self._document)
        sentence = prose.sentence_before(prose.position(self.node.start))
        return prose.span(*sentence) if sentence else None

    def __repr__(self) -> str:
        return f"<Use {self.kind} {self.node.start}–{self.node.end}>"


class Reference:
    """One footnote, however often it is used.

    Attributes:
        index: its place among all references of the page.
        name: as Cite compares it; None without a name or where a template makes it.
        group: empty for the default group.
        follow: name of the reference whose text it continues.
        number: what Cite shows, from 1 in each group and, after a reference list, again from 1.
            None if it is never used, continues another, or makes no footnote.
    """

    __slots__ = (
        "_calls",
        "_definitions",
        "_document",
        "_uses",
        "follow",
        "group",
        "index",
        "name",
        "number",
    )

    def __init__(self, document: Document, index: int, call: Call) -> None:
        self._document = document
        self.index = index
        self.name = call.name
        self.group = call.group
        self.follow = call.follow
        self.number: int | None = None
        self._calls = [call]
        self._uses: list[Use] | None = None
        self._definitions: list[Definition] | None = None

    def add(self, call: Call) -> None:
        """Take a further call, in Cite's order."""
        self._calls.append(call)

    @property
    def uses(self) -> list[Use]:
        """Its uses in order; empty for one that is only defined in a reference list."""
        if self._uses is None:
            self._uses = [Use(self._document, call) for call in self._calls if call.listed < 0]
        return self._uses

    @property
    def definitions(self) -> list[Definition]:
        """Its definitions in order; Cite shows the first."""
        if self._definitions is None:
            self._definitions = [
                Definition(call.node, call.kind, call.text, call.listed >= 0)
                for call in self._calls
                if call.text is not None
            ]
        return self._definitions

    @property
    def definition(self) -> Definition | None:
        """The definition whose text Cite shows; None if there is none on the page."""
        return self.definitions[0] if self.definitions else None

    @property
    def text(self) -> str:
        """The wikitext of the definition; empty if there is none."""
        return self.definitions[0].text if self.definitions else ""

    @property
    def list_defined(self) -> bool:
        """Whether its text stands in a reference list."""
        return bool(self.definitions) and self.definitions[0].list_defined

    @property
    def citations(self) -> "list[Citation]":
        """The citation templates in its definition, in order."""
        definition = self.definition
        if definition is None:
            return []
        from homs_wiki.page.citations import citations_between

        return citations_between(self._document, *definition.span)

    @property
    def bare_urls(self) -> "list[ExternalLink]":
        """The web addresses in its definition that stand without a label and in no template."""
        definition = self.definition
        if definition is None:
            return []
        from homs_wiki.page.references.bare import bare_urls_between

        return bare_urls_between(self._document, *definition.span)

    def __repr__(self) -> str:
        label = f"{self.group} {self.number}".strip()
        return f"<Reference {label} {self.name!r} uses={len(self.uses)}>"


class References:
    """All references of a page.

    Attributes:
        all: in the order in which Cite numbers them, those of all groups together; list-defined
            ones that nobody uses stand where their list ends.
        lists: every place that shows references.
        invalid: references that Cite refuses with an error.
        unclosed: opening tags of ``<ref>`` that miss their end.
    """

    def __init__(
        self,
        references: list[Reference],
        lists: list[ReferenceList],
        invalid: list[InvalidCall],
        unclosed: list[Span],
    ) -> None:
        self.all = references
        self.lists = lists
        self.invalid = invalid
        self.unclosed = unclosed

    def get(self, name: str, group: str = "") -> Reference | None:
        """Return the first reference of that name in the group; None if there is none."""
        return self._by_name.get((group, name))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Reference]:
        found: dict[tuple[str, str], Reference] = {}
        for reference in self.all:
            if reference.name is not None:
                found.setdefault((reference.group, reference.name), reference)
        return found

    @cached_property
    def _definitions(self) -> list[tuple[int, int, int]]:
        """Start, end and index of the reference of all definitions that stand in no other."""
        spans = sorted(
            (*definition.span, reference.index)
            for reference in self.all
            for definition in reference.definitions
        )
        outer: list[tuple[int, int, int]] = []
        for span in spans:
            if not outer or span[0] >= outer[-1][1]:
                outer.append(span)
        return outer

    def at(self, offset: int) -> Reference | None:
        """Return the reference in whose text ``offset`` lies, the outermost one; None if none."""
        index = bisect_left(self._definitions, (offset + 1,)) - 1
        if index < 0 or self._definitions[index][1] <= offset:
            return None
        return self.all[self._definitions[index][2]]

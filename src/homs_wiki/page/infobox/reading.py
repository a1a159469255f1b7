"""Finding the infoboxes of a page, and their fields."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.page.by_name import ByName
from homs_wiki.profile.infoboxes import FieldType, InfoboxSchema, find_schema
from homs_wiki.source import Span
from homs_wiki.syntax import ExtensionTag, Template, without_comments
from homs_wiki.syntax.collection import uncollected

if TYPE_CHECKING:
    from homs_wiki.page.infobox.values import Value
    from homs_wiki.profile import Profile
    from homs_wiki.source import Edit
    from homs_wiki.syntax import Document, Node, Parameter

_REFERENCES = frozenset(
    ("efn", "harv", "harvnb", "harvp", "harvtxt", "r", "refn", "sfn", "sfnm", "sfnp")
)


class Field:
    """One field of an infobox, as it is written; everything but its name is made when asked for.

    Attributes:
        infobox: where it stands.
        parameter: the parameter of the template.
        facts: what the schema knows of it; None if it does not know it, or there is no schema.
    """

    __slots__ = ("_value", "facts", "infobox", "parameter")

    def __init__(self, infobox: Infobox, parameter: Parameter) -> None:
        self.infobox = infobox
        self.parameter = parameter
        self.facts = infobox.schema.find(parameter.name) if infobox.schema else None
        self._value: Value | None = None

    @property
    def canonical(self) -> str | None:
        """The canonical name (``combatant1`` for ``متحارب1``); None if the schema has none."""
        return self.facts.name if self.facts else None

    @property
    def type(self) -> FieldType:
        """What the schema says that it holds; "text" where it says nothing."""
        return self.facts.type if self.facts else "text"

    @property
    def name(self) -> str:
        """The name as written, without comments and white space; a number if it has none."""
        return self.parameter.name

    @property
    def positional(self) -> bool:
        """Whether it has no name."""
        return self.parameter.equals is None

    @property
    def span(self) -> Span:
        """Name and value, from behind the pipe to the next pipe or the closing braces."""
        return self.parameter.span

    @property
    def value_span(self) -> Span:
        """The value without the white space around it; of no value, the place behind the "="."""
        span = self.parameter.stripped_span
        if span.start < span.end:
            return span
        start = self.parameter.value_span.start
        return Span(start, start)

    @property
    def raw(self) -> str:
        """The wikitext of the value, without the white space around it."""
        return self.parameter.value.strip()

    @property
    def is_blank(self) -> bool:
        """Whether the value is nothing but white space and comments."""
        return not without_comments(self.parameter.value).strip()

    @property
    def value(self) -> Value:
        """What the value says."""
        if self._value is None:
            from homs_wiki.page.infobox.values import read_value

            self._value = read_value(self.infobox.document, self.value_span, self.type)
        return self._value

    @property
    def text(self) -> str:
        """The value as a reader sees it: no markup, no references; list items on lines."""
        from homs_wiki.page.infobox.text import plain_text

        return plain_text(self.infobox.document, *self.value_span)

    @property
    def references(self) -> list[Node]:
        """The ``<ref>`` tags and footnote templates in the value, in order, the outer ones."""
        nodes, concept = self.infobox.document.nodes, self.infobox.document.profile.concept
        start, end = self.value_span
        found: list[Node] = []
        index = bisect_left(nodes, start, key=attrgetter("start"))
        while index < len(nodes) and nodes[index].end <= end:
            node = nodes[index]
            index += 1
            if isinstance(node, ExtensionTag):
                is_reference = node.name == "ref"
            else:
                is_reference = isinstance(node, Template) and concept(node.name) in _REFERENCES
            if is_reference:
                found.append(node)
                index = node.after
        return found

    def __repr__(self) -> str:
        return f"<Field {self.name!r} {self.raw[:40]!r}>"


class Infobox:
    """An infobox of a page.

    Attributes:
        document: the page.
        template: the template that it is.
        schema: which fields it has; None if we do not know that template.
    """

    def __init__(
        self, document: Document, template: Template, schema: InfoboxSchema | None
    ) -> None:
        self.document = document
        self.template = template
        self.schema = schema

    @property
    def name(self) -> str:
        """The name of the template as written."""
        return self.template.name

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.template.span

    @property
    def fields(self) -> list[Field]:
        """Its fields in the order written, repeated and unnamed ones included."""
        # They know their infobox: kept in it they would make a circle that outlives the page.
        kept = self.document.parts
        if self not in kept:
            kept[self] = self._read_fields()
        fields: list[Field] = kept[self]
        return fields

    @uncollected
    def _read_fields(self) -> list[Field]:
        return [Field(self, parameter) for parameter in self.template.parameters]

    def get(self, name: str) -> Field | None:
        """Return the field of that canonical name, or of that name as written; None if none.

        Of fields with the same name it is the last: that is the one MediaWiki uses. Where the
        template has several names for the same thing, it is the first that is not blank.
        """
        in_use = {each.name: each for each in self.fields if name in (each.canonical, each.name)}
        for each in in_use.values():
            if not each.is_blank:
                return each
        return next(iter(in_use.values()), None)

    def event_fields(self) -> list[Field]:
        """Return the fields that say when the event took place, in the schema's order."""
        names = self.schema.event_dates if self.schema else ()
        return [each for each in map(self.get, names) if each is not None]

    def set(self, name: str, value: str) -> list[Edit]:
        """Return the edits that give the field ``name`` the wikitext ``value``.

        See `homs_wiki.page.infobox.editing`, also for the errors raised.
        """
        from homs_wiki.page.infobox.editing import set_field

        return set_field(self, name, value)

    def add(self, name: str, value: str) -> list[Edit]:
        """Return the edits that add the field ``name`` in its place and the author's layout.

        See `homs_wiki.page.infobox.editing`, also for the errors raised.
        """
        from homs_wiki.page.infobox.editing import add_field

        return add_field(self, name, value)

    def remove(self, name: str) -> list[Edit]:
        """Return the edits that take the field ``name`` out, all of them if it is repeated.

        See `homs_wiki.page.infobox.editing`, also for the errors raised.
        """
        from homs_wiki.page.infobox.editing import remove_field

        return remove_field(self, name)

    def __repr__(self) -> str:
        return f"<Infobox {self.name!r} {self.template.start}–{self.template.end}>"


def read_infoboxes(document: Document) -> list[Infobox]:
    """Return the infoboxes of a page in order, those inside others included."""
    templates = document.templates
    recognised = _recognised(document.profile).of_each(templates)
    return [
        Infobox(document, template, schema)
        for template, (is_infobox, schema) in zip(templates, recognised, strict=True)
        if is_infobox
    ]


@cache
def _recognised(profile: Profile) -> ByName[tuple[bool, InfoboxSchema | None]]:
    return ByName(lambda name: _recognise(profile, name), (False, None))


def _recognise(profile: Profile, name: str) -> tuple[bool, InfoboxSchema | None]:
    """Return whether a template of this name is an infobox, and its schema."""
    schema = find_schema(profile.language, profile.template_key(name))
    return schema is not None or profile.is_infobox_name(name), schema

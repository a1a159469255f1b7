"""What on a page makes a footnote or a list of them, in the order of the page."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from homs_wiki.page.by_name import ByName
from homs_wiki.page.references.names import (
    LIST_ATTRIBUTES,
    parameter_value,
    refusal,
    tag_attributes,
)
from homs_wiki.page.values import is_blank, is_blank_between, is_made
from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Document, ExtensionTag, Heading, Node, Parameter, Template

# The group of {{efn}} and {{notelist}}, by the ending of their names; without one it is the first.
_NOTE_GROUPS = {
    "": "lower-alpha",
    "-la": "lower-alpha",
    "-lg": "lower-greek",
    "-lr": "lower-roman",
    "-ua": "upper-alpha",
    "-ur": "upper-roman",
}
_REFERENCE_NAME = compiled(r"(?:n|name)?\d*")
_ENDING = compiled(r"-[lu][agr]\Z")

_HARVARD = frozenset({"harv", "harvcol", "harvcolnb", "harvcoltxt", "harvnb", "harvp", "harvtxt"})


_NO_ATTRIBUTES: dict[str, str] = {}
_LEAST = len("<ref>")


class Call(NamedTuple):
    """One place that makes a footnote: ``<ref>``, or a template that does.

    Attributes:
        node: the tag or template.
        kind: "ref tag", "self-closing", "#tag:ref", or the concept of the template.
        name: None if there is none, or if it cannot be known.
        group: empty for the default group.
        follow: the name of the reference that it continues.
        text: where its text stands; None if it only uses a name.
        place: where it stands ("prose", "infobox", …).
        field: name of the infobox field that it stands in.
        listed: index of the list that it is defined in; -1 outside of lists.
        around: end of the ``<ref>`` that it stands in, which Cite reads later; -1 outside.
    """

    node: Node
    kind: str
    name: str | None
    group: str
    follow: str | None
    text: Span | None
    place: str
    field: str | None
    listed: int
    around: int


class InvalidCall(NamedTuple):
    """A reference that Cite refuses.

    Attributes:
        node: the tag or template.
        error: Cite's message key, without its beginning "cite_error_".
        place: where it stands.
        listed: whether it stands in a reference list.
    """

    node: Node
    error: str
    place: str
    listed: bool


class ReferenceList(NamedTuple):
    """A place that shows references.

    Attributes:
        node: ``<references>`` or the template.
        kind: "references tag", "#tag:references", "reflist", "notelist".
        group: which references it shows; empty for the default group, None if that is uncertain.
        content: where references are defined in it; None if it holds none.
    """

    node: Node
    kind: str
    group: str | None
    content: Span | None


class Calls(NamedTuple):
    """All that `read_calls` found."""

    calls: list[Call]
    lists: list[ReferenceList]
    invalid: list[InvalidCall]
    harvard: list[Call]


class _Around:
    """Where the walk over the page is: what of interest stands around the current node."""

    __slots__ = ("field_of", "heading", "infobox", "list_end", "listed", "note", "tag", "template")

    def __init__(self) -> None:
        self.template = self.heading = self.note = self.tag = self.infobox = -1
        self.list_end = self.listed = -1
        self.field_of: Template | None = None

    def place(self, offset: int) -> str:
        if offset < self.note:
            return "note"
        if offset < self.list_end:
            return "list-defined"
        if offset < self.infobox:
            return "infobox"
        if offset < self.template:
            return "template"
        return "heading" if offset < self.heading else "prose"

    def field(self, offset: int) -> str | None:
        if offset >= self.infobox or self.field_of is None:
            return None
        return _field_at(self.field_of.parameters, offset)


def _field_at(parameters: list[Parameter], offset: int) -> str | None:
    index = bisect_right(parameters, offset, key=lambda parameter: parameter.start) - 1
    return parameters[index].name if index >= 0 else None


class _Walk:
    """The one walk over the nodes of a page."""

    def __init__(self, document: Document, including: frozenset[int]) -> None:
        self.document = document
        self.including = including
        self.profile: Profile = document.profile
        self.found = Calls([], [], [], [])
        self.around = _Around()
        # The groups of the first so many calls.
        self.groups: set[str] = set()
        self.counted = 0

    def run(self) -> Calls:
        around, role_of = self.around, _roles(self.profile)
        for node in self.document.nodes:
            kind = type(node)
            if kind is Template:
                role, concept = role_of(node)  # type: ignore[arg-type]
                if role:
                    self._template(node, role, concept)  # type: ignore[arg-type]
                if node.start >= around.template:
                    around.template = node.end
            elif kind is ExtensionTag:
                self._tag(node)  # type: ignore[arg-type]
            elif kind is Heading and not node.possible:  # type: ignore[attr-defined]
                around.heading = node.end
        return self.found

    def _tag(self, tag: ExtensionTag) -> None:
        if tag.name == "ref":
            self._ref(tag)
        elif tag.name == "references":
            self._list(tag, "references tag", {**tag_attributes(tag)}, tag.inner_span)

    def _ref(self, tag: ExtensionTag) -> None:
        text = inner = tag.inner_span
        if text and not tag.inner.strip():
            text = None
        if text and text[0] - tag.start == _LEAST:
            attributes, error = _NO_ATTRIBUTES, None  # plain <ref>, as most are
        else:
            attributes = tag_attributes(tag)
            error = refusal(attributes, bool(text))
        around = self.around
        if tag.start < around.tag:
            return  # Cite shows an error in the place of the outer one
        if tag.index in self.including:
            error = "included_ref"
        self._call(tag, "ref tag" if inner else "self-closing", attributes, text, error)
        around.note = max(around.note, tag.end)
        around.tag = tag.end

    def _template(self, template: Template, role: str, concept: str) -> None:
        if role == "reader":
            _READERS[concept](self, template, concept)
        elif role == "function":
            self._parser_function(template, concept)
        elif role == "infobox" and template.start >= self.around.infobox:
            self.around.infobox = template.end
            self.around.field_of = template

    def _parser_function(self, template: Template, tag: str) -> None:
        """``{{#tag:ref|text|name=…}}``, ``{{#tag:references|…}}``."""
        # The first parameter is the text, even if there is a "=" in it.
        content, rest = template.parameters[:1], template.parameters[1:]
        text = next(
            (each.span for each in content if not is_blank_between(each.source, *each.span)), None
        )
        attributes = {
            parameter.name: parameter_value(parameter)
            for parameter in rest
            if parameter.equals is not None
        }
        if tag == "references":
            self._list(template, "#tag:references", attributes, text)
        else:
            self._known(template, "#tag:ref", attributes, text)

    def _known(
        self,
        template: Template,
        kind: str,
        attributes: dict[str, str | None],
        text: Span | None,
    ) -> None:
        """Take a call some of whose attributes may not be known."""
        known = {name: value or "" for name, value in attributes.items()}
        uncertain = None in attributes.values()
        error = None if uncertain else refusal(known, bool(text))
        self._call(template, kind, known, text, error)
        if template.end > self.around.note:
            self.around.note = template.end

    def _call(
        self,
        node: Node,
        kind: str,
        attributes: dict[str, str],
        text: Span | None,
        error: str | None,
    ) -> None:
        around, start = self.around, node.start
        place = around.place(start)
        listed = around.listed if place == "list-defined" else -1
        if listed >= 0 and not error:
            error = self._list_refusal(attributes, text, listed)
        if error:
            self.found.invalid.append(InvalidCall(node, error, place, listed >= 0))
            return
        group = attributes.get("group", "")
        if listed >= 0 and not group:
            group = self.found.lists[listed].group or ""
        call = Call(
            node,
            kind,
            attributes.get("name") or None,
            group,
            attributes.get("follow") or None,
            text,
            place,
            around.field(start) if start < around.infobox else None,
            listed,
            around.tag if start < around.tag else -1,
        )
        self.found.calls.append(call)

    def _list_refusal(
        self, attributes: dict[str, str], text: Span | None, listed: int
    ) -> str | None:
        """Return the key of the error with which Cite refuses a definition in a list."""
        if not attributes.get("name"):
            return "references_no_key"
        shown = self.found.lists[listed].group
        if shown is not None and attributes.get("group", shown) not in ("", shown):
            return "references_group_mismatch"
        return None if text else "empty_references_define"

    def _list(
        self, node: Node, kind: str, attributes: dict[str, str | None], content: Span | None
    ) -> None:
        if attributes.keys() - LIST_ATTRIBUTES:
            return  # Cite shows an error in the place of the list
        self.found.lists.append(ReferenceList(node, kind, attributes.get("group", ""), content))
        if content:
            self.around.listed = len(self.found.lists) - 1
            self.around.list_end = content.end

    # -- templates, by concept --------------------------------------------------------------

    def _note(self, template: Template, concept: str) -> None:
        """``{{efn|text|name=…}}``, ``{{refn|text|name=…|group=…}}``."""
        attributes = {
            name: parameter_value(parameter)
            for name in ("name", "group", "follow")
            if (parameter := template.get(name))
        }
        if concept == "efn" and not attributes.get("group"):
            attributes["group"] = _note_group(self.profile.template_key(template.name))
        self._known(template, concept, attributes, _text_span(template, "1"))

    def _names(self, template: Template, concept: str) -> None:
        """``{{r|name|name}}``, ``{{r|n1=name|n2=name}}``."""
        group = next((p for p in map(template.get, ("group", "grp", "g")) if p), None)
        shared = {"group": parameter_value(group)} if group else {}
        for parameter in template.parameters:
            is_name = parameter.equals is None or _REFERENCE_NAME.fullmatch(parameter.name)
            if is_name and not is_blank(parameter):
                attributes = {**shared, "name": parameter_value(parameter)}
                self._known(template, concept, attributes, None)

    def _short(self, template: Template, concept: str) -> None:
        """``{{sfn|author|year|p=…}}``: what is alike in all of them is one footnote."""
        parts = [
            # What a template makes is like nothing else.
            str(parameter.start) if is_made(parameter) else parameter.value.strip()
            for parameter in template.parameters
            if parameter.name not in ("ref", "group", "postscript", "ps")
        ]
        group = template.get("group")
        attributes = {
            "name": f"FOOTNOTE{'|'.join(parts)}",
            "group": parameter_value(group) if group else "",
        }
        self._known(template, concept, attributes, template.span)

    def _harvard(self, template: Template, concept: str) -> None:
        """``{{harvnb|author|year}}`` in a text is a reference that makes no footnote."""
        around, start = self.around, template.start
        if start >= around.note and start >= around.list_end:
            place, field = around.place(start), around.field(start)
            call = Call(template, concept, None, "", None, template.span, place, field, -1, -1)
            self.found.harvard.append(call)

    def _reference_list(self, template: Template, concept: str) -> None:
        """``{{reflist|refs=…|group=…}}`` and ``{{notelist}}``."""
        group = template.get("group")
        shown = parameter_value(group) if group else self._group_by_other_name(template)
        if shown == "" and concept == "notelist":
            shown = _note_group(self.profile.template_key(template.name))
        content = _text_span(template, "refs") or self._definitions_by_other_name(template)
        self._list(template, concept, {"group": shown}, content)

    # Many wikis have names of their own for "group" and "refs". What such a parameter holds tells
    # which it is: the name of a group that the page has used, or references.

    def _group_by_other_name(self, template: Template) -> str:
        named = _of_other_names(template)
        if not named:
            return ""
        self.groups.update(call.group for call in self.found.calls[self.counted :])
        self.counted = len(self.found.calls)
        values = (parameter_value(parameter) or "" for parameter in named)
        return next((value for value in values if value in self.groups), "")

    def _definitions_by_other_name(self, template: Template) -> Span | None:
        if template.start < self.around.template:
            return None  # nested ones would be looked through again and again
        inside = self.document.nodes[template.index + 1 : template.after]
        first = next((node for node in inside if _is_ref(node)), None)
        if first is None:
            return None
        spans = (parameter.stripped_span for parameter in _of_other_names(template))
        return next((span for span in spans if span.start <= first.start < span.end), None)


@cache
def _roles(profile: Profile) -> ByName[tuple[str, str]]:
    return ByName(lambda name: _role(profile, name), ("", ""))


def _role(profile: Profile, name: str) -> tuple[str, str]:
    """Return what to do with a template of this name, and what to do it with."""
    concept = profile.concept(name)
    if concept in _READERS:
        return "reader", concept
    if name[:1] == "#":
        tag = name.partition(":")[2].strip().lower()
        is_tag = tag in ("ref", "references") and profile.parser_function(name) == "tag"
        return ("function", tag) if is_tag else ("", "")
    return ("infobox", "") if profile.is_infobox_name(name) else ("", "")


_Reader = Callable[[_Walk, Template, str], None]

_READERS: dict[str, _Reader] = {
    "efn": _Walk._note,
    "refn": _Walk._note,
    "r": _Walk._names,
    "sfn": _Walk._short,
    "sfnp": _Walk._short,
    "sfnm": _Walk._short,
    "reflist": _Walk._reference_list,
    "notelist": _Walk._reference_list,
    **dict.fromkeys(_HARVARD, _Walk._harvard),
}


def _is_ref(node: Node) -> bool:
    return isinstance(node, ExtensionTag) and node.name == "ref"


_LIST_PARAMETERS = frozenset({"group", "refs", "colwidth", "columns", "cols", "liststyle"})


def _of_other_names(template: Template) -> list[Parameter]:
    return [
        parameter
        for parameter in template.parameters
        if parameter.equals is not None
        and parameter.name not in _LIST_PARAMETERS
        and not parameter.name.isdecimal()
    ]


def _note_group(key: str) -> str:
    ending = _ENDING.search(key)
    return _NOTE_GROUPS.get(ending[0] if ending else "", _NOTE_GROUPS[""])


def _text_span(template: Template, name: str) -> Span | None:
    parameter = template.get(name)
    if not parameter or is_blank(parameter):
        return None
    # MediaWiki strips the value of a named parameter only.
    return parameter.value_span if parameter.equals is None else parameter.stripped_span


def read_calls(document: Document, including: frozenset[int]) -> Calls:
    """Return every call and reference list in the order in which they begin.

    Args:
        document: the page.
        including: indices of the ``<ref>`` tags in which another ``<ref`` is written.
    """
    return _Walk(document, including).run()

"""Changing one field of an infobox: set, add, remove.

mwparserfromhell sets and adds, on the slice of the template alone and with names and values
taken out of it (they are put back afterwards, byte for byte), so that nothing in them can lead it
astray. To take a field out, which rules offer as a fix, needs no more than a cut. The result is
read again by our own reader before it is given out, as edits of the page.

All functions raise `InfoboxEditError` if the change cannot be made; nothing is changed then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

from homs_wiki.page.infobox.layout import Layout, core_end, read_layout
from homs_wiki.source import Edit, HomsWikiError
from homs_wiki.syntax import Comment, Template, parse, without_comments
from homs_wiki.syntax.preprocessor import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.page.infobox.reading import Field, Infobox
    from homs_wiki.syntax import Document, Parameter

_PRIVATE_USE: Final = range(0xE000, 0xF900)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class InfoboxEditError(HomsWikiError):
    """A field cannot be changed as asked; the message says why, and what to do instead."""


def set_field(infobox: Infobox, name: str, value: str) -> list[Edit]:
    """Return the edits that give a field a new value.

    White space and comments around the old value stay. Of repeated fields the last one changes,
    which is the one that MediaWiki uses.

    Args:
        infobox: the infobox.
        name: canonical name of the field, or its name as written.
        value: wikitext.
    """
    field = infobox.get(name)
    if field is None:
        raise InfoboxEditError(f"{_who(infobox)} has no field “{name}”; add it instead")
    value = _checked(infobox, field.name, value, field.positional)
    index = infobox.template.parameters.index(field.parameter)
    before, after = _around(field.parameter)
    masked = _Masked(infobox)
    masked.template.params[index].value = masked.hide(before + value + after)
    wanted = [(each.name, each.raw) for each in infobox.fields]
    wanted[index] = (field.name, value)
    start, end = field.parameter.value_span
    return _finish(infobox, masked.text(), wanted, (start + len(before), end - len(after)))


def add_field(infobox: Infobox, name: str, value: str) -> list[Edit]:
    """Return the edits that add a field.

    It comes where the schema has it, behind the last field that belongs before it, at the end if
    there is no schema; written as the author wrote the others.

    Args:
        infobox: the infobox.
        name: canonical name of the field; without a schema, or if the schema does not have it, its
            name as it is to be written.
        value: wikitext.
    """
    if infobox.get(name) is not None:
        raise InfoboxEditError(f"{_who(infobox)} has the field “{name}” already; set it instead")
    local = (infobox.schema.local_name(name) if infobox.schema else None) or name
    if local != local.strip() or not local:
        raise InfoboxEditError(f"“{local}” is no name of a field: white space around it, or empty")
    value = _checked(infobox, local, value, positional=False)
    index = _place(infobox, local)
    layout = read_layout(infobox.template)
    masked = _Masked(infobox)
    place = masked.insert(index, layout, local, value)
    wanted = [(each.name, each.raw) for each in infobox.fields]
    wanted.insert(index, (local, value))
    return _finish(infobox, masked.text(), wanted, (place, place))


def remove_field(infobox: Infobox, name: str) -> list[Edit]:
    """Return the edits that take a field out with its line, comments kept.

    Args:
        infobox: the infobox.
        name: canonical name of the field, or its name as written; if it is repeated all of them go.
    """
    gone = [each for each in infobox.fields if name in (each.canonical, each.name)]
    if not gone:
        raise InfoboxEditError(f"{_who(infobox)} has no field “{name}”")
    return remove_fields(infobox, gone)


def remove_fields(infobox: Infobox, gone: Sequence[Field]) -> list[Edit]:
    """Return the edits that take these fields out, each with its line, comments kept."""
    edits = []
    parameters = infobox.template.parameters
    for first, last in _runs([parameters.index(each.parameter) for each in gone]):
        new, place = _without(infobox, first, last)
        wanted = [(each.name, each.raw) for each in infobox.fields]
        del wanted[first : last + 1]
        edits += _finish(infobox, new, wanted, (place, place))
    return edits


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of indices that follow each other."""
    runs: list[tuple[int, int]] = []
    for index in sorted(indices):
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _who(infobox: Infobox) -> str:
    return f"the infobox “{infobox.name}”"


def _place(infobox: Infobox, local: str) -> int:
    """Return the index that a new field gets among the fields."""
    fields = infobox.fields
    end = len(fields)
    while end and fields[end - 1].positional and fields[end - 1].is_blank:
        end -= 1  # a pipe before the closing braces
    schema = infobox.schema
    facts = schema.find(local) if schema else None
    if schema is None or facts is None:
        return end
    known = [(found.place, i) for i, each in enumerate(fields[:end]) if (found := each.facts)]
    before = max((each for each in known if each[0] <= facts.place), default=None)
    if before is not None:
        return before[1] + 1
    return min(known, key=lambda each: each[1])[1] if known else end


# --- new values ----------------------------------------------------------------------------------


def _checked(infobox: Infobox, name: str, value: str, positional: bool) -> str:
    """Return ``value`` stripped; raise if it would not be read as the value of one parameter."""
    value = value.strip()
    opening = "{{X|" if positional else f"{{{{X|{name}="
    text = f"{opening}{value}}}}}"
    document = parse(text, infobox.document.profile)
    template = document.nodes[0] if document.nodes else None
    if not isinstance(template, Template) or template.span != (0, len(text)):
        raise InfoboxEditError(
            f"the value {value!r} leaves braces, brackets, a comment or a tag open; close them"
        )
    if len(template.parameters) != 1:
        raise InfoboxEditError(
            f"the value {value!r} has a “|” that would begin another field; write {{{{!}}}} for it"
        )
    found = template.parameters[0]
    if (found.name, found.value.strip()) != ("1" if positional else name, value):
        raise InfoboxEditError(
            f"the field {name!r} would be read as {found.name!r} with {found.value!r}; "
            "write {{=}} for a “=”"
        )
    return value


def _around(parameter: Parameter) -> tuple[str, str]:
    """Return the white space and comments before and behind what else the value holds."""
    text = parameter.value
    # Comments become white space of the same length, so that offsets stay.
    core = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    if core.strip():
        return text[: len(core) - len(core.lstrip())], text[len(core.rstrip()) :]
    # Nothing but white space and comments: the value comes in front, on the line of the "=".
    space = len(text) - len(text.lstrip(" \t"))
    if space or parameter.equals is None or not parameter.source[parameter.equals - 1].isspace():
        before = text[:space]
    else:
        before = " "
    return before, (" " if text.startswith("<!--", space) else "") + text[space:]


# --- the slice -----------------------------------------------------------------------------------


class _Masked:
    """The template for mwparserfromhell: names and values are marks that stand for them.

    Attributes:
        template: the ``mwparserfromhell.nodes.Template``.
    """

    def __init__(self, infobox: Infobox) -> None:
        import mwparserfromhell  # not needed by anyone who only reads

        self._infobox = infobox
        self._mark = _unused_mark(infobox.template.text)
        self._hidden: list[str] = []
        source = infobox.template.source
        start, end = infobox.template.name_span
        parts = [self.hide(source[start:end])]
        for parameter in infobox.template.parameters:
            name, value = parameter.name_span, parameter.value_span
            equals = "=" if parameter.equals is not None else ""
            parts.append(
                (self.hide(source[name.start : name.end]) if equals else "")
                + equals
                + self.hide(source[value.start : value.end])
            )
        text = "{{" + "|".join(parts) + "}}"
        nodes: list[Any] = mwparserfromhell.parse(text, skip_style_tags=True).nodes
        self.template = nodes[0]
        if len(nodes) != 1 or len(self.template.params) != len(parts) - 1:
            raise InfoboxEditError(f"{_who(infobox)} cannot be taken apart; edit it by hand")

    def hide(self, text: str) -> str:
        """Return a mark that stands for ``text``."""
        self._hidden.append(text)
        return f"{self._mark}{len(self._hidden) - 1}{self._mark}"

    def text(self) -> str:
        """Return the template's wikitext with everything put back."""
        marks = re.compile(f"{self._mark}([0-9]+){self._mark}")
        return marks.sub(lambda mark: self._hidden[int(mark[1])], str(self.template))

    def _replace(self, index: int, text: str) -> None:
        """Put ``text`` in the place of a whole parameter; of the template's name for -1."""
        if index < 0:
            self.template.name = self.hide(text)
            return
        self.template.params[index] = self._parameter(text)

    def _parameter(self, text: str) -> Any:
        from mwparserfromhell.nodes.extras import Parameter as Whole

        return Whole("1", self.hide(text), showkey=False)

    def insert(self, index: int, layout: Layout, name: str, value: str) -> int:
        """Add a parameter before the one at ``index``, behind what the one before it says.

        Returns where on the page it comes in.
        """
        template = self._infobox.template
        before = _raw(template, index - 1)
        end = core_end(before)
        self._replace(index - 1, before[:end] + layout.before_pipe)
        written = layout.written(name, value) + (before[end:] or layout.at_end)
        self.template.params.insert(index, self._parameter(written))
        return _start(template, index - 1) + end


def _raw(template: Template, index: int) -> str:
    """Return the wikitext from behind a pipe to the next; the template's name for -1."""
    start, end = template.name_span if index < 0 else template.parameters[index].span
    return template.source[start:end]


def _start(template: Template, index: int) -> int:
    """Return where that begins on the page."""
    return template.name_span.start if index < 0 else template.parameters[index].start


def _without(infobox: Infobox, first: int, last: int) -> tuple[str, int]:
    """Return the template without some parameters and the white space before them.

    Comments in them stay. With it comes where on the page the gap is.
    """
    template = infobox.template
    before, raw = _raw(template, first - 1), _raw(template, last)
    kept = before.rstrip()
    gap, blanks = before[len(kept) :], raw[len(raw.rstrip()) :]
    line = "\n" if "\n" in gap + blanks else " "
    comments = "".join(line + each for each in _own_comments(infobox, first, last))
    if last + 1 < len(template.parameters) and gap.count("\n") > blanks.count("\n"):
        blanks = gap  # the empty line before a group of fields stays
    place = _start(template, first - 1) + len(kept)
    source, behind = template.source, template.parameters[last].end
    new = source[template.start : place] + comments + blanks + source[behind : template.end]
    return new, place


def _own_comments(infobox: Infobox, first: int, last: int) -> list[str]:
    """Return the comments that stand in parameters themselves, not in a template or tag in them."""
    document, parameters = infobox.document, infobox.template.parameters
    start, end = parameters[first].start, parameters[last].end
    return [
        node.text
        for node in document.children(infobox.template)
        if start <= node.start < end and isinstance(node, Comment)
    ]


def _unused_mark(text: str) -> str:
    for code in _PRIVATE_USE:
        if chr(code) not in text:
            return chr(code)
    raise InfoboxEditError("the infobox holds every private character there is; edit it by hand")


# --- the result ----------------------------------------------------------------------------------


def _finish(
    infobox: Infobox, new: str, wanted: list[tuple[str, str]], place: tuple[int, int]
) -> list[Edit]:
    """Return the change to ``new`` as an edit that covers ``place``, after reading the page again.

    ``wanted`` are the names and values that must be found, ``place`` counts the page.
    """
    document, template = infobox.document, infobox.template
    old = template.text
    page = document.text[: template.start] + new + document.text[template.end :]
    after = parse(page, document.profile)
    end = template.end + len(new) - len(old)
    changed = _template_at(after, template.index)
    if (
        changed is None
        or changed.span != (template.start, end)
        or _around_it(document, template.index, template.end)
        != _around_it(after, template.index, end)
    ):
        raise InfoboxEditError(
            f"the change would make more of the page, or less, belong to {_who(infobox)}: "
            "a brace, a comment or a tag is open in it or before it; edit it by hand"
        )
    found = [(each.name, _bare(each.value)) for each in changed.parameters]
    if found != [(name, _bare(value)) for name, value in wanted]:
        raise InfoboxEditError(
            f"the change would touch other fields of {_who(infobox)}; edit it by hand"
        )
    if old == new:
        return []
    offset = infobox.template.start
    start = min(_common(old, new), place[0] - offset)
    same = min(len(old), len(new)) - start
    end = min(_common(old[::-1], new[::-1]), same, len(old) - place[1] + offset)
    return [Edit(offset + start, offset + len(old) - end, new[start : len(new) - end])]


def _template_at(document: Document, index: int) -> Template | None:
    """Return the node of that index if it is a template, without making the others."""
    if index >= len(document.records):
        return None
    start, minus_end, kind, name_start, parts = document.records[index]
    if kind != TEMPLATE:
        return None
    return Template(document.text, start, -minus_end, name_start, parts)


def _around_it(document: Document, index: int, end: int) -> list[tuple[int, int, int]]:
    """Return what the page has beside the template of that index, and where.

    Places behind the start of the template are counted back from the end of the page.
    """
    records = document.records
    opening, length = records[index][0], len(document.text)

    def place(offset: int) -> int:
        return offset - length if offset > opening else offset

    others = records[:index] + records[bisect_left(records, (end,)) :]
    return [(kind, place(start), place(-minus_end)) for start, minus_end, kind, *_ in others]


def _bare(value: str) -> str:
    return without_comments(value).strip()


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common from the start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low

"""Fields of infoboxes, and what their old and new values say."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from homs_wiki.diff.changes.dates import iso
from homs_wiki.profile import Profile
from homs_wiki.profile.infoboxes import FieldType, InfoboxSchema, find_schema

if TYPE_CHECKING:
    from homs_wiki.page.infobox.values import Value

_LONGEST: Final = 5000
"""A value longer than this is not read, but told as it is written."""


class Fields:
    """The fields of an infobox, as far as they are known.

    Attributes:
        schema: what is known of the template; None if it is an infobox by its name alone.
    """

    __slots__ = ("schema",)

    def __init__(self, schema: InfoboxSchema | None) -> None:
        self.schema = schema

    @staticmethod
    def of(profile: Profile, name: str) -> "Fields | None":
        """Return the fields of the template ``name``; None if it is no infobox."""
        return _fields(profile, name)

    def canonical(self, name: str) -> str:
        """Return the canonical name of a field; as it is written if that is not known."""
        facts = self.schema.find(name) if self.schema else None
        return facts.name if facts else name

    def type(self, canonical: str) -> FieldType:
        """Return what a field holds; "text" if that is not known."""
        facts = self.schema.find(canonical) if self.schema else None
        return facts.type if facts else "text"


@lru_cache(maxsize=256)
def _fields(profile: Profile, name: str) -> Fields | None:
    schema = find_schema(profile.language, profile.template_key(name))
    if schema is None and not profile.is_infobox_name(name):
        return None
    return Fields(schema)


def typed_values(profile: Profile, kind: FieldType, old: str, new: str) -> dict[str, str]:
    """Return what two values of a field say, as details of a change.

    ``type`` is that of the new value, else of the old one; ``…-before`` and ``…-after`` are the
    values as numbers, ISO dates and the like; ``shown-before`` and ``shown-after`` what a reader
    sees. Of two lists in which one item differs it is that item.
    """
    values = [_read(profile, kind, text) if _is_read(text) else None for text in (old, new)]
    before, after = _narrowed(*values)
    found: dict[str, str] = {}
    for side, text, value in (("before", old, before), ("after", new, after)):
        if value is not None:
            name, said = _said(value)
            found["type"] = name
            if said:
                found[f"{name}-{side}"] = said
            found[f"shown-{side}"] = value.text or text
    if found.get("shown-before") == found.get("shown-after"):
        # Only what a reader does not see differs.
        found.pop("shown-before", None)
        found.pop("shown-after", None)
    return found


def _is_read(text: str) -> bool:
    return 0 < len(text) <= _LONGEST


def _narrowed(old: "Value | None", new: "Value | None") -> "tuple[Value | None, Value | None]":
    """Return the one item that differs of two lists; of a list of one that item."""
    from homs_wiki.page.infobox.values import Items

    items = [value.items if isinstance(value, Items) else (value,) for value in (old, new)]
    if len(items[0]) != len(items[1]):
        return old, new
    texts = [[item.text if item else "" for item in side] for side in items]
    other = [index for index, text in enumerate(texts[0]) if text != texts[1][index]]
    return (items[0][other[0]], items[1][other[0]]) if len(other) == 1 else (old, new)


def _read(profile: Profile, kind: FieldType, text: str) -> "Value":
    from homs_wiki.page.infobox.values import read_value
    from homs_wiki.syntax import parse

    return read_value(parse(text, profile), (0, len(text)), kind)


def _said(value: "Value") -> tuple[str, str]:
    """Return the name of a value's type and, where it is more than text, what it says."""
    from homs_wiki.page.infobox import values

    if isinstance(value, values.Number):
        return "number", _number(value)
    if isinstance(value, values.Dates):
        return "date", " ".join(iso(found.date) for found in value.dates)
    if isinstance(value, values.Coordinates):
        return "coordinates", f"{value.latitude:.6g} {value.longitude:.6g}"
    if isinstance(value, values.Link):
        return "link", value.target
    if isinstance(value, values.Image):
        return "image", value.file
    if isinstance(value, values.Flag):
        return "flag", value.country
    if isinstance(value, values.Items):
        return "list", str(len(value.items))
    return "text", ""


def _number(value: "Value") -> str:
    from homs_wiki.page.infobox import values

    assert isinstance(value, values.Number)  # noqa: S101
    shown = f"{value.low}" if value.low == value.high else f"{value.low}–{value.high}"
    return f"{'~' if value.approximate else ''}{shown}{'+' if value.at_least else ''}"

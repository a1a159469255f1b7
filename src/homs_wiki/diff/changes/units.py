"""What stands in a passage beside its sentences: who tells what changed in it."""

from collections.abc import Callable, Mapping
from typing import Final

from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.links import compare_places
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.pairing import alike
from homs_wiki.diff.changes.passage import Passage, Unit
from homs_wiki.diff.changes.references import compare_notes, is_reused, label
from homs_wiki.diff.changes.sections import compare_headings
from homs_wiki.diff.changes.templates import compare_templates
from homs_wiki.syntax import ExtensionTag, Wikilink
from homs_wiki.syntax.preprocessor import ISOLATED
from homs_wiki.syntax.redirect import Redirect

Reader = Callable[[Findings, Pairing, Unit, Unit, Callable[[Task], None]], None]

_K = ChangeKind
_ALIKE: Final = 0.6
ADDED: Final[Mapping[str, ChangeKind]] = {
    "category": _K.CATEGORY_ADDED,
    "comment": _K.COMMENT_ADDED,
    "file": _K.IMAGE_ADDED,
    "heading": _K.SECTION_ADDED,
    "language": _K.LANGUAGE_LINK_ADDED,
    "note": _K.REFERENCE_ADDED,
    "redirect": _K.REDIRECT_ADDED,
    "tag": _K.TAG_ADDED,
    "template": _K.TEMPLATE_ADDED,
}
REMOVED: Final[Mapping[str, ChangeKind]] = {
    "category": _K.CATEGORY_REMOVED,
    "comment": _K.COMMENT_REMOVED,
    "file": _K.IMAGE_REMOVED,
    "heading": _K.SECTION_REMOVED,
    "language": _K.LANGUAGE_LINK_REMOVED,
    "note": _K.REFERENCE_REMOVED,
    "redirect": _K.REDIRECT_REMOVED,
    "tag": _K.TAG_REMOVED,
    "template": _K.TEMPLATE_REMOVED,
}
MOVED: Final[Mapping[str, ChangeKind]] = {
    "category": _K.CATEGORY_MOVED,
    "comment": _K.COMMENT_MOVED,
    "file": _K.IMAGE_MOVED,
    "heading": _K.SECTION_MOVED,
    "language": _K.LANGUAGE_LINK_MOVED,
    "note": _K.REFERENCE_MOVED,
    "tag": _K.TAG_MOVED,
    "template": _K.TEMPLATE_MOVED,
}


def name_of(passage: Passage, unit: Unit) -> str:
    """Return what to call a unit: title, name, or how it begins."""
    if unit.family == "note":
        return label(passage.side.document, unit)
    if isinstance(unit.node, Redirect):
        return unit.node.target
    if unit.family == "language" and isinstance(unit.node, Wikilink):
        return unit.node.title or unit.node.target
    if unit.family == "comment":
        return " ".join(unit.text.removeprefix("<!--").removesuffix("-->").split())[:60]
    return unit.key.lstrip("{<")


def compare_units(findings: Findings, pairing: Pairing, more: Callable[[Task], None]) -> None:
    """Tell what changed in the units that stand on both sides, and which of them moved."""
    old, new = pairing.old, pairing.new
    for i, j in pairing.units:
        first, second = old.units[i], new.units[j]
        if j in pairing.moved_units and _has_moved(findings, first, second):
            spans = old.unit_span(first), new.unit_span(second)
            name = name_of(new, second)
            findings.add(MOVED[second.family], spans, name, details=pairing.within)
        if first.text != second.text:
            _READERS[second.family](findings, pairing, first, second, more)


def _has_moved(findings: Findings, old: Unit, new: Unit) -> bool:
    """Whether it is the same thing that stands elsewhere, not one that has taken its place."""
    return findings.are_related and (old.text == new.text or alike(old.text, new.text) >= _ALIKE)


def _compare_comments(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    del more
    if old.text.split() == new.text.split():
        return
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    name = name_of(pairing.new, new)
    findings.add(_K.COMMENT_CHANGED, spans, name, (old.text, new.text), pairing.within)


def _compare_tags(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    """Tell what changed in the tag of an extension: its attributes, or what it holds."""
    first, second = old.node, new.node
    assert isinstance(first, ExtensionTag)  # noqa: S101 - by its family
    assert isinstance(second, ExtensionTag)  # noqa: S101
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    if first.name != second.name or first.attributes != second.attributes:
        shown = _opening(first), _opening(second)
        findings.add(_K.TAG_CHANGED, spans, second.name, shown, pairing.within)
    if first.inner_span and second.inner_span:
        kind = "wikitext" if second.name in ISOLATED else "plain"
        a = Passage(pairing.old.side, *first.inner_span, kind=kind)
        b = Passage(pairing.new.side, *second.inner_span, kind=kind)
        more(Task(a, b, {**pairing.within, "tag": second.name}))
    elif first.inner_span or second.inner_span:
        shown = first.inner, second.inner
        findings.add(_K.TAG_CHANGED, spans, second.name, shown, pairing.within)


def _compare_redirects(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    del more
    names = name_of(pairing.old, old), name_of(pairing.new, new)
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    if names[0] != names[1]:
        findings.add(_K.REDIRECT_RETARGETED, spans, names[1], names, pairing.within)


def _opening(tag: ExtensionTag) -> str:
    return tag.source[slice(*tag.opening_span)]


_READERS: Final[Mapping[str, Reader]] = {
    "category": compare_places,
    "comment": _compare_comments,
    "file": compare_places,
    "heading": compare_headings,
    "language": compare_places,
    "note": compare_notes,
    "redirect": _compare_redirects,
    "tag": _compare_tags,
    "template": compare_templates,
}


def tell_unit(
    findings: Findings, passage: Passage, unit: Unit, within: Mapping[str, str], *, on_new: bool
) -> None:
    """Note a unit that stands on one side only."""
    kind = (ADDED if on_new else REMOVED)[unit.family]
    span = passage.unit_span(unit)
    if unit.family == "note" and is_reused(findings, unit, on_new=on_new):
        kind = _K.REFERENCE_REUSED if on_new else _K.REFERENCE_USE_REMOVED
    spans = (None, span) if on_new else (span, None)
    text = name_of(passage, unit) if unit.family == "redirect" else unit.text
    shown = ("", text) if on_new else (text, "")
    findings.add(kind, spans, name_of(passage, unit), shown, within)

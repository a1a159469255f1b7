"""References: named, renamed, reused, and what changed in their text."""

from collections.abc import Callable
from typing import Final

from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.passage import Passage, Unit
from homs_wiki.diff.changes.templates import compare_templates
from homs_wiki.page.references.names import tag_attributes
from homs_wiki.page.values import plain_value
from homs_wiki.syntax import Document, ExtensionTag, Template

_LONGEST: Final = 60


def label(document: Document, unit: Unit) -> str:
    """Return what to call a reference: its name, the title that it cites, or how it begins."""
    node = unit.node
    if isinstance(node, Template):
        return _shortened(unit.text)
    assert isinstance(node, ExtensionTag)  # noqa: S101 - a note is a tag or a template
    name = tag_attributes(node).get("name")
    if name:
        return name
    for inner in document.descendants(node):
        if isinstance(inner, Template):
            return _cited(document, inner) or _shortened(node.inner)
    return _shortened(node.inner)


def _cited(document: Document, template: Template) -> str:
    profile = document.profile
    if profile.citation_kind(template.name) is None:
        return ""
    for parameter in template.parameters:
        if profile.citation_parameter(template.name, parameter.name) == "title":
            return _shortened(plain_value(parameter) or "")
    return ""


def _shortened(text: str) -> str:
    text = " ".join(text[: 4 * _LONGEST].split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def compare_notes(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    """Tell what changed in a reference that stands on both sides."""
    if not isinstance(old.node, ExtensionTag) or not isinstance(new.node, ExtensionTag):
        compare_templates(findings, pairing, old, new, more)
        return
    before, after = tag_attributes(old.node), tag_attributes(new.node)
    name = label(pairing.new.side.document, new)
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    first, second = before.pop("name", ""), after.pop("name", "")
    if first != second:
        names = first, second
        change = findings.add(ChangeKind.REFERENCE_RENAMED, spans, name, names, pairing.within)
        findings.renamed(change, is_use=old.node.inner_span is None)
    if before != after:
        shown = _shortened(old.node.text), _shortened(new.node.text)
        findings.add(ChangeKind.REFERENCE_CHANGED, spans, name, shown, pairing.within)
    if (old.node.inner_span is None) != (new.node.inner_span is None):
        _tell_definition(findings, pairing, old, new)
    elif old.node.inner_span and new.node.inner_span and old.node.inner != new.node.inner:
        a = Passage(pairing.old.side, *old.node.inner_span)
        b = Passage(pairing.new.side, *new.node.inner_span)
        if _is_cited_anew(a, b) or _is_cited_anew(b, a):
            shown = _shortened(a.text), _shortened(b.text)
            spans = a.span, b.span
            findings.add(ChangeKind.REFERENCE_CHANGED, spans, name, shown, pairing.within)
            return
        more(Task(a, b, {**pairing.within, "reference": name}))


def _is_cited_anew(plain: Passage, cited: Passage) -> bool:
    """Whether one of two texts of a reference is nothing but text, the other but a template."""
    only = not cited.flow.strip() and [unit.family for unit in cited.units] == ["template"]
    return only and not plain.units


def _tell_definition(findings: Findings, pairing: Pairing, old: Unit, new: Unit) -> None:
    """Tell that a use of a reference now brings its text, or no longer does."""
    assert isinstance(old.node, ExtensionTag)  # noqa: S101
    assert isinstance(new.node, ExtensionTag)  # noqa: S101
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    name = label(pairing.new.side.document, new)
    brought = old.node.inner_span is None
    text, other = (new.node.inner, findings.old) if brought else (old.node.inner, findings.new)
    moved = bool(text.strip()) and findings.holds(other, text)
    kind = ChangeKind.REFERENCE_MOVED if moved else ChangeKind.REFERENCE_CHANGED
    details = {**pairing.within, "definition": "added" if brought else "removed"}
    findings.add(kind, spans, name, details=details)


def is_reused(findings: Findings, unit: Unit, *, on_new: bool) -> bool:
    """Whether a reference on one side only uses one that stands on the other side too."""
    node = unit.node
    if isinstance(node, Template):
        return findings.holds(findings.old if on_new else findings.new, unit.text)
    assert isinstance(node, ExtensionTag)  # noqa: S101
    if node.inner_span is not None and node.inner.strip():
        return False
    name = tag_attributes(node).get("name", "")
    return not on_new or name in findings.names[0]

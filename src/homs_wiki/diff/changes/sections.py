"""Headings: renamed, and put on another level."""

from collections.abc import Callable

from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.passage import Unit
from homs_wiki.syntax import Heading


def compare_headings(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    """Tell what changed in a heading that stands on both sides."""
    del more
    assert isinstance(old.node, Heading)  # noqa: S101 - by its family
    assert isinstance(new.node, Heading)  # noqa: S101
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    before, after = old.node.title, new.node.title
    if before != after and before.split() != after.split():
        findings.add(ChangeKind.SECTION_RENAMED, spans, after, (before, after))
    levels = old.node.level, new.node.level
    if before.split() == after.split() and levels[0] == levels[1]:
        findings.add(ChangeKind.WHITE_SPACE_CHANGED, spans, after, (old.text, new.text))
    elif levels[0] != levels[1]:
        values = str(levels[0]), str(levels[1])
        findings.add(ChangeKind.SECTION_LEVEL_CHANGED, spans, after, values)

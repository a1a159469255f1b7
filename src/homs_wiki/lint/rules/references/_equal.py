"""References whose texts are the same."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.references._ref_texts import ref_texts
from homs_wiki.page.once import once
from homs_wiki.page.references import read_references_of
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from homs_wiki.page.references import Definition, Reference
    from homs_wiki.syntax import Document


class Equal(NamedTuple):
    """A reference, and a definition of it whose text another reference has as well."""

    reference: Reference
    definition: Definition
    tag: ExtensionTag


@once
def read_equal(document: Document) -> list[list[Equal]]:
    """Return the ``<ref>`` tags that have one text but are different references.

    Texts are compared without the white space around them. Each list has the references of one
    text, group and list in order, at least two; of a reference that is defined several times, its
    first definition.
    """
    seen: set[str] = set()
    twice: set[str] = set()
    for _, text in ref_texts(document):
        (twice if text in seen else seen).add(text)
    twice.discard("")
    if not twice:
        return []
    starts = {tag.start for tag, text in ref_texts(document) if text in twice}
    references = read_references_of(document)
    by_text: dict[tuple[str, str], list[Equal]] = {}
    for reference in references.all:
        definition = reference.definition
        if definition is not None and definition.node.start in starts:
            tag = definition.node
            if isinstance(tag, ExtensionTag):
                key = (reference.group, tag.inner.strip())
                by_text.setdefault(key, []).append(Equal(reference, definition, tag))
    alike = [found for found in by_text.values() if len(found) > 1]
    if not alike:
        return []
    ends = {group: [] for group, _ in by_text}  # type: dict[str, list[int]]
    for group, shown in ends.items():
        shown += [each.node.end for each in references.lists if each.group in (group, None)]
    return [part for found in alike for part in _by_list(found, ends) if len(part) > 1]


def _by_list(found: list[Equal], ends: dict[str, list[int]]) -> list[list[Equal]]:
    """Part references by the list that shows them: what one list has shown, it forgets."""
    parts: dict[int, list[Equal]] = {}
    for each in found:
        ended = bisect_left(ends[each.reference.group], each.tag.end)
        parts.setdefault(ended, []).append(each)
    return list(parts.values())


def use_of(name: str, group: str) -> str | None:
    """Return a tag that uses a reference by its name; None if it cannot be quoted."""
    if '"' in name or '"' in group:
        return None
    shown = f' group="{group}"' if group else ""
    return f'<ref name="{name}"{shown} />'

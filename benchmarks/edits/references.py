"""Edits of references and of lists of them."""

from itertools import pairwise

from benchmarks.edits.draft import Draft
from benchmarks.edits.sentences import new_reference
from benchmarks.edits.truth import Edited, Truth, place_after, place_of
from homs_wiki.page.references.model import Reference
from homs_wiki.source import Edit, Span
from homs_wiki.syntax import ExtensionTag

_FEWEST_ITEMS = 3


def _single(draft: Draft) -> list[Reference]:
    """Return the references without a name that stand in running text, once."""
    return [
        reference
        for reference in draft.page.references.all
        if reference.name is None
        and not reference.list_defined
        and [use.kind for use in reference.uses] == ["ref tag"]
        and reference.uses[0].place == "prose"
        and draft.text.count(reference.uses[0].node.text) == 1
        and "\n" not in reference.uses[0].node.text
    ]


def _named(draft: Draft) -> list[Reference]:
    """Return the references whose name stands only in ``<ref>`` tags."""
    return [
        reference
        for reference in draft.page.references.all
        if reference.name and reference.definition and not reference.group
        and all(
            isinstance(node, ExtensionTag) and "name" in node.attribute_spans
            for node in _nodes(reference)
        )
    ]  # fmt: skip


def _nodes(reference: Reference) -> list[object]:
    nodes = {use.node.start: use.node for use in reference.uses}
    nodes |= {definition.node.start: definition.node for definition in reference.definitions}
    return [nodes[start] for start in sorted(nodes)]


def reference_added(draft: Draft) -> Edited | None:
    """A reference added behind a sentence."""
    end = draft.pick(draft.ends_of_sentences())
    if end is None:
        return None
    made = draft.replaced(
        "reference added", "reference added", Edit(end, end, new_reference(draft))
    )
    return made._replace(truths=(made.truths[0]._replace(after=""),))


def reference_removed(draft: Draft) -> Edited | None:
    """A reference that is used once removed."""
    if not (reference := draft.pick(_single(draft))):
        return None
    edit = Edit(*reference.uses[0].node.span, "")
    truth = Truth("reference removed", Span(edit.start, edit.end), Span(edit.start, edit.start))
    return draft.made("reference removed", [edit], [truth])


def reference_moved(draft: Draft) -> Edited | None:
    """A reference put behind another sentence."""
    for reference in draft.shuffled(_single(draft)):
        start, end = reference.uses[0].node.span
        far = [at for at in draft.ends_of_sentences() if at < start - 200 or at > end + 200]
        if (at := draft.pick(far)) is not None:
            out, put = Edit(start, end, ""), Edit(at, at, draft.text[start:end])
            truth = Truth("reference moved", Span(start, end), place_of([out, put], put))
            return draft.made("reference moved", [out, put], [truth])
    return None


def reference_renamed(draft: Draft) -> Edited | None:
    """A reference given another name, wherever it is used."""
    if not (reference := draft.pick(_named(draft))):
        return None
    name = draft.title().lower().replace(" ", "-")
    edits = [
        Edit(*_quoted(node), f'"{name}"')
        for node in _nodes(reference)
        if isinstance(node, ExtensionTag)
    ]
    definition = reference.definitions[0].node.span
    truths = [Truth("reference renamed", definition, place_after(edits, *definition))]
    truths += [Truth("use renamed", Span(e.start, e.end), place_of(edits, e)) for e in edits]
    return draft.made("reference renamed", edits, truths)


def _quoted(node: ExtensionTag) -> Span:
    """Return where the name stands, with its quotes."""
    start, end = node.attribute_spans["name"]
    if node.source[start - 1] in "\"'":
        return Span(start - 1, end + (node.source[end] == node.source[start - 1]))
    return Span(start, end)


def reference_reused(draft: Draft) -> Edited | None:
    """A reference that has a name used in one more place."""
    reference, end = draft.pick(_named(draft)), draft.pick(draft.ends_of_sentences())
    if not reference or end is None:
        return None
    edit = Edit(end, end, f'<ref name="{reference.name}" />')
    truth = Truth("reference reused", Span(end, end), place_of([edit], edit))
    return draft.made("reference reused", [edit], [truth])


def _lines_of_citations(draft: Draft) -> list[list[Span]]:
    """Return the runs of lines that each hold one list-defined reference."""
    lists: list[list[Span]] = []
    for found in draft.page.references.lists:
        start, end = found.node.span
        spans = sorted(
            {
                reference.definitions[0].node.span
                for reference in draft.page.references.all
                if reference.list_defined and start < reference.definitions[0].node.start < end
            }
        )
        if all(_is_line(draft.text, each) for each in spans):
            lists.append(spans)
    return [each for each in lists if len(each) >= _FEWEST_ITEMS and _follow(draft.text, each)]


def _is_line(text: str, span: Span) -> bool:
    return text[span.start - 1] == "\n" and text.startswith("\n", span.end)


def _follow(text: str, spans: list[Span]) -> bool:
    """Tell whether only line ends stand between them."""
    return all(text[a.end : b.start].isspace() for a, b in pairwise(spans))


def references_reordered(draft: Draft) -> Edited | None:
    """The references in a reference list put into another order."""
    return _reordered(draft, "references reordered", _lines_of_citations(draft))


def citations_reordered(draft: Draft) -> Edited | None:
    """The items of a list of citations put into another order."""
    cited = {citation.template.start for citation in draft.page.citations}
    lists = []
    for each in draft.page.document.lists:
        items = each.items
        lines = [Span(item.start, item.end) for item in items]
        if (
            len(items) >= _FEWEST_ITEMS
            and all(item.kind == "unordered" and item.level == 1 for item in items)
            and all(_is_line(draft.text, line) for line in lines[:-1])
            and len({draft.text[slice(*line)] for line in lines}) == len(lines)
            and all(any(a <= at < b for at in cited) for a, b in lines)
        ):
            lists.append(lines)
    return _reordered(draft, "list reordered", lists)


def _reordered(draft: Draft, what: str, lists: list[list[Span]]) -> Edited | None:
    lines = draft.pick(lists)
    if not lines:
        return None
    order = draft.shuffled(lines)
    if order == lines:
        order.reverse()
    edits = [
        Edit(*line, draft.text[slice(*other)])
        for line, other in zip(lines, order, strict=True)
        if line != other
    ]
    old = Span(lines[0].start, lines[-1].end)
    return draft.made(what, edits, [Truth(what, old, old)])

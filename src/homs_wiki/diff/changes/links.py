"""Links under the same label, and files, categories and links to other languages."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.pairing import align, gaps, pair_equal
from homs_wiki.diff.changes.passage import Link, Passage, Unit
from homs_wiki.diff.changes.sentences import Hunk
from homs_wiki.syntax import Wikilink


def compare_links(findings: Findings, pairing: Pairing, hunks: list[Hunk]) -> None:
    """Tell which links of the sentences that are on both sides point elsewhere, or are new.

    Those in words that changed themselves are told with the words.
    """
    if _keys(pairing.old) == _keys(pairing.new):
        return
    olds, news = set(dict(pairing.sentences)), {j for _, j in pairing.sentences}
    old = _links(pairing.old, olds, [hunk.old for hunk in hunks])
    new = _links(pairing.new, news, [hunk.new for hunk in hunks])
    pairs = align(
        [_key(pairing.old, link) for link in old], [_key(pairing.new, link) for link in new]
    )
    for gap in gaps(pairs, len(old), len(new)):
        _compare_gap(findings, pairing, [old[i] for i in gap[0]], [new[j] for j in gap[1]])


def _links(passage: Passage, kept: set[int], hunks: list[tuple[int, int]]) -> list[Link]:
    """Return the links whose label is as it was, in sentences that are kept."""
    found = []
    index = 0
    for link in passage.links:
        while index < len(hunks) and hunks[index][1] <= link.start:
            index += 1
        touched = index < len(hunks) and hunks[index][0] < link.end
        if not touched and passage.sentence_at(link.start + 1) in kept:
            found.append(link)
    return found


def _keys(passage: Passage) -> list[tuple[str, str]]:
    return [_key(passage, link) for link in passage.links]


def _key(passage: Passage, link: Link) -> tuple[str, str]:
    return passage.flow[link.start : link.end], link.target


def _compare_gap(findings: Findings, pairing: Pairing, old: list[Link], new: list[Link]) -> None:
    olds = [pairing.old.flow[link.start : link.end] for link in old]
    news = [pairing.new.flow[link.start : link.end] for link in new]
    pairs = pair_equal((list(range(len(old))), list(range(len(new)))), olds, news)
    for i, j in pairs:
        if old[i].target != new[j].target:
            spans = pairing.old.side.span(*old[i].span), pairing.new.side.span(*new[j].span)
            targets = old[i].target, new[j].target
            findings.add(ChangeKind.LINK_RETARGETED, spans, news[j], targets, pairing.within)
    first, second = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, link in enumerate(old):
        if i not in first:
            span = pairing.old.side.span(*link.span)
            values = link.target, ""
            findings.add(ChangeKind.LINK_REMOVED, (span, None), olds[i], values, pairing.within)
    for j, link in enumerate(new):
        if j not in second:
            span = pairing.new.side.span(*link.span)
            values = "", link.target
            findings.add(ChangeKind.LINK_ADDED, (None, span), news[j], values, pairing.within)


_CHANGED: Final = {
    "category": ChangeKind.CATEGORY_CHANGED,
    "language": ChangeKind.LANGUAGE_LINK_CHANGED,
    "file": ChangeKind.IMAGE_CHANGED,
}


def compare_places(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    """Tell what changed in a file, category or link to another language."""
    assert isinstance(old.node, Wikilink)  # noqa: S101 - by its family
    assert isinstance(new.node, Wikilink)  # noqa: S101
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    if old.key != new.key:
        names = old.key, new.key
        findings.add(ChangeKind.IMAGE_REPLACED, spans, new.key, names, pairing.within)
    if new.family == "language" and old.node.target != new.node.target:
        titles = (old.node.title or old.node.target, new.node.title or new.node.target)
        kind = ChangeKind.LANGUAGE_LINK_CHANGED
        findings.add(kind, spans, titles[1], titles, pairing.within)
    if _same_label(old.node, new.node):
        return
    captions = _captions(old.node, new.node)
    if captions:
        first, second = captions
        task = {**pairing.within, "image": new.key}
        more(Task(Passage(pairing.old.side, *first), Passage(pairing.new.side, *second), task))
    labels = (old.node.label or "").strip(), (new.node.label or "").strip()
    if new.family == "file":
        labels = _other_options(old.node, new.node, captions=captions is None)
    if labels[0] != labels[1]:
        findings.add(_CHANGED[new.family], spans, new.key, labels, pairing.within)


def _same_label(old: Wikilink, new: Wikilink) -> bool:
    return (old.label or "").split() == (new.label or "").split()


def _captions(old: Wikilink, new: Wikilink) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where the captions of two files stand if each has one."""
    olds = [each for each in old.options if each.kind == "caption"]
    news = [each for each in new.options if each.kind == "caption"]
    if len(olds) != 1 or len(news) != 1:
        return None
    return (olds[0].start, olds[0].end), (news[0].start, news[0].end)


def _other_options(old: Wikilink, new: Wikilink, *, captions: bool) -> tuple[str, str]:
    """Return the options of two files that differ, as written; all if only their order does."""
    options = [
        [
            node.source[each.start : each.end].strip()
            for each in node.options
            if captions or each.kind != "caption"
        ]
        for node in (old, new)
    ]
    first, second = Counter(options[0]), Counter(options[1])
    if first != second:
        options = [list((first - second).elements()), list((second - first).elements())]
    return "|".join(options[0]), "|".join(options[1])

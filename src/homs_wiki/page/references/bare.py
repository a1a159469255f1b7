"""Web addresses that stand without a label."""

from bisect import bisect_left

from homs_wiki.page.once import once
from homs_wiki.syntax import Document, Template
from homs_wiki.syntax.external_links import ExternalLink


@once
def _bare_urls(document: Document) -> list[ExternalLink]:
    """All links without a label that stand in no template."""
    covered = _template_spans(document)
    return [
        link
        for link in document.external_links
        if link.label_span is None and not _is_covered(covered, link.start)
    ]


def _template_spans(document: Document) -> list[tuple[int, int]]:
    """The templates that stand in no other, apart from those that make a reference."""
    spans: list[tuple[int, int]] = []
    for template in document.templates:
        if (not spans or template.start >= spans[-1][1]) and not _is_footnote(document, template):
            spans.append(template.span)
    return spans


def _is_footnote(document: Document, template: Template) -> bool:
    name = template.name
    return name[:5].lower() == "#tag:" or document.profile.concept(name) in _FOOTNOTES


_FOOTNOTES = frozenset({"efn", "refn", "reflist", "notelist"})


def _is_covered(spans: list[tuple[int, int]], offset: int) -> bool:
    index = bisect_left(spans, (offset + 1,)) - 1
    return index >= 0 and offset < spans[index][1]


def bare_urls_between(document: Document, start: int, end: int) -> list[ExternalLink]:
    """Return the links without a label, in no template, from ``start`` to ``end``, in order."""
    links = _bare_urls(document)
    first = bisect_left(links, start, key=lambda link: link.start)
    last = bisect_left(links, end, key=lambda link: link.start)
    return links[first:last]

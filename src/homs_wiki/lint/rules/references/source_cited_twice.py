"""source-cited-twice: one source in two references, under two addresses or names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._addresses import page_key, tracking
from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.references._equal import Equal, use_of
from homs_wiki.lint.rules.references.reference_nearly_repeated import _key as nearly_repeated
from homs_wiki.lint.rules.references.reference_repeated import _new_name
from homs_wiki.source import Edit, LineIndex
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.citations._cited import Cited
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.references import Reference

# A glance at all addresses and numbers; of an archived copy, the address of the original.
_URL = lazily(
    r"url(?<!archive-url)(?<!archiveurl) *= *[^\s|}]{0,200}//"
    r"(?:(?:www|m|mobile|amp)\.)?([^\s|}#]+)"
)
_DOI = lazily(r"doi *= *([^\s|}]+)")
_ISBN = lazily(r"isbn *= *([-0-9Xx ]+)", re.IGNORECASE)
# What tells two citations of one work apart: parts of it, and what is said of them.
_PARTS = (
    "page", "pages", "at", "chapter", "chapter-url", "quote", "quote-page", "quote-pages", "time",
    "minutes", "section", "volume", "issue", "number", "edition", "map", "inset", "id", "year",
    "sheet",
)  # fmt: skip
# What a citation may have and another not, without it saying more of the source.
_OF_THE_VISIT = frozenset(
    {"access-date", "archive-date", "archive-url", "url-status", "url-access", "df", "ref", "mode"}
)
_WORD = lazily(r"\w")


class SourceCitedTwice(Rule):
    """Two references cite the same source, under another address or in other words.

    ## What it does
    Finds references with one citation template each whose addresses lead to the same page once the
    scheme, `www.`, hosts for telephones, AMP, parameters that track, fragments and archives around
    them are left aside, or that have the same DOI or ISBN. Citations of different pages, chapters,
    volumes or quotations are left alone, and so is the front page of a site. References with the
    same text, or with the same address and title, are reported as repeated or nearly repeated.

    ## Why it matters
    The list shows the source twice, under two numbers, and makes the article look better supported
    than it is.

    ## Example
    ```wikitext
    It burnt.<ref name="mill">{{cite web |url=https://example.org/mill |title=Mill burns}}</ref>
    It rose.<ref>{{cite web |url=http://m.example.org/mill/ |title=Mill burns down}}</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="mill">{{cite web |url=https://example.org/mill |title=Mill burns}}</ref>
    It rose.<ref name="mill" />
    ```

    ## Fix safety
    Where one of the two says all that the other says, the fix keeps that one and uses it in both
    places. It is not safe: a person should see that the two are the same.
    """

    name = "source-cited-twice"
    family = "references"
    severity = Severity.NOTE
    triggers = ("url", "doi", "isbn")
    rule_set = RuleSet.STRICT
    message = "the reference on line {line} cites the same source"
    touches = frozenset({"reference", "template", "parameter", "link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference whose source an earlier one has."""
        offsets = _likely(read_cited(page.document))
        if not offsets:
            return
        first: dict[tuple[str, ...], _Citing] = {}
        lines: LineIndex | None = None
        for each in _citing(page, offsets):
            known = next((first[key] for key in each.keys if key in first), None)
            for key in each.keys:
                first.setdefault(key, each)
            if known is not None and not _is_anothers_finding(known, each):
                lines = lines or LineIndex(page.text)
                line = lines.position(known.tag.start).line
                yield self.finding(each.tag.span, _fix(page, known, each), line=line)


class _Citing(NamedTuple):
    """A reference that cites one source and says nothing else."""

    tag: ExtensionTag
    citation: Citation
    keys: tuple[tuple[str, ...], ...]


def _likely(cited: Cited) -> list[int]:
    """Return where on the page the addresses and numbers stand that occur twice, at a glance."""
    offsets: set[int] = set()
    for pattern in (_URL, _DOI, _ISBN):
        found = [_rough(written) for written in pattern.findall(cited.text)]
        if len(set(found)) < len(found):
            counts = Counter(found)
            matches = zip(found, pattern.finditer(cited.text), strict=True)
            offsets.update(
                cited.offset(match.start())
                for rough, match in matches
                if rough and counts[rough] > 1
            )
    return sorted(offsets)


def _rough(written: str) -> str:
    short = written.lower()
    if "?" in short and (tracked := tracking().search(short)):
        short = short[: tracked.start()]
    short = short.strip("/ ")
    if short[:1].isdigit() and not short.startswith("10."):
        return _isbn(short) or short
    return short


def _isbn(written: str) -> str:
    """Return what an ISBN of ten digits and one of thirteen have in common; empty if it is none."""
    digits = _NO_DIGIT.sub("", written.upper())
    return digits[-10:-1] if len(digits) in (10, 13) else ""


def _citing(page: Page, offsets: list[int]) -> Iterator[_Citing]:
    """Yield the references at some offsets that have one citation and say nothing else."""
    text, nodes = page.text, page.document.nodes
    last = None
    for offset in offsets:
        citation = citation_at(page.document, offset)
        if citation is None or citation is last or citation.template.parent < 0:
            continue
        last = citation
        tag, template = nodes[citation.template.parent], citation.template
        if not isinstance(tag, ExtensionTag) or tag.name != "ref" or not tag.inner_span:
            continue
        start, end = tag.inner_span
        if _WORD.search(text, start, template.start) or _WORD.search(text, template.end, end):
            continue
        group = tag.attributes.get("group", "")
        keys = tuple((group, *key) for key in _keys(citation))
        if keys and "follow" not in tag.attributes:
            yield _Citing(tag, citation, keys)


def _keys(citation: Citation) -> Iterator[tuple[str, ...]]:
    value = citation.value
    parts = tuple(value(name).casefold() if citation.get(name) else "" for name in _PARTS)
    url = page_key(value("url")) if citation.get("url") else ""
    if url and "{{" not in url:
        yield ("url", url, *_NUMBER.findall(value("title")), *parts)
    if citation.get("doi"):
        yield ("doi", value("doi").lower(), *parts)
    if isbn := _isbn(value("isbn")) if citation.get("isbn") else "":
        yield ("isbn", isbn, url, *parts)


_NO_DIGIT = lazily(r"[^0-9X]")
_NUMBER = lazily(r"[0-9]+")


def _is_anothers_finding(one: _Citing, other: _Citing) -> bool:
    """Tell whether another rule reports the two, because they are alike in more."""
    if one.tag.inner.strip() == other.tag.inner.strip():
        return True
    return bool(key := nearly_repeated(one.citation)) and key == nearly_repeated(other.citation)


def _fix(page: Page, known: _Citing, other: _Citing) -> Fix | None:
    """Return how to cite the source once, by the reference that says more."""
    one, another = (_reference(page, each) for each in (known, other))
    if one is None or another is None:
        return None
    name = one.name or another.name
    if name is None and one.definition:
        taken = {reference.name for reference in page.references.all}
        name = _new_name(Equal(one, one.definition, known.tag), taken)
    used = use_of(name, another.group) if name else None
    nodes = [use.node for use in another.uses]
    if not used or not all(isinstance(node, ExtensionTag) for node in nodes):
        return None
    edits = [Edit(node.start, node.end, used) for node in nodes]
    more, less = _said(other.citation), _said(known.citation)
    if more - less:
        if less - more:
            return None
        inner = known.tag.inner_span
        if inner is None:
            return None
        edits.append(Edit(*inner, other.tag.inner))
    if not one.name:
        start = known.tag.start + len("<ref")
        edits.append(Edit(start, start, f' name="{name}"'))
    description = Phrase("Use one reference, “{text}”, for both", text=name)
    return Fix(tuple(edits), safe=False, description=description)


def _reference(page: Page, citing: _Citing) -> Reference | None:
    """Return the reference whose text a tag gives, where it is used; None if another gives it."""
    reference = page.references.at(citing.citation.template.start)
    if reference is None or reference.list_defined or reference.definition is None:
        return None
    return reference if reference.definition.node is citing.tag else None


def _said(citation: Citation) -> frozenset[str]:
    return frozenset(citation.parameters) - _OF_THE_VISIT

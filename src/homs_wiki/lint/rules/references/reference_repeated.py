"""reference-repeated: one source, written out twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._equal import read_equal, use_of
from homs_wiki.lint.rules.references.reference_ibid import IBID
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.references._equal import Equal
    from homs_wiki.page import Page

_YEAR = lazily(r"(?<!\d)[12]\d{3}(?!\d)")
_PLAIN = lazily(r"[^\W\d_][^\"'<>=\[\]{}|&]*")


class ReferenceRepeated(Rule):
    """The same reference is written out twice.

    ## What it does
    Finds references without a name whose text another reference of the same list has as well. Texts
    that say no more than “ibid.” are left alone.

    ## Why it matters
    The list shows the source twice, under two numbers. Corrections are made to one of them only.

    ## Example
    ```wikitext
    It burnt.<ref name="post">''Hilltown Post'', 3 May.</ref> It rose.<ref>''Hilltown Post'', 3 May.</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="post">''Hilltown Post'', 3 May.</ref> It rose.<ref name="post" />
    ```

    ## Fix safety
    If the other reference has a name, the fix uses it, which is safe. If none has, it makes a name
    of the author and year of the citation template, where there are such; a person should look at
    that name.
    """  # noqa: E501 - wikitext has long lines

    name = "reference-repeated"
    family = "references"
    severity = Severity.NOTE
    message = "the same reference stands on line {line}"
    touches = frozenset({"reference"})
    aliases = {"checkwiki": "81"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reference without a name whose text another one has."""
        equal = read_equal(page.document)
        if not equal:
            return
        taken = {reference.name for reference in page.references.all}
        position, line = 0, 1
        for kept, found in sorted(map(_with_kept, equal), key=_start):
            line += page.text.count("\n", position, kept.tag.start)
            position = kept.tag.start
            others = [each for each in found if each is not kept and _may_go(each)]
            if others:
                name = kept.reference.name or _new_name(kept, taken)
                for each in others:
                    yield self.finding(each.tag.span, _fix(name, kept, each), line=line)


def _with_kept(found: list[Equal]) -> tuple[Equal, list[Equal]]:
    """Return the reference that the others should use: the first that has a name, or the first."""
    return next((each for each in found if each.reference.name), found[0]), found


def _start(found: tuple[Equal, list[Equal]]) -> int:
    return found[0].tag.start


def _may_go(each: Equal) -> bool:
    reference = each.reference
    return not reference.name and reference.follow is None and not IBID.match(each.tag.inner)


def _fix(name: str | None, kept: Equal, other: Equal) -> Fix | None:
    used = use_of(name, other.reference.group) if name else None
    if not used:
        return None
    edits = [Edit(other.tag.start, other.tag.end, used)]
    if not kept.reference.name:
        start = kept.tag.start + len("<ref")
        edits.append(Edit(start, start, f' name="{name}"'))
    safe = bool(kept.reference.name)
    return Fix(
        tuple(edits),
        safe=safe,
        description=Phrase("Use one reference, “{text}”, for both", text=name),
    )


def _new_name(kept: Equal, taken: set[str | None]) -> str | None:
    """Return a name made of author and year; None if they are not plain or the name is taken."""
    citations = kept.reference.citations
    if len(citations) != 1:
        return None
    author = citations[0].value("last")
    year = _YEAR.search(citations[0].value("date") or citations[0].value("year"))
    if not year or not _PLAIN.fullmatch(author):
        return None
    name = f"{' '.join(author.split())} {year[0]}"
    if name in taken:
        return None
    taken.add(name)
    return name

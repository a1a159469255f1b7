"""How parameters of citations are mended, and whether the module is content then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.citations._parameters import name_span, remove
from homs_wiki.lint.rules.citations._rewriting import parameters_after
from homs_wiki.page import read_text
from homs_wiki.source import Edit, apply_edits
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.citations.judging import Condition
    from homs_wiki.syntax import Parameter

_LONGEST = 4000
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LABEL = compiled(r"[A-Za-z][A-Za-z0-9]*[:. ]+(?=\S)|(?i:PMC|MR|JFM|OSTI|PMID|RFC|SSRN)(?=\d)")
_RESOLVER = compiled(r"https?://(?:dx\.)?doi\.org/|https?://\S*/(?=[^/\s]+\Z)")


def mends(case: Case, fix: Fix) -> bool:
    """Tell whether the module has one complaint less about a citation after a fix, and none new."""
    gone = _gone(case.page, case.citation, fix)
    return gone is not None and case.condition.id in gone


def is_accepted(page: Page, citation: Citation, fix: Fix) -> bool:
    """Tell whether the module has no complaint about a citation after a fix that it had not."""
    return _gone(page, citation, fix) is not None


def _gone(page: Page, citation: Citation, fix: Fix) -> list[str] | None:
    """Return the conditions that a citation no longer has after a fix; None if it has a new one."""
    if citation.template.end - citation.template.start > _LONGEST:
        return None
    parameters = parameters_after(citation.template, fix.edits)
    if parameters is None:
        found = _conditions_of_text(page, citation, fix)
    else:
        found = citation.conditions_with(parameters)
    if found is None:
        return None
    gone = [each.id for each in citation.conditions]
    for each in found:
        if each.id not in gone:
            return None
        gone.remove(each.id)
    return gone


def _conditions_of_text(page: Page, citation: Citation, fix: Fix) -> list[Condition] | None:
    """Return what the module says of a citation after a fix; None if it is no citation then."""
    template = citation.template
    start = template.start
    edits = [Edit(edit.start - start, edit.end - start, edit.text) for edit in fix.edits]
    mended = read_text(apply_edits(template.text, edits), page.profile).citations
    return None if not mended or mended[0].template.start else mended[0].conditions


def text_of(parameter: Parameter) -> str | None:
    """Return the value, trimmed; None if there are comments, tags or templates in it."""
    start, end = parameter.value_span
    if end - start > _LONGEST:
        return None
    value = parameter.value.strip()
    return None if "{{" in value or "<" in value else value


def new_values(parameter: Parameter, values: Iterable[str], *, safe: bool = True) -> Iterator[Fix]:
    """Yield the fixes that give a parameter one of some values, where it has another."""
    old = text_of(parameter)
    for value in values:
        if old is not None and value and value != old:
            yield write(parameter.stripped_span, value, safe=safe)


def new_names(
    parameter: Parameter, name: str, *, safe: bool, value: str | None = None
) -> Iterator[Fix]:
    """Yield the fix that gives a parameter another name, and another value if one is given."""
    written = parameter.source[slice(*parameter.name_span)]
    if parameter.equals is None or without_comments(written) != written:
        return
    edits = [Edit(*name_span(parameter), name)]
    if value is not None and value != text_of(parameter):
        edits.append(Edit(*parameter.stripped_span, value))
    yield Fix(tuple(edits), safe=safe, description=Phrase("Call it “{text}”", text=name))


def safely_removed(parameter: Parameter) -> Fix:
    """Return the safe fix that takes out a parameter of which nothing is shown."""
    return remove(parameter)._replace(safe=True)


def all_removed(parameters: Iterable[Parameter]) -> Fix:
    """Return the safe fix that takes out several parameters."""
    edits = tuple(edit for parameter in parameters for edit in remove(parameter).edits)
    return Fix(edits, safe=True, description="Remove what is empty")


def added(parameter: Parameter, name: str, value: str) -> Edit:
    """Return the edit that writes a new parameter behind another, laid out as that one is."""
    source = parameter.source
    start, end = parameter.stripped_span
    equals = start if parameter.equals is None else parameter.equals
    before, after = source[equals + 1 : start], source[end : parameter.end]
    written = source[parameter.start : equals].replace(parameter.name, name)
    return Edit(parameter.end, parameter.end, f"|{written}={before}{value}{after}")


def identifiers_meant(parameter: Parameter) -> Iterator[Fix]:
    """Yield the fixes of what is written wrongly round and in identifiers again and again.

    Whether one makes it right is not known here.
    """
    value = text_of(parameter)
    if value is None:
        return
    plain = _RESOLVER.sub("", value.translate(_DASHES)).rstrip(".,;")
    bare = _LABEL.sub("", plain, count=1) if _LABEL.match(plain) else plain
    joined = "".join(plain.split())
    yield from new_values(
        parameter, [plain, bare, bare.upper(), *([joined] if value[:1].isalpha() else [])]
    )

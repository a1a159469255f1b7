"""``homs-wiki refs``: the references of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homs_wiki.cli.reading import page_options, read
from homs_wiki.cli.tables import Column, show
from homs_wiki.page.infobox.text import plain_text
from homs_wiki.page.references.coverage import read_coverage

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.references import Definition, Reference, Use
    from homs_wiki.page.references.coverage import Covered
    from homs_wiki.source import Span

_COLUMNS = (
    Column("shown", "No.", numeric=True),
    Column("name", "Name"),
    Column("lines", "Used in line"),
    Column("says", "Says"),
)
_CITED = ("title", "work", "publisher", "date", "access-date", "url", "archive-url")


_COVERAGE_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("references", "References", numeric=True),
    Column("words", "Words", numeric=True),
    Column("kind", "What"),
    Column("name", "Section or field"),
)


@click.command()
@page_options
@click.option(
    "--coverage",
    is_flag=True,
    help="Show how many references each paragraph has, and each number in an infobox.",
)
def command(
    path: Path, format_name: str, profile: str | None, max_size: int, coverage: bool
) -> None:
    """Show the references of a page.

    Their number and name, where they are used, and what they say.

    \b
    Examples:
      homs-wiki refs article.wiki
      homs-wiki refs --coverage article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    this = read(path, profile, max_size)
    if coverage:
        rows = [_covered(this, each) for each in read_coverage(this.page.document)]
        name = this.source.name
        show(format_name, "coverage", name, rows, _COVERAGE_COLUMNS, "nothing to reference")
        return
    references = this.page.references.all
    if format_name == "table":
        rows = [_for_people(this, reference) for reference in references]
    else:
        rows = [_row(this, reference) for reference in references]
    if format_name == "csv":
        rows = [_flat(row) for row in rows]
    show(format_name, "references", this.source.name, rows, _COLUMNS, "no reference")


def _covered(this: ReadPage, each: Covered) -> Row:
    return {
        "kind": each.kind,
        "name": each.name,
        "words": each.words,
        "references": each.references,
        **this.place(*each.span),
    }


def _row(this: ReadPage, reference: Reference) -> Row:
    definition = reference.definition
    return {
        "number": reference.number,
        "group": reference.group,
        "name": reference.name,
        "follow": reference.follow,
        "list_defined": reference.list_defined,
        "text": reference.text.strip(),
        "definition": _definition(this, definition) if definition else None,
        "definitions": len(reference.definitions),
        "uses": [_use(this, use) for use in reference.uses],
        "citations": [_citation(this, citation) for citation in reference.citations],
        "bare_urls": [link.url for link in reference.bare_urls],
    }


def _definition(this: ReadPage, definition: Definition) -> Row:
    return {"kind": definition.kind, **this.place(*definition.span)}


def _use(this: ReadPage, use: Use) -> Row:
    sentence = use.sentence
    return {
        "kind": use.kind,
        "place": use.place,
        "infobox_field": use.infobox_field,
        "section": use.section,
        "sentence": this.sentence(sentence) if sentence else None,
        **this.place(*use.span),
    }


def _citation(this: ReadPage, citation: Citation) -> Row:
    said = {name.replace("-", "_"): citation.value(name) or None for name in _CITED}
    return {
        "template": citation.template.name,
        "kind": citation.kind,
        **said,
        "authors": [{"last": who.last, "first": who.first} for who in citation.authors],
        "identifiers": {each.name: each.value for each in citation.identifiers},
        **this.place(*citation.template.span),
    }


def _flat(row: Row) -> Row:
    """Return a row with one value in a cell: of several citations, what the first says."""
    uses: list[Row] = row["uses"]  # type: ignore[assignment]
    citations: list[Row] = row["citations"]  # type: ignore[assignment]
    first = citations[0] if citations else {}
    names = ("kind", *(name.replace("-", "_") for name in _CITED))
    return {
        **{name: row[name] for name in ("number", "group", "name", "list_defined")},
        "uses": len(uses),
        "lines": [use["line"] for use in uses],
        **{name: first.get(name) for name in names},
        "bare_urls": row["bare_urls"],
        "text": row["text"],
    }


def _for_people(this: ReadPage, reference: Reference) -> Row:
    number = str(reference.number) if reference.number is not None else "–"
    return {
        "name": reference.name,
        "shown": f"{reference.group} {number}" if reference.group else number,
        "lines": [this.line(use.span.start) for use in reference.uses],
        "says": _says(this, reference),
    }


def _says(this: ReadPage, reference: Reference) -> str:
    """Return a line on what a reference says: what it cites, or else its text."""
    document = this.page.document

    def shown(citation: Citation, name: str) -> str:
        parameter = citation.get(name)
        return _one_line(this, parameter.stripped_span) if parameter else ""

    cited = [
        ", ".join(filter(None, (shown(citation, name) for name in ("title", "work", "date"))))
        for citation in reference.citations
    ]
    if any(cited):
        return "\n".join(filter(None, cited))
    definition = reference.definition
    if definition is None:
        return "(no definition)"
    text = _one_line(this, definition.span)
    return text or document.text[slice(*definition.span)].strip()


def _one_line(this: ReadPage, span: Span) -> str:
    return " ".join(plain_text(this.page.document, *span).split())

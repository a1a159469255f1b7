"""``homs-wiki citations``: the citations of a page, as a bibliography for other programs too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.console import write_for_machines
from homs_wiki.cli.inputs import ANY_PATH, format_option, max_size_option, profile_option
from homs_wiki.cli.reading import read
from homs_wiki.cli.tables import FORMATS, Column, show
from homs_wiki.source.visible import as_json, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.bibliography import Entry, Name
    from homs_wiki.syntax import Parameter

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("id", "Key"),
    Column("kind", "Kind"),
    Column("who", "By"),
    Column("title", "Title"),
    Column("container", "In"),
    Column("date", "Date"),
)
# Code points; of a longer value only the beginning is shown, because each of templates in
# templates holds all the inner ones.
_LONGEST = 10_000
_BEGINNING = 200


@click.command()
@click.argument("path", metavar="FILE", type=ANY_PATH)
@format_option(
    "A table for people; everything for machines; or a bibliography.",
    *FORMATS,
    "bibtex",
    "csl-json",
)
@profile_option("page belongs")
@max_size_option("a file that is")
def command(path: Path, format_name: str, profile: str | None, max_size: int) -> None:
    """Show the citations of a page.

    With the parameters under the names of Citation Style 1, whatever the wiki calls them; or as a
    bibliography for reference managers, TeX (biblatex) and processors of CSL.

    \b
    Example:
      homs-wiki citations --format bibtex article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.page.bibliography import read_bibliography

    this = read(path, profile, max_size)
    entries = read_bibliography(this.page)
    if format_name == "csl-json":
        _write_csl(entries)
    elif format_name == "bibtex":
        _write_biblatex(entries)
    else:
        rows = _rows(this, entries, format_name)
        show(format_name, "citations", this.source.name, rows, _COLUMNS, "no citation")


def _write_csl(entries: Iterable[Entry]) -> None:
    from homs_wiki.page.bibliography import csl_item

    body = ",\n".join(f"  {as_json(csl_item(entry))}" for entry in entries)
    write_for_machines([f"[\n{body}\n]\n" if body else "[]\n"])


def _write_biblatex(entries: Iterable[Entry]) -> None:
    from homs_wiki.page.bibliography import biblatex_entry

    text = "".join(map(biblatex_entry, entries))
    # As in CSV, there are no escapes that would keep what a page holds from a terminal.
    write_for_machines([visible_lines(text) if sys.stdout.isatty() else text])


def _rows(this: ReadPage, entries: list[Entry], format_name: str) -> list[Row]:
    if format_name == "table":
        return [_for_people(this, entry) for entry in entries]
    if format_name == "json":
        return [_row(this, entry) for entry in entries]
    from homs_wiki.page.bibliography.people import is_of_people

    names = dict.fromkeys(
        name for entry in entries for name in entry.names if not is_of_people(name)
    )
    return [_flat(this, entry, names) for entry in entries]


def _row(this: ReadPage, entry: Entry) -> Row:
    citation = entry.citation
    return {
        **_about(this, entry),
        "parameters": {name: _wikitext(each) for name, each in citation.parameters.items()},
        "unknown": {each.name: _wikitext(each) for each in citation.unknown},
        **this.place(*citation.template.span),
    }


def _flat(this: ReadPage, entry: Entry, names: Iterable[str]) -> Row:
    """Return a row with one value in a cell, names of people in one for each role."""
    parameters = entry.citation.parameters
    made = entry.credits
    return {
        **_about(this, entry),
        "authors": _names(made.container_authors or made.authors),
        "contributors": _names(made.authors) if made.container_authors else [],
        "editors": _names(made.editors),
        "translators": _names(made.translators),
        "interviewers": _names(made.interviewers),
        **{name: _wikitext(parameters.get(name)) for name in names},
        **this.place(*entry.citation.template.span),
    }


def _about(this: ReadPage, entry: Entry) -> Row:
    citation = entry.citation
    reference = this.page.references.at(citation.template.start)
    return {
        "id": entry.key,
        "kind": citation.kind,
        "template": citation.template.name,
        "reference": reference.name if reference else None,
        "number": reference.number if reference else None,
    }


def _for_people(this: ReadPage, entry: Entry) -> Row:
    issued = entry.issued
    return {
        "line": this.line(entry.citation.template.start),
        "id": entry.key,
        "kind": entry.citation.kind,
        "who": "\n".join(_names(entry.credits.authors)),
        "title": entry.text(entry.title),
        "container": entry.text(entry.container),
        "date": issued.text if issued else "",
    }


def _names(names: Iterable[Name]) -> list[str]:
    return [f"{name.family}, {name.given}" if name.given else name.family for name in names]


def _wikitext(parameter: Parameter | None) -> str:
    """Return the value of a parameter without comments and white space around it."""
    from homs_wiki.syntax import without_comments

    if parameter is None:
        return ""
    start, end = parameter.value_span
    if end - start <= _LONGEST:
        return without_comments(parameter.source[start:end]).strip()
    return f"{without_comments(parameter.source[start : start + _BEGINNING]).strip()}…"

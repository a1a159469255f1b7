"""``homs-wiki dates``: every date that a page mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homs_wiki.cli.reading import page_options, read
from homs_wiki.cli.tables import Column, show
from homs_wiki.cli.values import date_as_data

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.dates.reader import PageDate

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("text", "As written"),
    Column("iso", "Date"),
    Column("precision", "Precision"),
    Column("calendar", "Calendar"),
    Column("role", "Where"),
    Column("name", "Field"),
    Column("fault", "Fault"),
)
_PARTS = frozenset(("form", "from", "to"))


@click.command()
@page_options
def command(path: Path, format_name: str, profile: str | None, max_size: int) -> None:
    """Show every date that a page mentions.

    Those in prose, headings, infobox, citations and templates.

    Dates are shown as in ISO 8601, in their own calendar; XX stands for what is not said, a slash
    between the ends of a range.

    \b
    Example:
      homs-wiki dates --format csv article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    this = read(path, profile, max_size)
    rows = [_row(this, date) for date in this.page.dates]
    if format_name == "csv":
        rows = [{key: row[key] for key in row if key not in _PARTS} for row in rows]
    show(format_name, "dates", this.source.name, rows, _COLUMNS, "no date")


def _row(this: ReadPage, found: PageDate) -> Row:
    return {
        "text": found.text,
        **date_as_data(found.date),
        "role": found.role,
        "name": found.name,
        "section": found.section,
        "form": found.form._asdict(),
        "fault": found.fault,
        **this.place(*found.span),
    }

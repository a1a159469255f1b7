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
_TARGETS = ("dmy", "mdy", "iso", "house")
_PARTS = frozenset(("form", "from", "to"))


@click.command()
@page_options
@click.option(
    "--normalise",
    "target",
    type=click.Choice(_TARGETS),
    help="Write the dates of prose, infobox and citations in this form.",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what --normalise would change.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Rewrite also where something around the date has to be looked at.",
)
def command(
    path: Path,
    format_name: str,
    profile: str | None,
    max_size: int,
    target: str | None,
    diff: bool,
    unsafe: bool,
) -> None:
    """Show every date that a page mentions, or write them in one form.

    Those in prose, headings, infobox, citations and templates.

    Dates are shown as in ISO 8601, in their own calendar; XX stands for what is not said, a slash
    between the ends of a range.

    With --normalise, the file is written anew with its dates in that form: the day first (dmy),
    the month first (mdy), as in ISO 8601 (iso), or as the article declares, the wiki or most of
    the article has it (house). What was changed is shown, and what was left alone and why:
    quotations, titles, names, what could mean another day. Of -, the page is written.

    \b
    Examples:
      homs-wiki dates --format csv article.wiki
      homs-wiki dates --normalise house --diff article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    if target is None and (diff or unsafe):
        raise click.UsageError("--diff and --unsafe need --normalise")
    this = read(path, profile, max_size)
    if target is not None:
        from homs_wiki.cli.dating.normalise import normalise

        normalise(this, path, target, format_name, diff=diff, unsafe=unsafe)
        return
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

"""``homs-wiki infobox``: the fields of the infoboxes of a page, with what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homs_wiki.cli.reading import page_options, read
from homs_wiki.cli.tables import Column, show
from homs_wiki.cli.values import as_data

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.infobox import Field

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("field", "Field"),
    Column("canonical", "Means"),
    Column("type", "Type"),
    Column("text", "Value"),
    Column("references", "References", numeric=True),
)


@click.command()
@page_options
def command(path: Path, format_name: str, profile: str | None, max_size: int) -> None:
    """Show the fields of the infobox of a page.

    Each field in order, what it means and what it says.

    \b
    Example:
      homs-wiki infobox --format json article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    this = read(path, profile, max_size)
    rows = [_row(this, field) for infobox in this.page.infoboxes for field in infobox.fields]
    show(format_name, "fields", this.source.name, rows, _COLUMNS, "no infobox")


def _row(this: ReadPage, field: Field) -> Row:
    value = field.value
    return {
        "infobox": field.infobox.name,
        "field": field.name,
        "canonical": field.canonical,
        "type": "blank" if field.is_blank else type(value).__name__.lower(),
        "text": value.text,
        "value": as_data(value),
        "references": len(field.references),
        "raw": field.raw,
        **this.place(*field.value_span),
    }

"""``homs-wiki outline``: the sections of a page, with what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homs_wiki.cli.reading import page_options, read
from homs_wiki.cli.tables import Column, show
from homs_wiki.page.infobox.text import plain_text

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.outline import Section

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("shown", "Section"),
    Column("words", "Words", numeric=True),
    Column("references", "References", numeric=True),
    Column("citations", "Citations", numeric=True),
)
_LEAD = "(lead)"


@click.command()
@page_options
def command(path: Path, format_name: str, profile: str | None, max_size: int) -> None:
    """Show the sections of a page.

    Words of prose, references used and citations written in each; the numbers are
    of the section's own text, without its subsections.

    \b
    Example:
      homs-wiki outline article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    this = read(path, profile, max_size)
    rows = [_row(this, section) for section in this.page.sections]
    if format_name == "table":
        rows = [{**row, "shown": _shown(row)} for row in rows]
    show(format_name, "outline", this.source.name, rows, _COLUMNS, "no section")


def _row(this: ReadPage, section: Section) -> Row:
    heading = section.heading
    return {
        "index": section.index,
        "parent": section.parent.index if section.parent else None,
        "level": section.level,
        "title": plain_text(this.page.document, *heading.title_span) if heading else "",
        "words": section.words,
        "references": section.references,
        "citations": section.citations,
        **this.place(section.start, section.end),
    }


def _shown(row: Row) -> str:
    level = row["level"]
    indent = "  " * max(0, level - 2) if isinstance(level, int) else ""
    return f"{indent}{row['title']}" if level else _LEAD

"""``homs-wiki timeline``: what a page tells, in order of time."""

from __future__ import annotations

from pathlib import Path

import click

from homs_wiki.cli.reading import page_options, read
from homs_wiki.cli.tables import Column, show
from homs_wiki.page.timeline import read_timeline

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("when", "Date"),
    Column("text", "As written"),
    Column("section", "Section"),
    Column("sentence", "Sentence"),
    Column("published", "Sources of"),
    Column("note", "Note"),
)


@click.command()
@page_options
@click.option(
    "--svg",
    "picture",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draw the timeline into this file instead; - for standard output.",
)
def command(
    path: Path, format_name: str, profile: str | None, max_size: int, picture: Path | None
) -> None:
    """Show what a page tells in order of time.

    Every sentence with a date, with its section, what it cites and when that was published; what
    may not both be true is noted.

    \b
    Examples:
      homs-wiki timeline article.wiki
      homs-wiki timeline --svg story.svg article.wiki
    """  # noqa: D301 - click wants the character, not the escape
    this = read(path, profile, max_size)
    timeline = read_timeline(this.page)
    if picture is not None:
        from homs_wiki.cli.timeline.drawing import draw, write

        write(picture, draw(this, timeline))
        return
    from homs_wiki.cli.timeline.rows import flat, for_people, rows

    found = rows(this, timeline)
    if format_name == "table":
        found = [for_people(row) for row in found]
    elif format_name == "csv":
        found = [flat(row) for row in found]
    show(format_name, "statements", this.source.name, found, _COLUMNS, "no date")

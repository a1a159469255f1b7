"""Rows of facts about a page: as a table for people, as JSON or CSV for machines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.console import shows_colour, write_for_machines, write_for_people
from homs_wiki.source.visible import as_json, isolated_if_needed, visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMATS = ("table", "json", "csv")

_NARROWEST = 12  # cells; a column is made no narrower than this, and rather stands out

_WIDTH_OF_FILES = 120  # cells; where there is no terminal to say how wide it is

Row = dict[str, object]
"""What is known of one thing, by the names that JSON and CSV have for it: strings, numbers, None,
and lists and dictionaries of those."""


class Column(NamedTuple):
    """A column of the table for people: which value of a row, and what stands above it."""

    key: str
    heading: str
    numeric: bool = False


def show(
    format_name: str,
    kind: str,
    file: str | None,
    rows: Sequence[Row],
    columns: Sequence[Column],
    nothing: str,
) -> None:
    """Write rows to standard output.

    Args:
        format_name: one of `FORMATS`.
        kind: what the rows are; the key of their list in JSON.
        file: the name of the page's file; None if the rows are not about a page.
        rows: all with the same keys in the same order.
        columns: what people are shown, without those that are empty all the way down; JSON and
            CSV have everything.
        nothing: what people are told if there are no rows.
    """
    if format_name == "json":
        body = ",\n".join(f"  {as_json(row)}" for row in rows)
        about = "" if file is None else f'"file": {as_json(file)}, '
        opening = f'{{"version": 1, {about}"{kind}": ['
        write_for_machines([f"{opening}\n{body}\n]}}\n" if rows else f"{opening}]}}\n"])
    elif format_name == "csv":
        text = _csv(rows)
        # CSV has no escapes; a person who looks at it must not meet those of the page.
        write_for_machines([visible_lines(text) if sys.stdout.isatty() else text])
    elif rows:
        _write_table(rows, columns)
    else:
        write_for_people([f"{nothing}\n"])


def _csv(rows: Sequence[Row]) -> str:
    import csv
    from io import StringIO

    if not rows:
        return ""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_in_csv(value) for value in row.values()] for row in rows)
    return text.getvalue()


def _in_csv(value: object) -> object:
    """Return a value for one cell: lists joined by semicolons, what has parts as JSON."""
    if isinstance(value, list) and not any(isinstance(item, dict) for item in value):
        return "; ".join(str(item) for item in value)
    if isinstance(value, (dict, list)):
        return as_json(value)
    return "" if value is None else value


def _write_table(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Write the table with rich; each line of a cell that needs it is isolated.

    The cells are wrapped here, because an isolate has to end on the line on which it begins;
    so rich gets columns that already fit and has nothing left to cut.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = [column for column in columns if any(_in_table(row, column.key) for row in rows)]
    cells = [[_in_table(row, column.key) for column in columns] for row in rows]
    console = Console(
        file=sys.stdout, no_color=not shows_colour(sys.stdout), highlight=False, markup=False
    )
    frame = 3 * len(columns) + 1  # a rule and a blank on each side
    if not (console.is_terminal or "COLUMNS" in os.environ):
        console.width = _WIDTH_OF_FILES
    widths = _widths(columns, cells, console.width - frame)
    console.width = max(console.width, sum(widths) + frame)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=True)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            Text(column.heading),
            width=width,
            no_wrap=True,
            justify="right" if column.numeric else "left",
        )
    for row in cells:
        wrapped = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        table.add_row(*(Text("\n".join(map(isolated_if_needed, cell))) for cell in wrapped))
    with console.capture() as capture:
        console.print(table)
    lines = capture.get().strip("\n").split("\n")
    write_for_people(f"{line.rstrip()}\n" for line in lines if line.strip())


def _in_table(row: Mapping[str, object], key: str) -> str:
    value = row[key]
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return how wide each column gets: what it needs, the widest ones less if room is short."""
    from rich.cells import cell_len

    needed = [
        max(
            cell_len(column.heading),
            *(cell_len(line) for row in cells for line in row[index].split("\n")),
        )
        for index, column in enumerate(columns)
    ]
    limit = max(needed)
    while limit > _NARROWEST and sum(min(width, limit) for width in needed) > room:
        limit -= 1
    return [min(width, limit) for width in needed]


def _wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells, broken at blanks where there are any."""
    from rich.cells import cell_len, chop_cells

    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in visible(paragraph).split(" "):
            longer = f"{line} {word}" if line else word
            if cell_len(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = chop_cells(word, width) or [""]
            lines += full
        lines.append(line)
    return lines

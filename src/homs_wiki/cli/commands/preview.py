"""``homs-wiki preview``: an article as a wiki's own parser shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.inputs import format_option, output_option
from homs_wiki.cli.wikis.common import file_argument, site_option, title_option, wiki_options

if TYPE_CHECKING:
    from homs_wiki.source import SourceFile
    from homs_wiki.wiki.preview import Preview


@click.command()
@file_argument
@site_option("--to")
@output_option("HTML", "Write the page to a file.")
@click.option("--open", "opens", is_flag=True, help="Show the page in the browser.")
@format_option("What is wrong, for people or for machines.")
@title_option
@wiki_options
def command(
    path: Path | None,
    site_name: str,
    output: Path | None,
    opens: bool,
    format_name: str,
    title: str | None,
    settings_path: Path | None,
    journal_path: Path | None,  # noqa: ARG001 - nothing is written down, as nothing is saved
    max_size: int,
) -> int:
    """Show an article as a wiki would, and what its parser complains of; nothing is saved.

    Errors in footnotes and missing templates are listed with their places. Without FILE, it is
    the article that article.toml names.

    \b
    Examples:
      homs-wiki preview article/homs.wiki --to test --open
      homs-wiki preview --to test -o page.html

    Exit code: 0 nothing is wrong, 1 something is, 2 wrong use or an input that cannot be read,
    3 the wiki refused or did not answer, 4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.cli.revisions.target import STDOUT, write_to
    from homs_wiki.cli.wikis.common import Wikis, find_place, profile_of, read_page, read_place
    from homs_wiki.cli.wikis.previewing import html_page
    from homs_wiki.wiki.preview import preview

    if output == STDOUT:
        raise click.UsageError("standard output has what is wrong: name a file for the page")
    place = find_place(path, title)
    connection = Wikis(settings_path, None).connect(site_name, place)
    source = read_place(place, max_size)
    profile = profile_of(place, connection)
    shown = preview(connection.site, read_page(source.text, profile, place.title), place.title)
    if output or opens:
        file = output or _new_file()
        write_to(file, html_page(connection.site, place.title, shown, profile).encode())
        _tell(source, shown, format_name, file)
        if opens:
            _open(file)
    else:
        _tell(source, shown, format_name, None)
    return exits.FINDINGS if shown.problems else exits.CLEAN


def _new_file() -> Path:
    """Return a new file that goes with the next restart."""
    import os
    import tempfile

    handle, name = tempfile.mkstemp(prefix="homs-wiki-preview-", suffix=".html")
    os.close(handle)
    return Path(name)


def _tell(source: SourceFile, shown: Preview, format_name: str, file: Path | None) -> None:
    from homs_wiki.cli.console import write_for_machines
    from homs_wiki.cli.wikis.common import say
    from homs_wiki.cli.wikis.previewing import records, told
    from homs_wiki.source.visible import as_json, isolated_if_needed

    if format_name == "json":
        record = {
            "version": 1,
            "file": source.name,
            "html": str(file) if file else None,
            "problems": records(source, shown.problems),
            "categories": list(shown.rendered.categories),
            "templates": shown.rendered.templates,
        }
        write_for_machines([f"{as_json(record)}\n"])
        return
    say(told(source, shown.problems))
    count = len(shown.problems)
    what = "1 problem" if count == 1 else f"{count} problems" if count else "nothing is wrong"
    say([f"{what}; the page is {isolated_if_needed(str(file))}" if file else what])


def _open(file: Path) -> None:
    import webbrowser

    from homs_wiki.cli.console import complain

    if not webbrowser.open(file.absolute().as_uri()):
        complain("note", "there is no browser to open the page with")

"""``homs-wiki status``: whether an article is ahead of its page on a wiki, behind it, or apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.inputs import format_option
from homs_wiki.cli.wikis.common import (
    Side,
    base_option,
    file_argument,
    show_difference,
    site_option,
    title_option,
    wiki_options,
)

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.wikis.standing import Report

_MOST_CHANGES = 10


@click.command()
@file_argument
@site_option("--site")
@base_option("The revision on the wiki that FILE was made from, if it is not known.")
@format_option("For people, or for machines.")
@title_option
@wiki_options
def command(
    path: Path | None,
    site_name: str,
    base: int | None,
    format_name: str,
    title: str | None,
    settings_path: Path | None,
    journal_path: Path | None,
    max_size: int,
) -> int:
    """Show how an article stands to its page on a wiki.

    It is equal, ahead (only you changed it), behind (only others did), apart (both did), new
    (there is no page), or unknown (nobody knows which revision the file was made from). Without
    FILE, it is the one that article.toml names.

    \b
    Examples:
      homs-wiki status --site test
      homs-wiki status article/homs.wiki --site urwiki --format json

    Exit code: 0 equal, 1 anything else, 2 wrong use or an input that cannot be read, 3 the wiki
    refused or did not answer, 4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.cli.wikis.common import Wikis, find_place
    from homs_wiki.cli.wikis.standing import find_report
    from homs_wiki.wiki.state import State

    report = find_report(
        Wikis(settings_path, journal_path), site_name, find_place(path, title), base, max_size
    )
    if format_name == "json":
        from homs_wiki.cli.console import write_for_machines
        from homs_wiki.source.visible import as_json

        write_for_machines([f"{as_json(report.as_json())}\n"])
    else:
        _show(report)
    return exits.CLEAN if report.standing.state is State.EQUAL else exits.FINDINGS


def _show(report: Report) -> None:
    from homs_wiki.cli.wikis.common import say
    from homs_wiki.cli.wikis.publishing import about, show_revisions
    from homs_wiki.source.visible import isolated_if_needed
    from homs_wiki.wiki.state import State

    standing = report.standing
    base, current = standing.base, standing.current
    name = isolated_if_needed(report.file)
    where = f"“{isolated_if_needed(standing.title)}” on {report.site}"
    say([f"{standing.state.value}: {report.sentence(name, where)}"])
    say(f"the wiki will change this: {line}" for line in report.alterations)
    if current is not None and standing.state is not State.EQUAL:
        say([f"The page's latest revision: {about(current)}"])
    if standing.since:
        say(["", "Revisions that the file has not:"])
        show_revisions(list(standing.since))
        _show_changes(report, (base and base.text, "base"), (current and current.text, "wiki"))
    if standing.state in (State.AHEAD, State.APART):
        _show_own(report)
    if standing.state is State.UNKNOWN:
        _show_changes(report, (current and current.text, "wiki"), (standing.text, "file"))


def _show_own(report: Report) -> None:
    from homs_wiki.cli.wikis.common import say
    from homs_wiki.source.visible import isolated

    base = report.standing.base
    say(["", "What the file has and the page has not:"])
    say(f"    {each.id[:12]}  {isolated(each.subject)}" for each in report.commits or ())
    if report.is_uncommitted:
        say(["    changes that are not committed"])
    _show_changes(report, (base and base.text, "base"), (report.standing.text, "file"))


def _show_changes(report: Report, old: tuple[str | None, str], new: tuple[str | None, str]) -> None:
    show_difference(report.file, Side(*old), Side(*new), report.profile, most_changes=_MOST_CHANGES)

"""``homs-wiki merge``: the edits of two people in one page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.console import complain, write_for_machines, write_for_people
from homs_wiki.cli.inputs import format_option, max_size_option, output_option, profile_option
from homs_wiki.cli.revisions.target import STDOUT, write_to
from homs_wiki.source.visible import visible, visible_lines

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.revisions.merging import MergedFile
    from homs_wiki.diff.merge import Labels

_MARKER_SIZE = 7
_MOST_LABELS = 3
_NOT_SAID = ("%X", "%S", "%Y")  # git's words for the labels, where git does not know them yet


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("ours", metavar="OURS")
@click.argument("theirs", metavar="THEIRS")
@output_option(
    "OUT", "Write the merged page to a file, whole or not at all; it may be one of the three."
)
@click.option(
    "-L",
    "--label",
    "labels",
    multiple=True,
    metavar="NAME",
    help="What to call ours, base and theirs in conflicts, up to three times in this order.",
)
@click.option("--diff3", is_flag=True, help="Show in conflicts also what BASE has there.")
@click.option(
    "--marker-size",
    type=click.IntRange(min=1),
    default=_MARKER_SIZE,
    show_default=True,
    metavar="N",
    help="How many characters the markers of a conflict have.",
)
@format_option("Tell people on standard error what came of it, or machines on standard output.")
@profile_option("page belongs")
@max_size_option("pages that are")
@click.option(
    "--driver",
    is_flag=True,
    help="Called by git as a merge driver: write into OURS; see diff --git-config.",
)
@click.option("--path", metavar="PATH", help="With --driver: what the page is called.")
def command(
    base: str,
    ours: str,
    theirs: str,
    output: Path | None,
    labels: tuple[str, ...],
    diff3: bool,
    marker_size: int,
    format_name: str,
    profile: str | None,
    max_size: int,
    driver: bool,
    path: str | None,
) -> int:
    """Merge the edits that led from BASE to OURS and from BASE to THEIRS.

    Each is a file, - for standard input, or a page in a revision of git, as HEAD~1:page.wiki. The
    merged page goes to standard output. Where the edits contradict each other it has both between
    markers as git writes them, and the reason is told. It has the line ends of OURS.

    \b
    Example:
      homs-wiki merge base.wiki mine.wiki yours.wiki -o page.wiki

    Exit code: 0 merged, 1 merged with conflicts, 2 wrong use or an input that cannot be read, 4 a
    bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.cli.pages import PageReader
    from homs_wiki.cli.revisions.arguments import one_page_each
    from homs_wiki.cli.revisions.called import given_version
    from homs_wiki.cli.revisions.merging import merge_versions
    from homs_wiki.diff.merge import Style
    from homs_wiki.git.repository import Repository

    if len(labels) > _MOST_LABELS:
        raise click.UsageError("there are three sides, so at most three times --label")
    arguments = (base, ours, theirs)
    target = _target(output, ours, driver=driver)
    with Repository() as repository:
        if driver:
            versions = [given_version(path or argument, argument) for argument in arguments]
        else:
            versions = one_page_each(arguments, repository)
        merged = merge_versions(
            versions,
            PageReader(profile, max_size),
            path or (str(target) if target else "<stdout>"),
            labels=_labels(labels, ("ours", "base", "theirs") if driver else (ours, base, theirs)),
            style=Style.DIFF3 if diff3 else Style.MERGE,
            marker_size=marker_size,
        )
    if target:
        write_to(target, merged.data)
    _tell(merged, format_name, with_text=target is None)
    return exits.FINDINGS if merged.merge.conflicts else exits.CLEAN


def _target(output: Path | None, ours: str, *, driver: bool) -> Path | None:
    """Return the file to write to; None for standard output."""
    if driver:
        if output:
            raise click.UsageError("--driver writes into OURS, so it takes no --output")
        from pathlib import Path

        return Path(ours)
    return None if output == STDOUT else output


def _labels(given: tuple[str, ...], names: tuple[str, ...]) -> Labels:
    """Return the labels, each fit for one line: those given, else the names of the sides.

    Git passes them to a driver as %X, %S and %Y from 2.44 on; what is older leaves these as they
    are.
    """
    from homs_wiki.diff.merge import Labels

    wanted = [label for label in given if label not in _NOT_SAID]
    return Labels(*map(visible, (*wanted, *names[len(wanted) :])))


def _tell(merged: MergedFile, format_name: str, *, with_text: bool) -> None:
    """Say what came of it, and write the merged page if it went to no file."""
    if format_name == "json":
        from homs_wiki.cli.revisions.merging import report
        from homs_wiki.source.visible import as_json

        write_for_machines([f"{as_json(report(merged, with_text=with_text))}\n"])
        return
    from homs_wiki.cli.revisions.merging import told

    if with_text:
        if sys.stdout.isatty():  # a person must not meet the escapes of a page
            write_for_people([visible_lines(merged.result.text)])
        else:
            sys.stdout.buffer.write(merged.data)
    for kind, message in told(merged):
        complain(kind, message)

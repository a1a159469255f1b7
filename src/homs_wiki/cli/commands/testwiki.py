"""``homs-wiki testwiki``: a real MediaWiki on this machine, for trying."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from homs_wiki.cli import exits
from homs_wiki.cli.console import write_for_machines, write_for_people
from homs_wiki.cli.inputs import format_option
from homs_wiki.source.visible import as_json, isolated_if_needed

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.wiki.local import LocalWiki

_FOLDER = click.Path(file_okay=False, readable=False, path_type=Path)
_HIGHEST_PORT = 65535


def _where(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which test wiki is meant."""
    for option in (
        click.option("--lang", metavar="CODE", help="The language of the wiki.  [default: ur]"),
        click.option(
            "--dir",
            "folder",
            type=_FOLDER,
            metavar="DIR",
            envvar="HOMS_WIKI_TESTWIKI",
            show_envvar=True,
            help="Where all of it lies; else in the user's data folder, one for each language.",
        ),
    ):
        function = option(function)
    return function


_mediawiki = click.option(
    "--mediawiki",
    type=_FOLDER,
    metavar="DIR",
    envvar="HOMS_WIKI_MEDIAWIKI",
    help="The folder of MediaWiki, if it is not where Debian puts it. "
    "The variable HOMS_WIKI_MEDIAWIKI says the same.",
)
_port = click.option(
    "--port",
    type=click.IntRange(1, _HIGHEST_PORT),
    help="The port on 127.0.0.1; else the last one, or the next that is free from 8780 on.",
)


@click.group()
def command() -> None:
    """Run a real MediaWiki on this machine, for trying.

    It needs MediaWiki and PHP with SQLite, as packages of the system; docs/testwiki.md tells
    more. It can be reached from this machine only, and all it writes is in one folder.

    \b
    Examples:
      homs-wiki testwiki start
      homs-wiki testwiki open
      homs-wiki testwiki stop
    """  # noqa: D301 - click wants the character, not the escape


@command.command()
@_where
@_port
@_mediawiki
def start(lang: str | None, folder: Path | None, port: int | None, mediawiki: Path | None) -> None:
    """Start the test wiki; the first time, make it.

    \b
    Example:
      homs-wiki testwiki start --lang en --port 8080
    """  # noqa: D301 - click wants the character, not the escape
    wiki = _wiki(lang, folder, port, mediawiki)
    if not wiki.is_prepared:
        _say("Making a wiki; this takes a few seconds.", err=True)
    _show(wiki.start())


@command.command()
@_where
def stop(lang: str | None, folder: Path | None) -> None:
    """Stop the test wiki; its pages stay.

    \b
    Example:
      homs-wiki testwiki stop
    """  # noqa: D301 - click wants the character, not the escape
    ran = _wiki(lang, folder).stop()
    _say("The test wiki is stopped." if ran else "The test wiki was not running.")


@command.command()
@_where
@format_option("For people, or for machines.")
def status(lang: str | None, folder: Path | None, format_name: str) -> int:
    """Show whether the test wiki runs, where, and where its passwords are.

    \b
    Example:
      homs-wiki testwiki status --format json

    Exit code: 0 it runs, 1 it does not.
    """  # noqa: D301 - click wants the character, not the escape
    wiki = _wiki(lang, folder)
    facts = _facts(wiki)
    if format_name == "json":
        write_for_machines([as_json({"version": 1, "testwiki": facts}), "\n"])
    else:
        _show(wiki)
    return exits.CLEAN if facts["running"] else exits.FINDINGS


@command.command()
@_where
@_mediawiki
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(lang: str | None, folder: Path | None, mediawiki: Path | None, yes: bool) -> int:
    """Throw the test wiki away, with all that was written there, and make a new one.

    \b
    Example:
      homs-wiki testwiki reset --yes

    Exit code: 0 done, 1 not done, because the answer was no.
    """  # noqa: D301 - click wants the character, not the escape
    wiki = _wiki(lang, folder, None, mediawiki)
    if wiki.is_prepared and not yes:
        question = f"Delete all pages and accounts of the test wiki in {_shown(wiki.folder)}?"
        if not click.confirm(question, err=True):
            _say("Nothing was deleted.")
            return exits.FINDINGS
    was_running = wiki.is_running
    wiki.reset()
    _show(wiki.start() if was_running else wiki)
    return exits.CLEAN


@command.command(name="open")
@_where
@_port
@_mediawiki
@click.argument("title", required=False)
def open_(
    title: str | None,
    lang: str | None,
    folder: Path | None,
    port: int | None,
    mediawiki: Path | None,
) -> None:
    """Start the test wiki if it does not run, and show it, or the page TITLE, in the browser.

    \b
    Example:
      homs-wiki testwiki open
    """  # noqa: D301 - click wants the character, not the escape
    import webbrowser
    from urllib.parse import quote

    wiki = _wiki(lang, folder, port, mediawiki).start()
    path = f"/index.php/{quote(title.replace(' ', '_'), safe='/:')}" if title else "/"
    _say(wiki.url + path)
    if not webbrowser.open(wiki.url + path):
        _say("There is no browser to open; visit the address above.", err=True)


def _wiki(
    lang: str | None,
    folder: Path | None,
    port: int | None = None,
    mediawiki: Path | None = None,
) -> LocalWiki:
    from homs_wiki.wiki.local import DEFAULT_LANGUAGE, LocalWiki, default_folder

    if folder is None:
        lang = lang or DEFAULT_LANGUAGE
        folder = default_folder(lang)
    return LocalWiki(folder, lang, port, mediawiki)


def _facts(wiki: LocalWiki) -> dict[str, Any]:
    """Return what can be told of a wiki; secrets cannot."""
    from homs_wiki.wiki.local import NotRunningError

    try:
        address = {"url": wiki.url, "api": wiki.api, "port": wiki.port, "pid": wiki.pid}
    except NotRunningError:
        address = dict.fromkeys(("url", "api", "port", "pid"))
    made = wiki.is_prepared
    accounts = wiki.accounts if made else ()
    return {
        "running": address["url"] is not None,
        **address,
        "prepared": made,
        "folder": str(wiki.folder),
        "language": wiki.language,
        "mediawiki": wiki.settings.mediawiki if made else None,
        "extensions": wiki.settings.extensions if made else [],
        "accounts": [{"user": each.user, "login": each.login} for each in accounts],
        "accounts_file": str(wiki.accounts_file) if made else None,
        "log": str(wiki.log),
    }


def _show(wiki: LocalWiki) -> None:
    facts = _facts(wiki)
    lines = [("Address", facts["url"] or "not running"), ("Folder", _shown(wiki.folder))]
    if facts["prepared"]:
        users = ", ".join(each["user"] for each in facts["accounts"])
        lines += [
            ("MediaWiki", f"{facts['mediawiki']}, language {facts['language']}"),
            ("Extensions", ", ".join(facts["extensions"])),
            ("Accounts", f"{users}; passwords in {_shown(wiki.accounts_file)}"),
        ]
    write_for_people(f"{name + ':':<12}{value}\n" for name, value in lines)


def _shown(path: Path) -> str:
    return isolated_if_needed(str(path))


def _say(text: str, *, err: bool = False) -> None:
    if err:
        click.echo(text, err=True)
    else:
        write_for_people([text, "\n"])

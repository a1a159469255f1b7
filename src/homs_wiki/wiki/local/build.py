"""Making a test wiki, bringing it up to date, and copying it."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from homs_wiki.source import write_atomic
from homs_wiki.wiki.local.accounts import Account, Accounts, new_accounts, write_accounts
from homs_wiki.wiki.local.errors import FolderError
from homs_wiki.wiki.local.layout import Layout, remove
from homs_wiki.wiki.local.maintenance import SETUP, Runner
from homs_wiki.wiki.local.pages import PageSet, export_xml
from homs_wiki.wiki.local.settings import Settings, new_settings, read_settings, write_settings
from homs_wiki.wiki.local.software import Software

_FOLDERS: Final = ("data", "cache", "images", "tmp", "settings.d")
_ROOM: Final = 64 << 20  # bytes: a new wiki takes about 10 MB, and grows


def build(layout: Layout, language: str, runner: Runner) -> None:
    """Make a new wiki, in place of the one that is there.

    It is made aside and moved when all is done, so that there is never half a wiki.

    Raises:
        FolderError: there is no room, or MediaWiki does not know the language.
        MaintenanceError: a script of MediaWiki failed.
    """
    _check_room(layout.folder)
    _check_language(language, runner.software)
    folder = layout.unfinished
    for name in _FOLDERS:
        (folder / name).mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    pages = PageSet(language)
    settings = new_settings(language, pages, runner.software)
    accounts = new_accounts()
    _install(folder, settings, accounts.admin, runner)
    write_settings(folder, settings)
    _fill(folder, accounts, pages, runner)
    write_accounts(folder / "accounts.json", accounts)
    replace(layout)


def replace(layout: Layout) -> None:
    """Put the new wiki in place of the old one."""
    if layout.wiki.exists():
        layout.wiki.rename(layout.discarded)
    layout.unfinished.rename(layout.wiki)
    remove(layout.discarded)


def _check_room(folder: Path) -> None:
    if shutil.disk_usage(folder).free < _ROOM:
        raise FolderError(
            f"{folder}: less than {_ROOM >> 20} MB are left on this disk; name another folder"
        )


def _check_language(language: str, software: Software) -> None:
    messages = software.mediawiki / "languages" / "i18n"
    if not language.replace("-", "").isalnum() or not (messages / f"{language}.json").is_file():
        raise FolderError(f"MediaWiki {software.version} has no language {language!r}")


def _install(folder: Path, settings: Settings, admin: Account, runner: Runner) -> None:
    # The installer wants no settings to be there. What it writes itself is not used.
    runner.run(
        folder,
        "install.php",
        f"--confpath={folder / 'tmp'}",
        "--dbtype=sqlite",
        "--dbname=wiki",
        f"--dbpath={folder / 'data'}",
        "--server=http://127.0.0.1",
        "--scriptpath=",
        f"--lang={settings.language}",
        f"--extensions={','.join(settings.extensions)}",
        f"--skins={','.join(settings.skins)}",
        "--passfile=php://stdin",
        settings.name,
        admin.user,
        given=admin.password.encode(),
    )
    (folder / "tmp" / "LocalSettings.php").unlink()


def _fill(folder: Path, accounts: Accounts, pages: PageSet, runner: Runner) -> None:
    documented = "TemplateData" in runner.software.extensions
    made = [page._asdict() for page in pages.pages(template_data=documented)]
    summary = pages.words["summary"]
    set_up(folder, runner, list(accounts), [{**page, "summary": summary} for page in made])
    # Hundreds of them: an import takes a quarter of the time that edits take.
    redirects = export_xml(pages.redirects(), summary)
    runner.run(folder, "importDump.php", "--no-updates", given=redirects)


def set_up(
    folder: Path,
    runner: Runner,
    accounts: list[Account],
    pages: Sequence[Mapping[str, str]] = (),
) -> None:
    """Make accounts and pages (title, text, summary) on the wiki in ``folder``."""
    wanted = {"accounts": [account.for_setup() for account in accounts], "pages": pages}
    runner.run(folder, SETUP, given=json.dumps(wanted).encode())


def update(layout: Layout, runner: Runner) -> None:
    """Bring a wiki up to date with what is installed now.

    Raises:
        FolderError: its database is of a later MediaWiki.
        MaintenanceError: MediaWiki's ``update.php`` failed; it can be run again.
    """
    old = read_settings(layout.wiki)
    new = old.on(runner.software)
    if _numbers(new.mediawiki) < _numbers(old.mediawiki):
        raise FolderError(
            f"{layout.folder}: this test wiki is of MediaWiki {old.mediawiki}, and "
            f"{runner.software.mediawiki} has the earlier {new.mediawiki}; reset the test wiki"
        )
    if (new.mediawiki, new.extensions) != (old.mediawiki, old.extensions):
        # No number of a version, but the old one to compare with, until the tables are new.
        unfinished = f"{old.mediawiki.partition('-')[0]}-unfinished"
        write_settings(layout.wiki, new._replace(mediawiki=unfinished))
        runner.run(layout.wiki, "update.php", "--quick")
    write_settings(layout.wiki, new)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.partition("-")[0].split(".") if part.isdecimal()]


def copy(source: Layout, target: Layout) -> None:
    """Copy a wiki that is not running; the caller holds both claims."""
    shutil.copytree(source.wiki, target.unfinished)
    replace(target)


def configure(folder: Path, name: str, php: str | None) -> None:
    """Write, or with None delete, a file of settings of the wiki in ``folder``."""
    if not name.replace("-", "").isalnum():
        raise ValueError(f"not a name for settings: {name!r}")
    path = folder / "settings.d" / f"{name}.php"
    if php is None:
        path.unlink(missing_ok=True)
    else:
        write_atomic(path, f"<?php\n{php}\n".encode())

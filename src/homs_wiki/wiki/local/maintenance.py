"""Running the maintenance scripts of MediaWiki."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

from homs_wiki.wiki.local.errors import FolderError, MaintenanceError
from homs_wiki.wiki.local.software import Software

SETUP: Final = Path(__file__).parent / "php" / "setup.php"
_LONGEST: Final = 600.0  # seconds
_SHOWN: Final = 8  # lines of what a script said
_LONGEST_LINE: Final = 300  # code points
_NOISE: Final = ("PHP Notice:", "Notice:", "PHP Deprecated:", "Deprecated:", "#")
_FULL: Final = 4 << 20  # bytes that are left when SQLite finds no room any more
# Stack traces must not show what was passed to functions: there are passwords among it.
_OPTIONS: Final = ("-d", "display_errors=stderr", "-d", "zend.exception_ignore_args=1")


def environment(software: Software, wiki: Path, **more: str) -> dict[str, str]:
    """Return the environment for PHP: ours, with the settings of one wiki and no other's."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("MW_")}
    return {
        **mine,
        "MW_CONFIG_FILE": str(wiki / "LocalSettings.php"),
        "MW_INSTALL_PATH": str(software.mediawiki),
        "TMPDIR": str(wiki / "tmp"),
        "XDEBUG_MODE": "off",
        **more,
    }


class Runner(NamedTuple):
    """What runs maintenance scripts.

    Attributes:
        software: what they run on.
        claim: the descriptor by which this process claims the folder. Scripts inherit it, so that
            nobody touches the folder before they have ended, even if this process is killed.
    """

    software: Software
    claim: int

    def run(self, wiki: Path, script: Path | str, *arguments: str, given: bytes = b"") -> None:
        """Run a maintenance script, to its end.

        Args:
            wiki: the folder of the wiki's ``LocalSettings.php``.
            script: its path, or its name in MediaWiki's folder ``maintenance``.
            arguments: what everyone on the machine may read.
            given: its standard input.

        Raises:
            FolderError: the disk is full.
            MaintenanceError: it failed, or took more than ten minutes.
        """
        path = self.software.mediawiki / "maintenance" / script
        try:
            done = subprocess.run(  # noqa: S603 - a script of MediaWiki's or ours
                [self.software.php, *_OPTIONS, str(path), *arguments],
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment(self.software, wiki),
                cwd=wiki,
                pass_fds=(self.claim,),
                timeout=_LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise MaintenanceError(f"{path.name} of MediaWiki did not end") from error
        if done.returncode:
            if shutil.disk_usage(wiki).free < _FULL:
                raise FolderError(f"{wiki.parent}: no space is left; name a folder on another disk")
            raise MaintenanceError(f"{path.name} of MediaWiki failed: {last_lines(done.stdout)}")


def last_lines(output: bytes) -> str:
    """Return the end of what a program said, in one line."""
    lines = [line.strip() for line in output.decode("utf-8", "replace").splitlines()]
    telling = [line for line in lines if line and not line.startswith(_NOISE)]
    return " / ".join(line[:_LONGEST_LINE] for line in telling[-_SHOWN:])

"""Nothing that lies about is run, nothing is left behind, and no secret gets anywhere."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from homs_wiki.wiki.local import LocalWiki

RUN = "import pathlib; pathlib.Path({marker!r}).touch()\n"
HOSTILE = (
    "user-config.py",
    "user-password.py",
    "families/x_family.py",
    "families/wikipedia_family.py",
    "pywikibot/__init__.py",
    "requests.py",
    "userinterfaces/terminal_interface.py",
)

# Everything that the process opens is written down, and everything that it logs.
PROGRAM = """
import io, json, logging, os, sys, traceback
from pathlib import Path
job = json.loads(sys.stdin.read())
opened = []
def hook(event, arguments):
    if event in ("open", "pickle.find_class", "os.mkdir", "os.remove"):
        opened.append([event, *map(str, arguments[:2])])
sys.addaudithook(hook)
log = io.StringIO()
logging.basicConfig(stream=log, level=1, force=True)
sys.argv = job["argv"]
from homs_wiki.wiki.credentials import find_credentials
from homs_wiki.wiki.errors import WikiError
from homs_wiki.wiki.pywikibot_site import PywikibotSite
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.site import Draft
from homs_wiki.wiki.sites import Site
once = Patience(1)
def site_for(api):
    site = Site("t", api, "test", "Bot", "homs-wiki")
    return PywikibotSite(site, find_credentials(site), 30, once)
site = site_for(job["api"])
saved = site.save(Draft(job["title"], "متن", "", None))
print(site.account().name, len(list(site.history(job["title"]))), saved.revision)
print(repr(site), str(site), repr(vars(site)), repr(site._remote), site.profile)
print(site._pywikibot.request(site._remote, {"action": "login", "lgpassword": job["secret"]}))
for wrong in (site_for("http://127.0.0.1:9/api.php"), site_for(job["api"] + "?x")):
    try:
        wrong.account()
    except WikiError:
        traceback.print_exc(file=sys.stdout)
print(json.dumps({"opened": opened, "argv": sys.argv, "environment": sorted(os.environ)}))
sys.stdout.flush()
Path(job["log"]).write_text(log.getvalue())
os._exit(0)
"""


class Run(NamedTuple):
    """What a process left: what it said, what it opened, and the folders it ran in."""

    said: str
    opened: list[list[str]]
    folder: Path
    log: str
    argv: list[str]
    environment: list[str]


class Touch:
    """Runs code when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> Any:
        return Path.touch, (self.marker,)


def hostile_folder(folder: Path, marker: Path) -> None:
    for name in HOSTILE:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(RUN.format(marker=str(marker)))
    (folder / "apicache").mkdir()
    (folder / "apicache" / ("0" * 64)).write_bytes(pickle.dumps(Touch(marker)))
    (folder / "pywikibot.lwp").write_text("#LWP-Cookies-2.0\n")


@pytest.fixture(scope="module")
def secret(read_only_copy: LocalWiki) -> str:
    return read_only_copy.accounts.bot.secret or ""


@pytest.fixture(scope="module")
def read_only_copy(prepared_wiki: LocalWiki, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with prepared_wiki.copy_to(tmp_path_factory.mktemp("isolation")) as wiki:
        yield wiki


@pytest.fixture(scope="module")
def ran(read_only_copy: LocalWiki, secret: str, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("here", "home", "temporary", "base"):
        (folder / name).mkdir()
    for name in ("here", "home/.pywikibot", "base"):
        hostile_folder(folder / name, folder / "marker")
    job = {
        "api": read_only_copy.api, "title": "تنہائی", "log": str(folder / "log"), "secret": secret,
        "argv": [
            "homs-wiki", f"-dir:{folder / 'base'}", "-config:user-config", "-v", "-family:x",
            "-user:Evil", "-simulate", "-debug", "-lang:en", "-log", "-putthrottle:99",
        ],
    }  # fmt: skip
    environment = {
        **os.environ, "HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary"),
        "PYWIKIBOT_DIR": str(folder / "base"), "PYWIKIBOT_DIR_PWB": str(folder / "base"),
        "PYWIKIBOT_NO_USER_CONFIG": "0", "PYWIKIBOT_USERNAME": "Evil", "PWB_USERNAME": "Evil",
        "PYWIKIBOT_TEST_RUNNING": "1", "HOMS_WIKI_PASSWORD_T": secret,
        "HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9",
    }  # fmt: skip
    # Python itself would put the current folder first in its path, which the command does not.
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM],
        input=json.dumps(job),
        env=environment,
        cwd=folder / "here",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    said, _, last = done.stdout.strip().rpartition("\n")
    return Run(said, folder=folder, log=(folder / "log").read_text(), **json.loads(last))


def test_it_works_there(ran: Run) -> None:
    assert ran.said.startswith("Bot 1 ")
    assert "no answer from http://127.0.0.1:9/api.php" in ran.said
    assert "PYWIKIBOT_DIR" in ran.environment
    assert "-simulate" in ran.argv


def test_nothing_that_lies_about_is_run_or_even_read(ran: Run) -> None:
    assert not (ran.folder / "marker").exists()
    there = [str(ran.folder / name) for name in ("here", "base", "home")]
    assert [each for each in ran.opened if any(part in " ".join(each) for part in there)] == []
    assert [each for each in ran.opened if each[0] == "pickle.find_class"] == []
    relative = [each for each in ran.opened if each[0] == "open" and each[1].startswith("./")]
    assert relative == []


def test_nothing_is_left_behind_even_by_a_process_that_ends_at_once(ran: Run) -> None:
    assert list((ran.folder / "temporary").iterdir()) == []
    assert sorted(path.name for path in (ran.folder / "home").iterdir()) == [".pywikibot"]
    for name in ("here", "base", "home/.pywikibot"):
        files = {path for path in (ran.folder / name).rglob("*") if path.is_file()}
        assert len(files) == len(HOSTILE) + 2
    assert not any("throttle.ctrl" in " ".join(each) for each in ran.opened)


def test_the_secret_is_nowhere(ran: Run, secret: str, read_only_copy: LocalWiki) -> None:
    assert len(secret) > 20
    assert secret not in ran.said
    assert secret not in ran.log
    assert "SingleRequest('login')" in ran.said
    assert secret not in read_only_copy.log.read_text(encoding="utf-8", errors="replace")
    for path in ran.folder.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes()


def test_logs_say_nothing_of_what_is_sent(ran: Run) -> None:
    assert "pywiki" not in ran.log
    assert "متن" not in ran.log

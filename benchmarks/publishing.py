"""Publishing: a push and a pull of 200 revisions, against clients that do less and check nothing.

Everything talks to a test wiki of its own on this machine. Without MediaWiki there is nothing to
measure, and that is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from benchmarks.table import row
from homs_wiki.wiki.credentials import BotPassword
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.local import LocalWiki, MissingSoftwareError
from homs_wiki.wiki.pull import Target, fast_import
from homs_wiki.wiki.push import Commit, Pushed, push
from homs_wiki.wiki.pywikibot_site import PywikibotSite
from homs_wiki.wiki.sites import Site

if TYPE_CHECKING:
    from collections.abc import Sequence

REVISIONS: Final = 200
_BYTES: Final = 30_000
_PULLS: Final = 3
"""Pulls in each round: each takes a moment only."""
_PUSH_BUDGET: Final = 1.25
_PULL_BUDGET: Final = 1.5
_PAGE: Final = "دھکا"
_BRANCH: Final = "refs/heads/wiki/test"
_SENTENCE: Final = "حمص شام کا ایک قدیم شہر ہے جو دریائے عاصی کے کنارے آباد ہے۔ "


class Bench(NamedTuple):
    """What is measured with: a wiki, our site on it, and a folder for what is written."""

    wiki: LocalWiki
    site: PywikibotSite
    folder: Path


def commits(count: int = REVISIONS) -> list[Commit]:
    """Return commits of a page of 30 KB, of which each changes one line."""
    line = _SENTENCE * 4
    lines = [f"{number} {line}" for number in range(_BYTES // len(line.encode()))]
    found = []
    for number in range(count):
        lines[number % len(lines)] = f"{number} ترمیم {line}"
        found.append(Commit(f"{number:012x}".ljust(40, "0"), f"ترمیم {number}", "\n\n".join(lines)))
    return found


def measure_publishing(_texts: Sequence[str], _profile: object, rounds: int) -> bool:
    """Print what a push and a pull take; return whether the budgets hold."""
    print(f"\nPublishing {REVISIONS} revisions of {_BYTES // 1000} KB (seconds on the clock)")
    folder = Path(tempfile.mkdtemp(prefix="homs-wiki-bench-"))
    try:
        with LocalWiki(folder / "wiki", "ur") as wiki, _site(wiki) as site:
            bench = Bench(wiki, site, folder)
            return all([_measure_push(bench), _measure_pull(bench, rounds)])
    except MissingSoftwareError as error:
        print(f"  left out: {error}")
        return True
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _site(wiki: LocalWiki) -> PywikibotSite:
    bot = wiki.accounts.bot
    site = Site("test", wiki.api, user=bot.user, bot=bot.app, profile="ur.wikipedia")
    return PywikibotSite(site, BotPassword(bot.user, bot.app or "", bot.secret or ""))


class Bare:
    """A loop with requests: one login, one token, and edits that nobody looks after."""

    def __init__(self, wiki: LocalWiki) -> None:
        import requests

        self._api = wiki.api
        self._session = requests.Session()
        bot = wiki.accounts.bot
        token = self(action="query", meta="tokens", type="login")["query"]["tokens"]["logintoken"]
        self(action="login", lgname=bot.login, lgpassword=bot.secret, lgtoken=token)
        self._token = self(action="query", meta="tokens")["query"]["tokens"]["csrftoken"]

    def __call__(self, **parameters: Any) -> Any:
        parts = {name: (None, value) for name, value in parameters.items()}
        data = {"format": (None, "json"), "formatversion": (None, "2")}
        return self._session.post(self._api, files={**data, **parts}).json()

    def edit(self, title: str, commit: Commit) -> None:
        self(
            action="edit", title=title, text=commit.text, summary=commit.subject, token=self._token
        )

    def get(self, address: str, **parameters: str) -> bytes:
        return bytes(self._session.get(address, params=parameters).content)


def _measure_push(bench: Bench) -> bool:
    """Push, with the bare loop's edit of the same text after each of ours: both wait alike."""
    bare = Bare(bench.wiki)
    taken: list[float] = []

    def meanwhile(_: int, pushed: Pushed) -> None:
        start = time.perf_counter()
        bare.edit("سادہ", pushed.commit)
        taken.append(time.perf_counter() - start)

    start = time.perf_counter()
    with Journal(bench.folder / "journal.sqlite", bench.wiki.api, _PAGE) as journal:
        push(bench.site, _PAGE, commits(), journal, tell=meanwhile)
    ours = time.perf_counter() - start - sum(taken)
    row("bare requests loop, no checks", sum(taken), None, "s")
    row("homs-wiki push", ours, None, "s")
    held = row("push, ratio to the bare loop", ours / sum(taken), _PUSH_BUDGET)
    return _measure_remote_push(bench, ours) and held


def _measure_pull(bench: Bench, rounds: int) -> bool:
    jobs = {"Special:Export": _export, "homs-wiki pull, into git": _pull}
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(_PULLS * rounds):
        for name, job in jobs.items():
            taken[name].append(job(bench))
    # The shortest: server, client and git run at the same time, and want the machine to themselves.
    export, ours = (min(values) for values in taken.values())
    for name, values in taken.items():
        row(name, min(values), None, "s")
    held = row("pull, ratio to Special:Export", ours / export, _PULL_BUDGET)
    return _measure_remote_pull(bench, ours) and held


def _export(bench: Bench) -> float:
    """Fetch the page's history as a file; return the seconds it took."""
    import requests

    data = {"pages": _PAGE, "history": "1", "wpDownload": "1"}
    address = f"{bench.wiki.url}/index.php?title=Special:Export"
    start = time.perf_counter()
    answer = requests.post(address, data=data, timeout=60)
    taken = time.perf_counter() - start
    assert answer.content.count(b"<revision>") == REVISIONS
    return taken


def _pull(bench: Bench) -> float:
    """Pull the page's history into an empty repository; return the seconds it took."""
    repository = Path(tempfile.mkdtemp(dir=bench.folder))
    subprocess.run(["git", "init", "-q", str(repository)], check=True)
    target = Target(_BRANCH, "page.wiki", None, bench.wiki.api)
    start = time.perf_counter()
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=repository, stdin=subprocess.PIPE
    ) as git:
        assert git.stdin
        for piece in fast_import(bench.site.history(_PAGE), target):
            git.stdin.write(piece)
    taken = time.perf_counter() - start
    count = subprocess.run(
        ["git", "rev-list", "--count", _BRANCH], cwd=repository, capture_output=True, check=True
    )
    assert int(count.stdout) == REVISIONS
    shutil.rmtree(repository)
    return taken


# -- git-remote-mediawiki -------------------------------------------------------------------------

_REMOTE_REVISIONS: Final = 20
"""It takes half a minute for 200, so a tenth of them must do."""


def _remote(bench: Bench, *arguments: str, where: Path) -> float:
    """Run git with git-remote-mediawiki, and return the seconds it took."""
    start = time.perf_counter()
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", *arguments],
        cwd=where,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "HOME": str(bench.folder)},
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def _has_remote() -> bool:
    path = subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True)
    found = shutil.which("git-remote-mediawiki", path=path.stdout.strip()) or shutil.which(
        "git-remote-mediawiki"
    )
    if not found:
        print("  git-remote-mediawiki is not installed (Debian package git-mediawiki)")
    return bool(found)


def _clone(bench: Bench, page: str) -> tuple[Path, float]:
    bot = bench.wiki.accounts.bot
    clone = bench.folder / "clone"
    shutil.rmtree(clone, ignore_errors=True)
    (bench.folder / ".gitconfig").write_text(
        f'[remote "origin"]\npages = {page}\nmwLogin = {bot.login}\nmwPassword = {bot.secret}\n',
        encoding="utf-8",
    )
    address = f"mediawiki::{bench.wiki.url}"
    return clone, _remote(bench, "clone", "-q", address, str(clone), where=bench.folder)


def _measure_remote_push(bench: Bench, ours: float) -> bool:
    if not _has_remote():
        return True
    bare = Bare(bench.wiki)
    some = commits(_REMOTE_REVISIONS + 1)
    bare.edit("Remote", some[0])
    clone, _ = _clone(bench, "Remote")
    for commit in some[1:]:
        (clone / "Remote.mw").write_text(commit.text + "\n", encoding="utf-8")
        _remote(bench, "commit", "-q", "-a", "-m", commit.subject, where=clone)
    taken = _remote(bench, "push", "-q", "origin", "HEAD", where=clone)
    return _faster("push", ours / REVISIONS, taken / _REMOTE_REVISIONS)


def _measure_remote_pull(bench: Bench, ours: float) -> bool:
    if not _has_remote():
        return True
    _, taken = _clone(bench, _PAGE)
    return _faster("pull", ours / REVISIONS, taken / REVISIONS)


def _faster(what: str, ours: float, theirs: float) -> bool:
    row(f"git-remote-mediawiki {what}, a revision", theirs * 1000, None, "ms")
    return row(f"{what}, ratio to git-remote-mediawiki", ours / theirs, 1.0)


if __name__ == "__main__":
    sys.exit(not measure_publishing([], None, 5))

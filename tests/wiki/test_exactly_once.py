"""Pushing through a network that hurts a third of the answers: each commit one revision, once."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from tests.wiki.fault_proxy import FaultProxy
from tests.wiki.pushing import API, LATE, PATIENT, TIMEOUT, commits, site_at

from homs_wiki.wiki.errors import ConflictError, UnansweredError, WikiError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.local import LocalWiki
from homs_wiki.wiki.push import Commit, MergedByWikiError, Pushed, push, summary_of
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.site import Revision

PAGE = "حمص"
FAULTS = {
    "cut before": 2,
    "reset before": 2,
    "502 before": 2,
    "cut during": 4,
    "truncated": 2,
    "cut after": 5,
    "reset after": 2,
    "502 after": 2,
    "504 after": 2,
    "504 late": 2,
    "late": 2,
    "html": 3,
    "twice": 2,
    "delay before": 1,
    "delay after": 1,
    "session": 2,
    "server": 1,
}


@pytest.fixture(scope="module")
def local(
    prepared_wiki: LocalWiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalWiki]:
    with prepared_wiki.copy_to(tmp_path_factory.mktemp("once")) as wiki:
        yield wiki


def lose_sessions(wiki: LocalWiki) -> None:
    file = wiki.folder / "wiki" / "data" / "wikicache.sqlite"
    with closing(sqlite3.connect(file, timeout=10)) as base, base:
        base.execute("DELETE FROM objectcache WHERE keyname LIKE '%MWSession%'")


def kill_server(wiki: LocalWiki) -> None:
    """Kill the wiki's server, as it is at this moment, and start it again."""
    os.killpg(os.getpgid(wiki.pid), signal.SIGKILL)
    wiki.start()


@contextmanager
def proxy_to(wiki: LocalWiki, faults: dict[str, int], seed: int) -> Iterator[FaultProxy]:
    port = wiki.port  # a server that is started again takes its port again
    with FaultProxy(
        lambda: port,
        faults,
        seed,
        late=LATE,
        slow=TIMEOUT,
        on_session=lambda: lose_sessions(wiki),
        on_server=lambda: kill_server(wiki),
    ) as proxy:
        yield proxy


def history(wiki: LocalWiki, title: str) -> list[Revision]:
    with site_at(wiki.port, wiki, 30) as site:
        return list(site.history(title))


def check(revisions: list[Revision], pushed: list[Commit]) -> None:
    """Check that the history holds exactly the commits, in order, by the right user."""
    assert [each.sha1 for each in revisions] == [sha1_of(commit.text) for commit in pushed]
    assert [each.text for each in revisions] == [commit.text for commit in pushed]
    assert [each.comment for each in revisions] == [summary_of(commit) for commit in pushed]
    assert {each.user for each in revisions} <= {"Bot"}
    assert [each.parent for each in revisions] == [0, *(each.id for each in revisions[:-1])]


@pytest.mark.timeout(300)
def test_each_commit_is_one_revision_whatever_happens_to_the_answers(
    local: LocalWiki, tmp_path: Path
) -> None:
    sent = commits(100, seed=1)
    with (
        proxy_to(local, FAULTS, seed=7) as proxy,
        Journal(tmp_path / "journal.sqlite", API, PAGE) as journal,
        site_at(proxy.port, local) as site,
    ):
        done = push(site, PAGE, sent, journal, patience=PATIENT)
        proxy.settle()
    assert [each.commit for each in done] == sent
    assert set(proxy.counts) == {"none", *FAULTS}
    assert proxy.counts["none"] < 0.7 * proxy.counts.total()
    assert proxy.hurt_writes["none"] < 0.7 * proxy.hurt_writes.total()
    check(history(local, PAGE), sent)


# What a killed client runs: it dies at the step that it is told.
PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.push import push
from pushing import API, PATIENT, commits, site_at
from homs_wiki.wiki.local import LocalWiki

job = json.loads(sys.stdin.read())
steps = job["steps"]

def dying(function):
    def step(*arguments, **more):
        for when in ("before", "after"):
            global steps
            steps -= 1
            if not steps:
                os.kill(os.getpid(), signal.SIGKILL)
            if when == "before":
                answer = function(*arguments, **more)
        return answer
    return step

for name in ("begin", "finish", "forget"):
    setattr(Journal, name, dying(getattr(Journal, name)))
wiki = LocalWiki(Path(job["wiki"]))
site = site_at(job["port"], wiki)
site._exchange = dying(site._exchange)
with Journal(Path(job["journal"]), API, job["title"]) as journal:
    push(site, job["title"], commits(job["count"], job["seed"]), journal, patience=PATIENT)
"""


def run_killed(job: dict[str, Any], seconds: float | None) -> int:
    """Run the program; kill it after some time, if it does not do that itself."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    try:
        _, said = program.communicate(json.dumps(job).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        program.kill()
        _, said = program.communicate()
    assert program.returncode in (0, -signal.SIGKILL), said.decode()
    return program.returncode


@pytest.mark.timeout(300)
def test_a_client_that_is_killed_at_any_step_goes_on_where_it_stopped(
    local: LocalWiki, tmp_path: Path
) -> None:
    title, count, seed = "قتل", 60, 2
    sent = commits(count, seed)
    lots = random.Random(3)  # noqa: S311 - no secret
    faults = {"cut before": 4, "cut after": 6, "late": 6, "twice": 4, "session": 4}
    runs = 0
    with proxy_to(local, faults, seed=8) as proxy:
        job = {
            "wiki": str(local.folder), "port": proxy.port, "title": title,
            "journal": str(tmp_path / "journal.sqlite"), "count": count, "seed": seed,
        }  # fmt: skip
        code = -1
        while code:
            runs += 1
            assert runs < 60
            code = run_killed({**job, "steps": lots.randrange(9, 90)}, None)
        proxy.settle()
    assert runs > 5
    check(history(local, title), sent)


@pytest.mark.parametrize("place", ["elsewhere", "in the same line"])
@pytest.mark.parametrize("seed", [12])
def test_a_foreign_edit_in_the_middle_is_never_overwritten(
    local: LocalWiki, tmp_path: Path, client: Callable[..., Any], place: str, seed: int
) -> None:
    title = f"دوسرے {place} {seed}"
    sent = commits(24, seed)
    admin = client(local, local.accounts.admin)

    def meddle() -> None:
        text = admin.text(title)
        theirs = f"{text}\n\nکوئی اور" if place == "elsewhere" else "سب کچھ اور"
        with suppress(KeyError):
            edits.append(admin.edit(title, theirs)["edit"]["newrevid"])

    edits: list[int] = []
    threads = []

    def told(number: int, _: Pushed) -> None:
        if number == 8:
            threads.append(threading.Thread(target=meddle))
            threads[0].start()

    faults = {"cut before": 5, "cut after": 8, "late": 6, "twice": 5, "html": 5, "reset after": 5}
    with (
        proxy_to(local, faults, seed) as proxy,
        Journal(tmp_path / "journal.sqlite", API, title) as journal,
        site_at(proxy.port, local) as site,
    ):
        with pytest.raises((ConflictError, MergedByWikiError)):
            push(site, title, sent, journal, patience=PATIENT, tell=told)
        threads[0].join()
        proxy.settle()
        before = history(local, title)
        # And trying again does not do it either.
        with pytest.raises(ConflictError):
            push(site, title, sent, journal, patience=PATIENT)
        proxy.settle()
    found = history(local, title)
    assert found == before
    (foreign,) = edits
    place_of_it = [each.id for each in found].index(foreign)
    check(found[:place_of_it], sent[:place_of_it])
    behind = found[place_of_it + 1 :]
    assert len(behind) <= 1  # merged by the wiki, and told
    assert all("کوئی اور" in (each.text or "") for each in behind)


def test_a_wiki_that_is_gone_is_told_and_the_push_can_be_taken_up(
    local: LocalWiki, tmp_path: Path
) -> None:
    title = "غائب"
    sent = commits(6, seed=5)
    hasty = PATIENT._replace(tries=2, settle=0, pause=0)
    with Journal(tmp_path / "journal.sqlite", API, title) as journal:

        def told(number: int, _: Pushed) -> None:
            if number == 2:
                local.stop()

        site = site_at(local.port, local)
        site._patience = hasty
        with site, pytest.raises(UnansweredError):
            push(site, title, sent, journal, patience=hasty, tell=told)
        local.start()
        with site_at(local.port, local) as site:
            push(site, title, sent, journal, patience=PATIENT)
    check(history(local, title), sent)


def test_two_machines_that_push_at_once_are_told(local: LocalWiki, tmp_path: Path) -> None:
    """Nothing can keep them apart: each takes the other for itself, and the wiki merges."""
    title = "دو"
    sent = commits(20, seed=6)
    said: list[WikiError] = []

    def run(name: str) -> None:
        with (
            Journal(tmp_path / name, API, title) as journal,
            site_at(local.port, local, 30) as site,
        ):
            try:
                push(site, title, sent, journal, patience=PATIENT)
            except WikiError as error:
                said.append(error)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [each.sha1 for each in history(local, title)]
    assert said or found == [sha1_of(commit.text) for commit in sent]

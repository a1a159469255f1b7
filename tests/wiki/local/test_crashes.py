"""What goes wrong around a wiki: killed processes, taken ports, half-made folders, upgrades."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.wiki.local import (
    BusyError,
    FolderError,
    LocalWiki,
    MaintenanceError,
    PortTakenError,
    ServerError,
    Software,
)

Connect = Callable[..., Any]

START = "import sys; from pathlib import Path; from homs_wiki.wiki.local import LocalWiki; "
START += "print(LocalWiki(Path(sys.argv[1]), 'ur').{method}().pid)"


def in_process(folder: Path, method: str = "start", **more: str) -> subprocess.Popen[bytes]:
    """Do something with a wiki in a process of its own, which prints the server's number."""
    return subprocess.Popen(
        [sys.executable, "-c", START.format(method=method), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **more},
        start_new_session=True,
    )


def server_file(wiki: LocalWiki) -> Path:
    return wiki.folder / "server.pid"


def group_of(wiki: LocalWiki) -> int:
    return os.getpgid(wiki.pid)


def has_ended(group: int) -> bool:
    """Return whether no process of a group lives; those that nobody has buried yet do not."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, check=True)
    lines = [line.split() for line in listed.stdout.decode().splitlines()]
    return not any(int(number) == group and not state.startswith("Z") for number, state in lines)


def change_settings(wiki: LocalWiki, **changed: Any) -> None:
    path = wiki.folder / "wiki" / "settings.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))


def test_another_object_finds_the_server(wiki: LocalWiki) -> None:
    other = LocalWiki(wiki.folder)
    assert (other.is_running, other.url, other.pid) == (True, wiki.url, wiki.pid)
    before = wiki.pid
    assert other.start().pid == before


def test_stopping_ends_every_worker(wiki: LocalWiki) -> None:
    group = group_of(wiki)
    assert wiki.stop() is True
    assert has_ended(group)
    assert not wiki.is_running
    assert wiki.stop() is False


def test_the_address_stays_the_same(wiki: LocalWiki) -> None:
    url = wiki.url
    wiki.stop()
    assert wiki.start().url == url


def test_a_server_that_was_killed_is_started_again(wiki: LocalWiki, client: Connect) -> None:
    client(wiki, wiki.accounts.bot).edit("الف", "متن")
    os.killpg(group_of(wiki), signal.SIGKILL)
    deadline = time.monotonic() + 5
    while wiki.is_running and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not wiki.is_running
    assert client(wiki.start()).text("الف") == "متن"


def test_workers_that_are_left_over_are_ended(wiki: LocalWiki) -> None:
    group = group_of(wiki)
    os.kill(wiki.pid, signal.SIGKILL)
    wiki.stop()
    assert has_ended(group)
    assert wiki.start().is_running


def test_a_server_that_hangs_is_replaced(wiki: LocalWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homs_wiki.wiki.local.server._STOPPING", 0.3)
    group = group_of(wiki)
    os.killpg(group, signal.SIGSTOP)
    other = LocalWiki(wiki.folder)
    monkeypatch.setattr("homs_wiki.wiki.local.server._ask", lambda _: False)
    with pytest.raises(ServerError):
        other.start()
    monkeypatch.undo()
    assert has_ended(group)
    assert other.start().is_running


def test_a_number_that_another_process_has_now_is_not_trusted(stopped_wiki: LocalWiki) -> None:
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as bystander:
        server_file(stopped_wiki).write_text(f"{bystander.pid} {bystander.pid} 8780 token\n")
        assert not stopped_wiki.is_running
        assert stopped_wiki.stop() is False
        assert stopped_wiki.start().pid != bystander.pid
        stopped_wiki.stop()
        assert bystander.poll() is None
        bystander.kill()


@pytest.mark.parametrize("content", ["", "12", "a b c d", "\x00" * 64, "٣ ٣ ٣ ٣"])
def test_a_broken_file_of_the_server_is_no_hindrance(stopped_wiki: LocalWiki, content: str) -> None:
    server_file(stopped_wiki).write_text(content)
    assert not stopped_wiki.is_running
    assert stopped_wiki.stop() is False


def test_a_taken_port_is_passed_over(stopped_wiki: LocalWiki) -> None:
    port = stopped_wiki.start().port
    stopped_wiki.stop()
    with socket.create_server(("127.0.0.1", port)):
        assert stopped_wiki.start().port != port


def test_a_taken_port_that_was_asked_for_is_told(stopped_wiki: LocalWiki) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        wanted = LocalWiki(stopped_wiki.folder, port=port)
        with pytest.raises(PortTakenError, match=f"port {port} .* is taken"):
            wanted.start()
    assert wanted.start().port == port


def test_a_port_that_is_lost_at_the_last_moment_is_passed_over(
    stopped_wiki: LocalWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homs_wiki.wiki.local.server._is_free", lambda _: True)
    monkeypatch.setattr("homs_wiki.wiki.local.server._ASKING", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError):
            LocalWiki(stopped_wiki.folder, port=port).start()
    assert not stopped_wiki.is_running


def test_another_port_moves_the_server(wiki: LocalWiki) -> None:
    before = wiki.port
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert LocalWiki(wiki.folder, port=port).start().port == port != before


def test_two_starts_at_once_make_one_server(stopped_wiki: LocalWiki) -> None:
    starts = [in_process(stopped_wiki.folder) for _ in range(3)]
    told = {start.communicate(timeout=60)[0] for start in starts}
    assert all(start.returncode == 0 for start in starts)
    assert told == {f"{stopped_wiki.pid}\n".encode()}


def test_the_server_outlives_who_started_it(stopped_wiki: LocalWiki) -> None:
    start = in_process(stopped_wiki.folder)
    start.communicate(timeout=60)
    os_group = start.pid
    assert has_ended(os_group)
    assert stopped_wiki.is_running


def test_a_making_that_was_killed_is_made_anew(
    software: Software, tmp_path: Path, client: Connect
) -> None:
    del software
    wiki = LocalWiki(tmp_path / "wiki", "ur")
    making = in_process(wiki.folder, "prepare")
    half = wiki.folder / "wiki.new" / "LocalSettings.php"
    while making.poll() is None and not half.exists():
        time.sleep(0.01)
    os.killpg(making.pid, signal.SIGKILL)
    making.communicate()
    assert half.exists()
    assert not wiki.is_prepared
    with wiki:
        assert not half.parent.exists()
        assert client(wiki, wiki.accounts.bot).edit("الف", "متن")["edit"]["result"] == "Success"


def test_a_start_that_was_killed_leaves_a_server_that_is_found(
    stopped_wiki: LocalWiki,
) -> None:
    start = in_process(stopped_wiki.folder)
    while start.poll() is None and not stopped_wiki.is_running:
        time.sleep(0.002)
    start.kill()
    start.communicate()
    group = group_of(stopped_wiki)
    stopped_wiki.stop()
    assert has_ended(group)


def test_making_that_fails_leaves_nothing_behind(
    tmp_path: Path, software: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    del software
    monkeypatch.setattr("homs_wiki.wiki.local.build.SETUP", tmp_path / "no-such.php")
    wiki = LocalWiki(tmp_path / "wiki", "ur")
    with pytest.raises(MaintenanceError, match=r"no-such\.php of MediaWiki failed"):
        wiki.prepare()
    assert [path.name for path in wiki.folder.iterdir()] == [".homs-wiki-testwiki"]


def test_a_full_disk_is_told_before_anything_is_made(
    tmp_path: Path, software: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    del software
    usage = type(shutil.disk_usage(tmp_path))(1000, 999, 1)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(FolderError, match="MB are left"):
        LocalWiki(tmp_path / "wiki").prepare()


@pytest.mark.parametrize("language", ["xx", "../en", "", "en.json"])
def test_a_language_that_mediawiki_does_not_know_is_told(
    tmp_path: Path, software: Software, language: str
) -> None:
    del software
    with pytest.raises(FolderError, match=r"has no language|is no language"):
        LocalWiki(tmp_path / "wiki", language or "-").prepare()


def test_a_reset_that_fails_leaves_the_old_wiki(
    stopped_wiki: LocalWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = stopped_wiki.accounts
    monkeypatch.setattr("homs_wiki.wiki.local.build.SETUP", stopped_wiki.folder / "no-such.php")
    with pytest.raises(MaintenanceError):
        stopped_wiki.reset()
    assert stopped_wiki.accounts == accounts


def test_a_reset_makes_everything_new_and_says_no_secret(
    wiki: LocalWiki,
    client: Connect,
    tmp_path: Path,
    software: Software,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a process is called with can be read by everyone on the machine."""
    old = wiki.accounts
    client(wiki, old.bot).edit("الف", "متن")
    php = tmp_path / "php"
    php.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>{tmp_path}/said\nexec {software.php} "$@"\n')
    php.chmod(0o755)
    monkeypatch.setenv("HOMS_WIKI_PHP", str(php))
    assert not wiki.reset().is_running
    assert wiki.accounts != old
    missing = client(wiki.start())(action="parse", page="الف", prop="wikitext")
    assert missing["error"]["code"] == "missingtitle"
    said = (tmp_path / "said").read_text()
    assert "install.php" in said
    for account in wiki.accounts:
        assert account.password not in said
        assert str(account.secret) not in said


def test_a_running_wiki_is_not_copied(wiki: LocalWiki, tmp_path: Path) -> None:
    with pytest.raises(BusyError, match="stop the test wiki"):
        wiki.copy_to(tmp_path / "copy")


def test_a_folder_that_was_moved_under_its_server_is_started_again(
    wiki: LocalWiki, tmp_path: Path, client: Connect
) -> None:
    before = group_of(wiki)
    client(wiki, wiki.accounts.bot).edit("الف", "متن")
    with LocalWiki(wiki.folder.rename(tmp_path / "ایک نئی 'جگہ' $x")) as moved:
        assert has_ended(before)
        assert client(moved).text("الف") == "متن"
        assert client(moved, moved.accounts.bot).edit("ب", "متن")["edit"]["result"] == "Success"


def test_an_upgrade_that_fails_is_tried_again(stopped_wiki: LocalWiki, software: Software) -> None:
    change_settings(stopped_wiki, mediawiki="1.2.3")
    stopped_wiki.configure("broken", "throw new Exception( 'not today' );")
    with pytest.raises(MaintenanceError, match="not today"):
        stopped_wiki.start()
    assert stopped_wiki.settings.mediawiki == "1.2.3-unfinished"
    with pytest.raises(MaintenanceError, match="not today"):
        stopped_wiki.start()
    stopped_wiki.configure("broken", None)
    assert stopped_wiki.prepare().settings.mediawiki == software.version


def test_an_extension_that_was_installed_since_is_turned_on(
    stopped_wiki: LocalWiki, software: Software
) -> None:
    change_settings(stopped_wiki, extensions=["Cite"])
    assert stopped_wiki.prepare().settings.extensions == list(software.extensions)


def test_an_earlier_mediawiki_is_refused(stopped_wiki: LocalWiki) -> None:
    change_settings(stopped_wiki, mediawiki="9.99.1")
    with pytest.raises(FolderError, match=r"is of MediaWiki 9\.99\.1.*reset"):
        stopped_wiki.start()


def test_a_server_that_only_fails_is_told_with_its_log(stopped_wiki: LocalWiki) -> None:
    stopped_wiki.configure("broken", "this is no PHP;")
    with pytest.raises(ServerError, match="PHP Parse error"):
        stopped_wiki.start()
    assert not stopped_wiki.is_running

"""PHP's own web server with MediaWiki: started apart from us, found again, and stopped.

The server and its workers inherit a lock on ``server.pid``, so whether it lives is known without
trusting a number that the system may have given to another process since. The file has the number
of the server's process, that of its process group, the port, and a token that its answers repeat.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final, NamedTuple

from homs_wiki.wiki.local.errors import PortTakenError, ServerError
from homs_wiki.wiki.local.layout import Layout, usable
from homs_wiki.wiki.local.locks import is_locked, locked
from homs_wiki.wiki.local.maintenance import environment, last_lines
from homs_wiki.wiki.local.software import Software

HOST: Final = "127.0.0.1"
_ROUTER: Final = Path(__file__).parent / "php" / "router.php"
_FIRST_PORT: Final = 8780
_PORTS: Final = 200
_STARTING: Final = 30.0  # seconds until the first answer; PHP reads all of MediaWiki for it
_STOPPING: Final = 5.0  # seconds for requests to end, before the server is killed
_WRONG_ANSWERS: Final = 3  # of a server that starts: it will not do better
_ASKING: Final = 10.0  # seconds for one answer
_PAUSE: Final = 0.02
_WORKERS: Final = "4"
_QUESTION: Final = "/api.php?action=query&meta=siteinfo&format=json"
_OPTIONS: Final = {
    "display_errors": "0",
    "log_errors": "1",
    "max_execution_time": "120",
    "memory_limit": "512M",
    # In memory only: with opcache.file_cache, which would start three times as fast, workers of
    # PHP 8.2 now and then crash, or take one class for another.
    "opcache.enable": "1",
    "opcache.file_cache": "",
    # Settings that are changed count from the next request on.
    "opcache.revalidate_freq": "0",
    # A body that is larger gets a page of HTML with status 200.
    "post_max_size": "64M",
    "upload_max_filesize": "64M",
    # Stack traces in the log must not show what was passed to functions.
    "zend.exception_ignore_args": "1",
}
_NOISE: Final = (b" Accepted", b" Closing")  # what the log says of every connection
# The outer shell ends at once, so the server has no parent that must wait for it; the inner one
# says its number and becomes the server.
_OUTER: Final = 'sh -c "$0" "$$" "$@" &'
_INNER: Final = 'echo "$$ $0 $1 $2" >"$3"; shift 3; exec "$@"'


class Running(NamedTuple):
    """A server that lives."""

    pid: int
    group: int
    port: int
    token: str


def find_server(layout: Layout) -> Running | None:
    """Return the server of a test wiki; None if it does not live."""
    with usable(layout.folder):
        return _last_server(layout) if is_locked(layout.pid_file) else None


def _last_server(layout: Layout) -> Running | None:
    """Return what the server that lives, or lived last, said of itself."""
    try:
        pid, group, port, token = layout.pid_file.read_text(encoding="ascii").split()
        return Running(int(pid), int(group), int(port), token)
    except (OSError, ValueError):
        return None


def answers(server: Running) -> bool:
    """Return whether the API answers on the server's port, and is that server's."""
    return _ask(server) is True


def _ask(server: Running) -> bool | None:
    """Return whether the answer on the server's port is right; None if there is no answer."""
    connection = HTTPConnection(HOST, server.port, timeout=_ASKING)
    try:
        connection.request("GET", _QUESTION)
        answer = connection.getresponse()
        content = answer.read()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    if answer.headers.get("X-Homs-Wiki-Run") != server.token:
        return False
    try:
        return "query" in json.loads(content)
    except ValueError:
        return False


def start_server(layout: Layout, software: Software, port: int | None) -> Running:
    """Start the server and wait until it answers; the caller holds the claim.

    Args:
        layout: the folder.
        software: what it runs on.
        port: where to listen; None for the port of last time if it is free, else the next free
            one from 8780 on.

    Raises:
        PortTakenError: ``port`` is taken, or there is none left.
        ServerError: the server does not start; the message has the end of its log.
    """
    for candidate in _candidates(layout, port):
        if not _is_free(candidate):
            continue
        server = _try_port(layout, software, candidate)
        if server is not None:
            return server
    if port is not None:
        raise PortTakenError(
            f"port {port} of {HOST} is taken by another program, or not ours to take; "
            "name another, or leave --port away"
        )
    raise PortTakenError(f"no port from {_FIRST_PORT} to {_FIRST_PORT + _PORTS - 1} is free")


def _candidates(layout: Layout, port: int | None) -> Iterator[int]:
    if port is not None:
        yield port
        return
    last = _last_server(layout)
    if last is not None:
        yield last.port
    yield from range(_FIRST_PORT, _FIRST_PORT + _PORTS)


def _is_free(port: int) -> bool:
    with socket.socket() as attempt:
        # As PHP does: connections that are closed and not yet forgotten are no hindrance.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError:
            return False
    return True


def _try_port(layout: Layout, software: Software, port: int) -> Running | None:
    """Start the server on a port; None if somebody was faster to take it."""
    token = secrets.token_hex(8)
    _launch(layout, software, port, token)
    deadline = time.monotonic() + _STARTING
    wrong = 0
    while time.monotonic() < deadline and wrong < _WRONG_ANSWERS:
        if not is_locked(layout.pid_file):
            if "Address already in use" in _end_of_log(layout.log):
                return None
            break
        server = _last_server(layout)  # none before it has said its number
        right = server and _ask(server)
        if server and right:
            return server
        wrong += right is False
        time.sleep(_PAUSE)
    stop_server(layout)
    said = _end_of_log(layout.log)
    raise ServerError(
        f"{layout.folder}: the server of the test wiki does not start. "
        f"{layout.log} ends with: {said or 'nothing'}"
    )


def _launch(layout: Layout, software: Software, port: int, token: str) -> None:
    options = [word for each in _OPTIONS.items() for word in ("-d", "=".join(each))]
    php = [
        software.php,
        *options,
        "-S",
        f"{HOST}:{port}",
        "-t",
        str(software.mediawiki),
        str(_ROUTER),
    ]
    busy = f"{layout.folder}: another server of this test wiki has not ended"
    log = os.open(layout.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(log, "wb"), locked(layout.pid_file, patience=1, busy=busy) as lock:
        os.ftruncate(lock, 0)  # what the last server said of itself is no longer so
        subprocess.run(  # noqa: S603 - fixed words, and arguments that the shell does not read
            ["/bin/sh", "-c", _OUTER, _INNER, str(port), token, str(layout.pid_file), *php],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=(lock,),
            start_new_session=True,
            cwd=layout.wiki,
            env=environment(
                software,
                layout.wiki,
                HOMS_WIKI_PORT=str(port),
                HOMS_WIKI_RUN=token,
                PHP_CLI_SERVER_WORKERS=_WORKERS,
            ),
            check=True,
        )


def stop_server(layout: Layout) -> bool:
    """End the server with its workers; return whether it lived. The caller holds the claim.

    Raises:
        ServerError: it cannot be ended.
    """
    if not is_locked(layout.pid_file):
        return False
    for number in (signal.SIGTERM, signal.SIGKILL):
        if _end_group(layout, number):
            return True
    raise ServerError(f"{layout.folder}: the server of the test wiki does not end")


def _end_group(layout: Layout, number: signal.Signals) -> bool:
    """Send a signal to the server and its workers; return whether all of them end soon."""
    deadline = time.monotonic() + _STOPPING
    told = False
    while is_locked(layout.pid_file):
        server = _last_server(layout)  # none before it has said its number
        if server is not None and not told:
            # As long as the lock is held the group has members, so its number is no other's.
            with suppress(ProcessLookupError):
                os.killpg(server.group, number)
            told = True
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
    return True


def _end_of_log(log: Path) -> str:
    try:
        lines = log.read_bytes().splitlines()
    except OSError:
        return ""
    return last_lines(b"\n".join(line for line in lines if not line.endswith(_NOISE)))

"""A proxy on the loopback interface between a client and a wiki that hurts answers.

Every request is read whole. What then happens to it and to its answer is drawn by lot, from a seed.
"""

from __future__ import annotations

import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from time import sleep
from typing import Final, Self

HTML: Final = "<!DOCTYPE html><title>خرابی</title>".encode()
_CHUNK: Final = 1 << 16


class Cut(Exception):  # noqa: N818 - no error here
    """The connection ends now; ``reset`` tells how."""

    def __init__(self, *, reset: bool = False) -> None:
        self.reset = reset


class FaultProxy:
    """Listens on ``port``, and hands requests on to ``upstream``.

    Args:
        upstream: returns the wiki's port; it may change.
        weights: how often, out of 100 requests, each kind of fault befalls; the rest go well.
        seed: for the lots.
        late: seconds that a request without an answer may be carried out after it is given up.
        slow: seconds that a client waits for at most.
        on_session: makes the wiki forget its sessions.
        on_server: kills the wiki's server and starts it again.
    """

    def __init__(
        self,
        upstream: Callable[[], int],
        weights: Mapping[str, int],
        seed: int,
        *,
        late: float = 0.25,
        slow: float = 1.0,
        on_session: Callable[[], None] = lambda: None,
        on_server: Callable[[], None] = lambda: None,
    ) -> None:
        self._upstream = upstream
        self._weights = dict(weights)
        self._lots = random.Random(seed)  # noqa: S311 - no secret
        self._late, self._slow = late, slow
        self._on_session, self._on_server = on_session, on_server
        self.counts: Counter[str] = Counter()
        self.hurt_writes: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listening.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(timeout=10)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is under way."""
        return not any(thread.is_alive() for thread in self._threads)

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        while not self.is_quiet:
            sleep(0.02)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(30)
            with suppress(OSError):
                request = read_message(connection)
                if not request:
                    return
                try:
                    connection.sendall(self._answer(request))
                except Cut as cut:
                    if cut.reset:
                        option = struct.pack("ii", 1, 0)
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)

    def _answer(self, request: bytes) -> bytes:
        with self._lock:
            lot = self._lots.randrange(100)
            fault = "none"
            for kind, weight in self._weights.items():
                lot -= weight
                if lot < 0:
                    fault = kind
                    break
            share = self._lots.random()
            self.counts[fault] += 1
            if b'name="baserevid"' in request or b'name="createonly"' in request:
                self.hurt_writes[fault] += 1
        return self._hurt(fault, request, share)

    def _hurt(self, fault: str, request: bytes, share: float) -> bytes:
        """Return an answer, hurt in a way; ``share`` is a number from 0 to 1."""
        if fault == "cut before":
            raise Cut
        if fault == "reset before":
            raise Cut(reset=True)
        if fault == "502 before":
            return page(502, "Bad Gateway")
        if fault == "late":  # given up by whoever sent it, and carried out all the same
            self._carry_out_later(request, share)
            raise Cut
        if fault == "504 late":
            self._carry_out_later(request, share)
            return page(504, "Gateway Timeout")
        if fault == "delay before":
            sleep(self._slow + share * self._late)
        if fault == "session":
            self._on_session()
        if fault == "server":
            self._on_server()
            raise Cut
        if fault == "twice":
            self._carry_out(request)
        answer = self._carry_out(request)
        if fault == "delay after":
            sleep(self._slow + self._late)
        return self._hurt_answer(fault, answer, share)

    def _hurt_answer(self, fault: str, answer: bytes, share: float) -> bytes:
        if fault == "cut after":
            raise Cut
        if fault == "reset after":
            raise Cut(reset=True)
        if fault == "502 after":
            return page(502, "Bad Gateway")
        if fault == "504 after":
            return page(504, "Gateway Timeout")
        if fault == "html":
            return page(200, "OK")
        if fault == "cut during":
            return answer[: int(len(answer) * share)]
        if fault == "truncated":
            head, _, body = answer.partition(b"\r\n\r\n")
            part = body[: max(1, int(len(body) * share))]
            lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(_LENGTH)]
            return b"\r\n".join([*lines, b"%s: %d" % (_LENGTH, len(part)), b"", part])
        return answer

    def _carry_out_later(self, request: bytes, share: float) -> None:
        def later() -> None:
            sleep(share * self._late)
            with suppress(Cut):
                self._carry_out(request)

        thread = threading.Thread(target=later, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _carry_out(self, request: bytes) -> bytes:
        try:
            with socket.create_connection(("127.0.0.1", self._upstream()), 30) as wiki:
                wiki.sendall(request)
                answer = bytearray()
                while chunk := wiki.recv(_CHUNK):
                    answer += chunk
                return bytes(answer)
        except OSError as error:
            raise Cut from error


_LENGTH: Final = b"content-length"


def read_message(connection: socket.socket) -> bytes:
    """Return a whole request; what is shorter than it says is none."""
    message = bytearray()
    while b"\r\n\r\n" not in message:
        chunk = connection.recv(_CHUNK)
        if not chunk:
            return b""
        message += chunk
    head, _, rest = bytes(message).partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    sizes = [line for line in lines if line.lower().startswith(_LENGTH)]
    missing = (int(sizes[0].partition(b":")[2]) if sizes else 0) - len(rest)
    body = bytearray(rest)
    while missing > 0:
        chunk = connection.recv(_CHUNK)
        if not chunk:
            return b""
        body += chunk
        missing -= len(chunk)
    return b"\r\n".join([*lines, b"Connection: close", b"", bytes(body)])


def page(status: int, reason: str) -> bytes:
    """Return an answer that is a page of HTML."""
    head = f"HTTP/1.1 {status} {reason}\r\nContent-Type: text/html\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(HTML)}\r\n\r\n".encode() + HTML

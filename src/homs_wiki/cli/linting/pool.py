"""Checking several files at a time, each in a process of its own.

A thread of this process stands for each of the others: it hands over a task and waits for the
answer. Processes are started when there is something to do for them, and afresh: nothing of this
process is in them that was not told. They have no part in Ctrl-C, which comes to this process
alone and lets it end them; if it is killed itself, they read the end of their tasks and end too.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, NoReturn, Self

from homs_wiki.cli.inputs import STDIN
from homs_wiki.cli.linting.speaking import note
from homs_wiki.cli.linting.wire import Trouble as SentTrouble
from homs_wiki.cli.linting.wire import TroubleError, outcome
from homs_wiki.cli.linting.worker import READY
from homs_wiki.lint.finding import Phrase
from homs_wiki.source import HomsWikiError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from homs_wiki.cli.linting.checker import Checked, Checker
    from homs_wiki.cli.linting.plan import Plan
    from homs_wiki.cli.linting.tasks import Item, Job, Task
    from homs_wiki.cli.linting.wire import Answer

_AHEAD = 4  # results for each process that may wait for a slow one before them

_START = "import sys; sys.path[:] = {path!r}; from homs_wiki.cli.linting.worker import main; main()"


class WorkerError(HomsWikiError):
    """A process that was to check pages cannot be started."""


class Pool:
    """Processes that check files; to be used in a ``with`` statement, at whose end they are ended.

    Args:
        plan: what their checkers are made of.
        jobs: how many there are at most.
        checker: does here what needs no other process: what is known from earlier runs, and
            standard input.
    """

    def __init__(self, plan: Plan, jobs: int, checker: Checker) -> None:
        self._checker = checker
        self._ahead = jobs * _AHEAD
        self._alone = False
        self._threads = ThreadPoolExecutor(jobs)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(plan) for _ in range(jobs)]
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def work(self, items: Iterable[Item]) -> Iterator[Job]:
        """Yield the jobs of ``items`` in their order; some are done before they are asked for."""
        waiting: deque[Job] = deque()
        for item in items:
            waiting.append((item, self._begin(item)))
            if len(waiting) >= self._ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def _begin(self, item: Item) -> Callable[[], Checked]:
        if isinstance(item, UnreadableError):
            return partial(_fail, item)
        if item.path == STDIN:
            return partial(self._checker.check, item)
        try:
            known = self._checker.recall(item)
        except Exception as error:  # it belongs to this item, not to the whole run
            return partial(_fail, error)
        if known is not None:
            return lambda: known
        return partial(self._await, item, self._threads.submit(self._ask, item))

    def _await(self, task: Task, answer: Future[Checked]) -> Checked:
        try:
            return answer.result()
        except WorkerError as error:
            if not self._alone:
                self._alone = True
                note(Phrase("{error}; pages are checked one by one", error=str(error)))
            return self._checker.check(task)

    def _ask(self, task: Task) -> Checked:
        worker = self._idle.get()
        try:
            return outcome(worker.ask(task))
        finally:
            self._idle.put(worker)


def _fail(error: Exception) -> NoReturn:
    raise error


class _Worker:
    """One process, started when it is first needed and again if it has ended."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False
        self._lock = Lock()  # of these two

    def ask(self, task: Task) -> Answer:
        """Let the process do a task, and return its answer.

        Raises:
            WorkerError: it cannot be started.
            TroubleError: it ended while it was at it.
        """
        if self._process and self._process.poll() is not None:
            self._ending()  # while it had nothing to do
        process = self._process or self._started()
        tasks, answers = process.stdin, process.stdout
        if tasks is None or answers is None:
            raise AssertionError("both are pipes")
        try:
            pickle.dump(task, tasks)
            tasks.flush()
            answer: Answer = pickle.load(answers)  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            name = str(task.path)
            raise TroubleError(
                SentTrouble(f"{name}: the process that checked it {self._ending()}", name)
            ) from None
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._over:
                raise WorkerError("the run is over")
            process = self._process = _start()
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both are pipes")
        ready = process.stdout.readline()
        if ready != READY:
            raise WorkerError(f"a process to check pages in {self._ending()}")
        pickle.dump(self._plan, process.stdin)
        return process

    def _ending(self) -> str:
        """Take leave of the process, and return how it ended."""
        process, self._process = self._process, None
        if process is None:
            return "was ended"
        _close(process)
        code = process.wait()
        if code < 0:
            return f"was ended by signal {-code} (too little memory?)"
        return f"ended with exit code {code}"

    def end(self) -> None:
        """End the process at once."""
        with self._lock:
            self._over = True
            process = self._process
        if process:
            process.kill()
            process.wait()
            _close(process)


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", _START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise WorkerError(
            f"a process to check pages in cannot be started: {error.strerror}"
        ) from error


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream:
            with suppress(OSError):  # it could not be told what was left to tell
                stream.close()

"""The process that checks pages for another one, which tells it on standard input what to do.

Both sides write pickles, one after the other: first what a checker is made of, then tasks; an
answer to each. They are two ends of one program and trust each other. Standard output is the way
back, so what a rule might print goes to standard error.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from typing import TYPE_CHECKING, NoReturn

from homs_wiki.cli.linting.wire import Result, bug_of, trouble_of
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from homs_wiki.cli.linting.checker import Checker
    from homs_wiki.cli.linting.tasks import Task
    from homs_wiki.cli.linting.wire import Answer

READY = b"ready\n"
"""What a worker says when it has been started."""

_SELDOM = 100_000  # as `homs_wiki.cli.main` does it, and for the same reason


def main() -> NoReturn:
    """Check what is asked for until nothing more comes; end the process."""
    tasks = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    gc.set_threshold(_SELDOM)
    try:
        answers.write(READY)
        answers.flush()
        checker = pickle.load(tasks).checker()  # noqa: S301 - see above
        while True:
            task = pickle.load(tasks)  # noqa: S301
            pickle.dump(_answer(checker, task), answers)
            answers.flush()
    except (EOFError, BrokenPipeError):
        pass  # whoever asked has ended, or wants no more
    sys.stderr.flush()
    os._exit(0)


def _answer(checker: Checker, task: Task) -> Answer:
    try:
        return Result.of(checker.check(task))
    except HomsWikiError as error:
        return trouble_of(error)
    except Exception as error:
        return bug_of(error)

"""Measuring: several things in turn, round after round, so that a busy machine slows all alike."""

import gc
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Job = Callable[[], object]


class Timing(NamedTuple):
    """CPU seconds of one thing, and its ratio to the yardstick round by round."""

    name: str
    seconds: float
    ratio: float


def compare(jobs: Mapping[str, Job], rounds: int) -> list[Timing]:
    """Time every job in every round; the first is the yardstick. Medians over the rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            start = time.process_time()
            job()
            seconds[name].append(time.process_time() - start)
    yardstick = seconds[next(iter(jobs))]
    return [
        Timing(
            name,
            statistics.median(taken),
            statistics.median(a / b for a, b in zip(taken, yardstick, strict=True)),
        )
        for name, taken in seconds.items()
    ]


def processes(commands: Mapping[str, Sequence[str]], rounds: int) -> list[Timing]:
    """Time whole processes in turn by the CPU they use; the first is the yardstick.

    Each runs once before, so that Python has compiled every module, as it has on any later day.
    """
    compiling = {**os.environ}
    compiling.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(command: Sequence[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=compiling, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    for command in commands.values():
        seconds(command)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    yardstick = statistics.median(taken[next(iter(commands))])
    return [
        Timing(name, statistics.median(values), statistics.median(values) / yardstick)
        for name, values in taken.items()
    ]

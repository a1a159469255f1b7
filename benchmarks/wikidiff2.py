"""CPU time of the same work in MediaWiki's wikidiff2 and here, pair by pair."""

import gc
import json
import math
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_SCRIPT = Path(__file__).with_suffix(".php")
_TURNS = 3
_LEAST = 0.001
"""Seconds that a turn takes at least; shorter work is done so often."""

Pair = tuple[str, str]


def is_there() -> bool:
    """Tell whether ``php`` with wikidiff2 can be called."""
    if shutil.which("php") is None:
        return False
    asked = ["php", "-r", 'exit(function_exists("wikidiff2_do_diff") ? 0 : 1);']
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def wikidiff2_seconds(pairs: Sequence[Pair]) -> list[float]:
    """Return the CPU seconds wikidiff2 takes for the two-column difference of every pair."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(pairs, file)
        file.flush()
        command = ["php", "-d", "memory_limit=-1", str(_SCRIPT), file.name, str(_TURNS)]
        run = subprocess.run([*command, str(_LEAST * 1e6)], capture_output=True, check=True)
    return [microseconds / 1e6 for microseconds in json.loads(run.stdout)]


def our_seconds(job: Callable[[Pair], object], pairs: Sequence[Pair]) -> list[float]:
    """Return the CPU seconds that ``job`` takes for every pair, measured in the same manner."""
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is no part of the work
    taken = []
    for pair in pairs:
        times = max(1, math.ceil(_LEAST / max(_turn(job, pair, 1), 1e-6)))
        taken.append(min(_turn(job, pair, times) for _ in range(_TURNS)))
    gc.unfreeze()
    return taken


def _turn(job: Callable[[Pair], object], pair: Pair, times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        job(pair)
    return (time.process_time() - start) / times


def best(*runs: Sequence[float]) -> list[float]:
    """Return the least time of every pair over several runs."""
    return [min(times) for times in zip(*runs, strict=True)]

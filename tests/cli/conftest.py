"""Running the command: as a process of its own, or in this one where that is enough."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.cli.main import exit_code

COMMAND = [sys.executable, "-c", "from homs_wiki.cli.main import run; run()"]


class Result:
    """What came of a run."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Return a function that runs the command in this process; its logs go to a folder of ours."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # the tester may have messages in another language

    def call(*arguments: str | Path) -> Result:
        code = exit_code([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Return a function that starts the command as a process; its logs go to a folder of ours."""

    def start(*arguments: str | Path, **more: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "HOME": str(tmp_path / "home"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "LC_ALL": "C.UTF-8",
            "PYTHONWARNINGS": "error",
            **more,
        }
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=tmp_path,
        )

    return start

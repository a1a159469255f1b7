"""Completion in the shell: the script, in a real bash, and what it completes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ASK = """
source "$1"
COMP_WORDS=({words})
COMP_CWORD={number}
_homs_wiki_completion homs-wiki
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.code == 0
    assert "_HOMS_WIKI_COMPLETE" in result.out


def test_an_unknown_shell(run: Run) -> None:
    assert run("completion", "tcsh").code == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("homs-wiki li", "lint"),
        ("homs-wiki lint --sel", "--select"),
        ("homs-wiki lint --select repeated-w", "repeated-word"),
        ("homs-wiki lint --select dates,tag-emp", "dates,tag-empty"),
        ("homs-wiki rule reference-emp", "reference-empty"),
    ],
)
def test_bash_completes(run: Run, tmp_path: Path, words: str, expected: str) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    ask = ASK.format(words=words, number=len(words.split()) - 1)
    result = subprocess.run(
        ["bash", "--norc", "-c", ask, "bash", script],
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert expected in result.stdout.split()

"""The command itself: help, version, what is imported."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

COMMANDS = ("lint", "diff", "merge", "refs", "infobox", "dates", "outline")


def test_help_names_every_command(run: Callable[..., Any]) -> None:
    result = run("--help")
    assert result.code == 0
    assert all(f"  {name} " in result.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Callable[..., Any], name: str) -> None:
    result = run(name, "--help")
    assert result.code == 0
    assert f"  homs-wiki {name} " in result.out
    assert "Example" in result.out


def test_version(run: Callable[..., Any]) -> None:
    assert run("--version").out.startswith("homs-wiki ")


def test_lint_imports_nothing_heavy() -> None:
    """What costs much to import is left until it is wanted; so are the other commands."""
    code = (
        "import sys; from homs_wiki.cli.main import exit_code; "
        "exit_code(['lint', '--profile', 'ur.wikipedia', '-']); "
        "print(*sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], input=b"x", capture_output=True, check=True
    )
    modules = set(result.stdout.decode().splitlines()[-1].split())
    heavy = {"rich", "babel", "mwparserfromhell", "stdnum", "pywikibot", "platformdirs", "json"}
    assert not modules & heavy
    assert not {name for name in modules if name.endswith(("commands.refs", "difflib", "csv"))}


def test_wrong_use_is_told_without_disturbing_the_terminal(run: Callable[..., Any]) -> None:
    result = run("refs", "a", "b\x1b[31m\u202e")
    assert result.code == 2
    assert "b<U+202E>" in result.err
    assert not {"\x1b", "\u202e"} & {*result.err}


def test_a_misspelt_command_is_told_which_is_meant(run: Callable[..., Any]) -> None:
    result = run("lnt")
    assert result.code == 2
    assert "No such command 'lnt'. Did you mean 'lint'?" in result.err
    assert "Did you mean" not in run("xyzzy").err

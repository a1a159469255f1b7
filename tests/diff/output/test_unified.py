"""Patches: git and patch must make the new file of the old one, byte for byte."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homs_wiki.diff.output import ComparedFile

Compared = Callable[..., ComparedFile]
Shown = Callable[..., str]

_LINES = [f"line {number}\n".encode() for number in range(30)]
_PAIRS: dict[str, tuple[bytes | None, bytes | None]] = {
    "one line changed": (b"a\nb\nc\n", b"a\nx\nc\n"),
    "first line changed": (b"a\nb\n", b"x\nb\n"),
    "two hunks": (b"".join(_LINES), b"".join([b"x\n", *_LINES[1:20], *_LINES[21:]])),
    "contexts that touch": (b"".join(_LINES), b"".join(_LINES[:5] + _LINES[6:12] + _LINES[13:])),
    "a moved line": (b"".join(_LINES), b"".join(_LINES[:3] + _LINES[4:25] + _LINES[3:4])),
    "new file": (None, b"a\nb\n"),
    "new empty file": (None, b""),
    "file gone": (b"a\nb\n", None),
    "empty file gone": (b"", None),
    "text into an empty file": (b"", b"a\n"),
    "everything out": (b"a\nb\n", b""),
    "final newline added": (b"a\nb", b"a\nb\n"),
    "final newline removed": (b"a\nb\n", b"a\nb"),
    "no final newline on both sides": (b"a\nb", b"x\nb"),
    "no final newline, last line changed": (b"a\nb", b"a\nx"),
    "line added behind a missing newline": (b"a", b"a\nb"),
    "CRLF kept": (b"a\r\nb\r\nc\r\n", b"a\r\nx\r\nc\r\n"),
    "LF to CRLF": (b"a\nb\n", b"a\r\nb\r\n"),
    "CRLF to LF": (b"a\r\nb\r\n", b"a\nb\n"),
    "one line end changed": (b"a\nb\nc\n", b"a\nb\r\nc\n"),
    "CR to LF": (b"a\rb\rc\n", b"a\nb\nc\n"),
    "CR kept": (b"a\rb\nc\n", b"a\rb\nx\n"),
    "CR at the end": (b"a\nb\r", b"a\nb\r\n"),
    "byte order mark added": (b"a\nb\n", b"\xef\xbb\xbfa\nb\n"),
    "byte order mark removed": (b"\xef\xbb\xbfa\nb\n", b"a\nb\n"),
    "byte order mark kept": (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\nx\n"),
    "only a byte order mark": (b"", b"\xef\xbb\xbf"),
    "a byte order mark less, empty": (b"\xef\xbb\xbf", b""),
    "separators that are no line ends here": (
        "a\u2028b\x0bc\x0cd\x85e\n".encode(),
        "a\u2028b\x0bc\x0cd\x85f\n".encode(),
    ),
    "lines that look like a patch": (b"--- a\n+++ b\n@@ -1 +1 @@\n", b"--- a\n@@ -1 +1 @@\nx\n"),
    "Urdu": ("حمص\nشام\n".encode(), "حمص شہر\nشام\n".encode()),
}  # fmt: skip
_NAMES = {
    "plain": "page.wiki",
    "folder": "article/page.wiki",
    "spaces": "my page.wiki",
    "Urdu": "حمص کی جنگ.wiki",
    "quotes": 'a "quoted" page.wiki',
    "quotes and spaces in folders": 'a b/c "d"/page.wiki',
    "backslash": "back\\slash.wiki",
    "tab": "tab\there.wiki",
    "line end": "line\nend.wiki",
    "control character": "bell\x07.wiki",
}
_TOOLS = {
    "git": ["git", "apply", "--whitespace=nowarn"],
    "patch": ["patch", "-p1", "--force", "--silent", "--no-backup-if-mismatch"],
}


@pytest.fixture(params=_TOOLS)
def tool(request: pytest.FixtureRequest) -> list[str]:
    name = str(request.param)
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    return _TOOLS[name]


def applied(
    tool: list[str], patch: str, name: str, old: bytes | None, folder: Path
) -> bytes | None:
    """Return what a tool makes of a file; None if there is none afterwards."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if old is not None:
        path.write_bytes(old)
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
    }
    done = subprocess.run(
        tool, cwd=folder, input=patch.encode(), capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0, (done.stderr + done.stdout).decode() + patch
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("pair", _PAIRS.values(), ids=_PAIRS)
def test_a_patch_makes_the_new_file_of_the_old_one(
    pair: tuple[bytes | None, bytes | None],
    tool: list[str],
    compared: Compared,
    shown: Shown,
    tmp_path: Path,
) -> None:
    old, new = pair
    patch = shown("unified", compared(old, new))
    assert applied(tool, patch, "page.wiki", old, tmp_path) == new


@pytest.mark.parametrize("context", [0, 1, 3, 100])
@pytest.mark.parametrize("pair", ["two hunks", "contexts that touch", "a moved line", "new file"])
def test_any_context_will_do(
    pair: str, context: int, compared: Compared, shown: Shown, tmp_path: Path
) -> None:
    old, new = _PAIRS[pair]
    patch = shown("unified", compared(old, new), context=context)
    tool = ["git", "apply", "--unidiff-zero"]
    assert applied(tool, patch, "page.wiki", old, tmp_path) == new


@pytest.mark.parametrize("pair", ["one line changed", "new file", "new empty file", "file gone"])
@pytest.mark.parametrize("name", _NAMES.values(), ids=_NAMES)
def test_names_are_understood(
    name: str, pair: str, tool: list[str], compared: Compared, shown: Shown, tmp_path: Path
) -> None:
    old, new = _PAIRS[pair]
    patch = shown("unified", compared(old, new, name, name))
    assert applied(tool, patch, name, old, tmp_path) == new


_PIECES = st.sampled_from(["a", "b", "", "ا", " ", "x y", "\ufeff"])
_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
_BYTES = st.builds(
    lambda lines, last, bom: (bom + "".join(map("".join, lines)) + last).encode(),
    st.lists(st.tuples(_PIECES, _ENDS), max_size=20),
    _PIECES,
    st.sampled_from(["", "", "\ufeff"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=_BYTES, new=_BYTES)
def test_any_two_files(
    old: bytes, new: bytes, tool: list[str], compared: Compared, shown: Shown, tmp_path: Path
) -> None:
    patch = shown("unified", compared(old, new))
    assert bool(patch) is (old != new)
    if patch:
        assert applied(tool, patch, "page.wiki", old, tmp_path) == new


def test_equal_files_have_no_patch(compared: Compared, shown: Shown) -> None:
    assert shown("unified", compared(b"a\n", b"a\n")) == ""


def test_it_is_written_as_git_does(compared: Compared, shown: Shown) -> None:
    old = b"== Siege ==\n" + b"".join(_LINES[:5]) + b"end\n"
    assert shown("unified", compared(old, old.replace(b"end", b"ende"))) == (
        "diff --git a/page.wiki b/page.wiki\n"
        "index 01761ee5c5..7c2f08b718\n"
        "--- a/page.wiki\n"
        "+++ b/page.wiki\n"
        "@@ -4,4 +4,4 @@ == Siege ==\n"
        " line 2\n line 3\n line 4\n-end\n+ende\n"
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("page.wiki", "--- a/page.wiki\n"),
        ("my page.wiki", "--- a/my page.wiki\t\n"),
        ("حمص.wiki", "--- a/حمص.wiki\n"),
        ('a"b.wiki', '--- "a/a\\"b.wiki"\n'),
        ("a\tb.wiki", '--- "a/a\\tb.wiki"\n'),
        ("a\x01b.wiki", '--- "a/a\\001b.wiki"\n'),
        ("/some/page.wiki", "--- a/some/page.wiki\n"),
        ("././page.wiki", "--- a/page.wiki\n"),
    ],
)
def test_names_are_quoted_as_git_does(
    name: str, line: str, compared: Compared, shown: Shown
) -> None:
    assert line in shown("unified", compared(b"a\n", b"b\n", name, name))


def test_a_patch_of_many_files(compared: Compared, shown: Shown, tmp_path: Path) -> None:
    files = [compared(b"a\n", b"b\n", name, name) for name in ("1.wiki", "2.wiki")]
    patch = shown("unified", *files)
    (tmp_path / "2.wiki").write_bytes(b"a\n")
    tool = ["git", "apply", "--whitespace=nowarn"]
    assert applied(tool, patch, "1.wiki", b"a\n", tmp_path) == b"b\n"
    assert (tmp_path / "2.wiki").read_bytes() == b"b\n"

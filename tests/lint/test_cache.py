"""The cache of results: whole or not there, bounded, and never a reason to fail."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.lint import cache as module
from homs_wiki.lint.cache import ResultCache, key
from homs_wiki.lint.finding import Finding, Fix, Phrase, Severity
from homs_wiki.lint.plain import from_plain, to_plain
from homs_wiki.source import Edit

NAME = key(["x"])


def entry(folder: Path, name: str = NAME) -> Path:
    return folder / "lint-results" / name[:2] / name[2:]


@pytest.fixture
def cache(tmp_path: Path) -> ResultCache:
    return ResultCache(tmp_path)


# --- keeping and finding -----------------------------------------------------------------------


def test_what_was_kept_is_found_and_nothing_else(cache: ResultCache, tmp_path: Path) -> None:
    assert cache.get(NAME) is None
    cache.put(NAME, ["سے", 1, None])
    assert ResultCache(tmp_path).get(NAME) == ["سے", 1, None]
    assert cache.get(key(["y"])) is None


def test_a_key_knows_where_its_parts_end() -> None:
    made = [key(parts) for parts in (["ab"], ["a", "b"], ["", "ab"], ["ab", ""], ["\ud800"], [])]
    assert len(set(made)) == len(made)
    assert key(["سے"]) == key(["سے".encode()])


def test_programs_that_make_backups_are_told(cache: ResultCache, tmp_path: Path) -> None:
    (tmp_path / "page.wiki").write_text("x")
    cache.put(NAME, 1)
    assert {path.name for path in tmp_path.iterdir()} == {"page.wiki", "lint-results"}
    folder = tmp_path / "lint-results"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f0688")
    assert (folder / ".gitignore").read_text() == "*\n"


# --- damage ------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["", "x", "\0" * 50, "cut", "flipped", "deep"])
def test_a_damaged_result_is_made_anew(cache: ResultCache, tmp_path: Path, damage: str) -> None:
    cache.put(NAME, ["some", "thing"])
    path = entry(tmp_path)
    text = path.read_text()
    path.write_text(
        {"cut": text[:-3], "flipped": text.replace("some", "same"), "deep": "[" * 100_000}.get(
            damage, damage
        )
    )
    assert cache.get(NAME) is None
    cache.put(NAME, ["some", "thing"])
    assert cache.get(NAME) == ["some", "thing"]


def test_a_result_that_is_no_file(cache: ResultCache, tmp_path: Path) -> None:
    entry(tmp_path).mkdir(parents=True)
    assert cache.get(NAME) is None
    cache.put(NAME, 1)


# --- where nothing can be written --------------------------------------------------------------


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = ResultCache(tmp_path / "file")
    cache.put(NAME, 1)
    assert cache.get(NAME) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written(cache: ResultCache, tmp_path: Path) -> None:
    cache.put(NAME, 1)
    entry(tmp_path).parent.chmod(0o500)
    cache.put(NAME, 2)
    assert cache.get(NAME) == 1
    entry(tmp_path).parent.chmod(0o700)


def test_a_full_disk(cache: ResultCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    cache.put(NAME, 1)
    monkeypatch.setattr(os, "replace", refuse)
    cache.put(key(["y"]), 1)
    assert cache.get(NAME) == 1
    assert [path.name for path in tmp_path.rglob("*") if path.name.count(".") > 1] == []


# --- size --------------------------------------------------------------------------------------


def test_the_oldest_go_first(cache: ResultCache, tmp_path: Path) -> None:
    names = [f"00{number:030x}" for number in range(module._MOST_FILES)]
    for age, name in enumerate(names):
        cache.put(name, name)
        os.utime(entry(tmp_path, name), (age, age))
    assert cache.get(names[0]) == names[0]  # which makes it the last one used
    cache.put("00" + "f" * 30, "new")
    left = {path.name for path in entry(tmp_path, names[0]).parent.iterdir()}
    assert len(left) == module._MOST_FILES * 3 // 4
    assert {"f" * 30, names[0][2:], names[-1][2:]} <= left
    assert names[1][2:] not in left


def test_many_large_results(cache: ResultCache, tmp_path: Path) -> None:
    for number in range(20):
        cache.put(f"00{number:030x}", "x" * (module._LARGEST - 100))
    files = list(entry(tmp_path, "00").parent.iterdir())
    assert sum(path.stat().st_size for path in files) <= module._MOST_BYTES


def test_one_that_is_too_large_is_not_kept(cache: ResultCache) -> None:
    cache.put(NAME, "x" * module._LARGEST)
    assert cache.get(NAME) is None


# --- several at once ---------------------------------------------------------------------------

HAMMER = """
import sys
from pathlib import Path
from homs_wiki.lint.cache import ResultCache
cache = ResultCache(Path(sys.argv[1]))
for turn in range(300):
    name = f"00{turn % 150:030x}"
    assert cache.get(name) in (None, [name] * 50), name
    cache.put(name, [name] * 50)
"""


def test_several_processes_share_it(tmp_path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", HAMMER, tmp_path]) for _ in range(3)]
    assert [process.wait() for process in started] == [0, 0, 0]
    files = list((tmp_path / "lint-results" / "00").iterdir())
    assert 0 < len(files) <= module._MOST_FILES + 3
    assert all(len(path.name) == 30 for path in files)


# --- findings as plain data --------------------------------------------------------------------

FINDINGS = {
    "nothing but words": Finding(0, 0, "a-rule", Severity.NOTE, "Bad", {}),
    "values and a fix": Finding(
        *(3, 9, "a-rule", Severity.ERROR, "Bad {word} at {number}"),
        {"word": "سے\x1b", "number": 7, "share": 0.5, "none": None, "flag": True},
        Fix((Edit(3, 5, "x"), Edit(7, 7, "\n")), safe=True, description="Mend it"),
    ),
    "words of ours": Finding(
        *(3, 9, "a-rule", Severity.WARNING, "Bad {reason}"),
        {"reason": Phrase("since {why}", why=Phrase("of {n}", n=2))},
        Fix((), safe=False, description=Phrase("Mend {word}", word="{x}")),
    ),
}


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS)
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    back = from_plain(json.loads(json.dumps(to_plain(finding))))
    assert back == finding
    assert _templates(back) == _templates(finding)


def _templates(finding: Finding) -> list[Any]:
    words = [*finding.values.values(), finding.fix.description if finding.fix else ""]
    return [(type(each), getattr(each, "template", "")) for each in words]


def test_another_value_becomes_its_text() -> None:
    finding = Finding(0, 0, "a-rule", Severity.NOTE, "Bad {path}", {"path": Path("a")})
    assert from_plain(to_plain(finding)).message == finding.message == "Bad a"

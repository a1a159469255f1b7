"""The baseline: what it hides, what it keeps, and what a damaged one says."""

import json
import os
from pathlib import Path

import pytest

from homs_wiki.lint.baseline import Baseline, BaselineError
from homs_wiki.lint.finding import Finding, Severity

TEXT = "one\nfault here\ntwo\nfault here\n"


def found(text: str, word: str = "fault", rule: str = "a-rule") -> list[Finding]:
    """Return a finding for every occurrence of a word."""
    findings = []
    start = text.find(word)
    while start >= 0:
        findings.append(Finding(start, start + len(word), rule, Severity.WARNING, "Bad", {}))
        start = text.find(word, start + 1)
    return findings


def written(path: Path, **texts: str) -> Baseline:
    """Write the baseline of some pages, and return it read again."""
    baseline = Baseline(path)
    for name, text in texts.items():
        page = path.parent / f"{name}.wiki"
        page.write_text(text)
        baseline.sift(page, text, found(text))
    baseline.write()
    return Baseline.read(path)


# --- what it hides -----------------------------------------------------------------------------


def test_old_findings_are_hidden_after_they_have_moved(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT)
    moved = f"new\n\n{TEXT.replace('one', 'one more')}"
    assert baseline.sift(tmp_path / "page.wiki", moved, found(moved)) == []
    assert (baseline.hidden, baseline.gone) == (2, 0)


def test_new_findings_are_not(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT)
    more = f"{TEXT}fault here\nanother fault\n"
    new = baseline.sift(tmp_path / "page.wiki", more, found(more))
    assert [more[: finding.start].count("\n") for finding in new] == [4, 5]
    assert baseline.hidden == 2


def test_a_finding_of_another_file_or_rule_is_new(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT)
    assert len(baseline.sift(tmp_path / "other.wiki", TEXT, found(TEXT))) == 2
    other = found(TEXT, rule="other-rule")
    assert baseline.sift(tmp_path / "page.wiki", TEXT, other) == other


def test_a_file_is_known_by_every_spelling_of_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    baseline = written(tmp_path / "b", page=TEXT)
    monkeypatch.chdir(tmp_path / "pages")
    for path in (Path("../page.wiki"), tmp_path / "pages" / ".." / "page.wiki"):
        assert baseline.sift(path, TEXT, found(TEXT)) == []
    assert Baseline(Path("b")).name(Path("../page.wiki")) == "../page.wiki"


# --- what is gone ------------------------------------------------------------------------------


def test_what_is_no_longer_found_is_counted_and_dropped(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT)
    assert baseline.sift(tmp_path / "page.wiki", "fault here\n", found("fault here\n")) == []
    assert baseline.gone == 1
    assert baseline.write() == 1
    again = Baseline.read(tmp_path / "b")
    assert len(again.sift(tmp_path / "page.wiki", TEXT, found(TEXT))) == 1


def test_what_nobody_looked_for_stays(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT, other=TEXT)
    baseline.sift(tmp_path / "page.wiki", TEXT, [], not_asked={"a-rule"})
    assert (baseline.gone, baseline.write()) == (0, 4)
    baseline.sift(tmp_path / "other.wiki", TEXT, [], not_asked=None)
    assert (baseline.gone, baseline.write()) == (0, 4)


def test_old_findings_of_files_that_are_gone_go_too(tmp_path: Path) -> None:
    baseline = written(tmp_path / "b", page=TEXT, other=TEXT)
    (tmp_path / "other.wiki").unlink()
    baseline.count_missing_files()
    assert (baseline.gone, baseline.write()) == (2, 2)


# --- the file ----------------------------------------------------------------------------------


def test_the_file_is_sorted_and_has_a_line_for_each_finding(tmp_path: Path) -> None:
    written(tmp_path / "b", b=TEXT, a="fault")
    first = (tmp_path / "b").read_bytes()
    header, *entries = [json.loads(line) for line in first.decode().splitlines()]
    assert header == {"format": "homs-wiki baseline", "version": 1}
    assert [entry["file"] for entry in entries] == ["a.wiki", "b.wiki", "b.wiki"]
    assert [entry["fingerprint"] for entry in entries[1:]] == sorted(
        entry["fingerprint"] for entry in entries[1:]
    )
    written(tmp_path / "b", a="fault", b=TEXT)
    assert (tmp_path / "b").read_bytes() == first


@pytest.mark.parametrize(
    "name", ["حمص", "a\nb", "\x1b[31m\u202e", '"\\', "\u2028\x85", os.fsdecode(b"\xff")]
)
def test_names_may_hold_anything(tmp_path: Path, name: str) -> None:
    written(tmp_path / "b", **{name: "fault"})
    text = (tmp_path / "b").read_bytes().decode()
    assert not set("\x1b\u202e") & set(text)
    again = Baseline.read(tmp_path / "b")
    assert again.sift(tmp_path / f"{name}.wiki", "fault", found("fault")) == []


HEADER = '{"format": "homs-wiki baseline", "version": 1}\n'
ENTRY = '{"file": "a", "rule": "b", "fingerprint": "c"}\n'
DAMAGED = {
    "nothing": ("", 1),
    "no JSON": ("x", 1),
    "another file": ('{"format": "other", "version": 1}', 1),
    "a list": ("[]", 1),
    "a mark of a merge": (f"{HEADER}{ENTRY}<<<<<<< HEAD\n{ENTRY}", 3),
    "cut in the middle": (f"{HEADER}{ENTRY}"[:-9], 2),
    "a field that is missing": (HEADER + '{"file": "a", "rule": "b"}', 2),
    "a field of another kind": (HEADER + '{"file": 1, "rule": "b", "fingerprint": "c"}', 2),
    "a finding that is none": (f"{HEADER}\n7\n", 3),
    "very deep": (HEADER + "[" * 100_000, 2),
}


@pytest.mark.parametrize(("text", "line"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_one_is_an_error_with_the_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "b").write_text(text)
    with pytest.raises(BaselineError, match=rf"b: line {line} is no line of a baseline"):
        Baseline.read(tmp_path / "b")


def test_other_bytes_than_text(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(f"{HEADER}{ENTRY}".encode() + b"\xff")
    with pytest.raises(BaselineError, match="line 3 is no line"):
        Baseline.read(tmp_path / "b")


def test_one_of_the_future(tmp_path: Path) -> None:
    (tmp_path / "b").write_text('{"format": "homs-wiki baseline", "version": 2}')
    with pytest.raises(BaselineError, match="of version 2"):
        Baseline.read(tmp_path / "b")


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="there is no such baseline; --write-baseline"):
        Baseline.read(tmp_path / "none")
    with pytest.raises(BaselineError, match="cannot be read: "):
        Baseline.read(tmp_path)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be written: "):
        Baseline(tmp_path / "none" / "b").write()


def test_line_ends_and_blank_lines_of_an_editor_do_no_harm(tmp_path: Path) -> None:
    written(tmp_path / "b", page=TEXT)
    text = (tmp_path / "b").read_text().replace("\n", "\r\n")
    (tmp_path / "b").write_bytes(b"\xef\xbb\xbf" + f"{text}\r\n".encode())
    baseline = Baseline.read(tmp_path / "b")
    assert baseline.sift(tmp_path / "page.wiki", TEXT, found(TEXT)) == []

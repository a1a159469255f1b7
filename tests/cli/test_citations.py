"""The command that shows the citations of a page, and writes them for other programs."""

import csv
import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import parse_string

Run = Callable[..., Any]

PAGE = """\
گندم۔<ref name="mill">{{cite news |عنوان=''گندم'' اور جو |title=گندم اور جو |newspaper=چکی
|author=احمد علی |date=7 دسمبر 2024ء |url=https://example.org/a_b |made=up }}</ref>

{{cite book |last1=Doe |first1=Jane |last2=Roe |title=Rye &amp; Bread |year=2001 |chapter= }}
"""
FORMATS = ("table", "json", "csv", "bibtex", "csl-json")
UR = ("--profile", "ur.wikipedia")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.wiki"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_json(run: Run, page: Path) -> None:
    result = run("citations", *UR, "--format", "json", page)
    assert (result.code, result.err) == (0, "")
    first, second = json.loads(result.out)["citations"]
    about = ("id", "kind", "reference", "number", "line", "column")
    assert [first[name] for name in about] == ["mill", "news", "mill", 1, 1, 23]
    assert first["parameters"]["work"] == "چکی"
    assert first["parameters"]["last"] == "احمد علی"
    assert first["unknown"]["made"] == "up"
    assert [second[name] for name in about] == ["doe-2001", "book", None, None, 4, 1]
    assert list(second["parameters"]) == ["last1", "first1", "last2", "title", "year"]
    assert second["parameters"]["title"] == "Rye &amp; Bread"
    assert PAGE[second["start"] : second["end"]].startswith("{{cite book")


def test_csv(run: Run, page: Path) -> None:
    out = run("citations", *UR, "--format", "csv", page).out
    first, second = csv.DictReader(StringIO(out))
    assert (first["work"], first["authors"], first["year"]) == ("چکی", "احمد علی", "")
    assert (second["authors"], second["year"]) == ("Doe, Jane; Roe", "2001")


def test_csl_json(run: Run, page: Path) -> None:
    first, second = json.loads(run("citations", *UR, "--format", "csl-json", page).out)
    assert first["issued"] == {"date-parts": [[2024, 12, 7]]}
    assert second["title"] == "Rye & Bread"


def test_bibtex(run: Run, page: Path) -> None:
    entries = parse_string(run("citations", *UR, "--format", "bibtex", page).out, "bibtex").entries
    assert list(entries) == ["mill", "doe-2001"]
    assert entries["doe-2001"].fields["title"] == r"Rye \& Bread"


def test_table(run: Run, page: Path) -> None:
    out = run("citations", *UR, page).out
    assert "Doe, Jane" in out
    assert "Rye & Bread" in out
    for line in out.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize(
    ("format_name", "nothing"),
    [("csl-json", "[]\n"), ("bibtex", ""), ("csv", ""), ("table", "no citation\n")],
)
def test_a_page_without_citations(run: Run, tmp_path: Path, format_name: str, nothing: str) -> None:
    path = tmp_path / "a.wiki"
    path.touch()
    result = run("citations", *UR, "--format", format_name, path)
    assert (result.code, result.out, result.err) == (0, nothing, "")


@pytest.mark.parametrize("format_name", FORMATS)
def test_an_unreadable_page(run: Run, tmp_path: Path, format_name: str) -> None:
    assert run("citations", *UR, "--format", format_name, tmp_path / "none").code == 2


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_of_a_page_reaches_the_terminal(
    run: Run, tmp_path: Path, format_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "\x1b[31m\u202e\x9b"
    path = tmp_path / "a.wiki"
    path.write_text(
        f"{{{{cite web|title={hostile}a|url=http://a.org/{hostile}|{hostile}=b|author={hostile}}}}}",
        encoding="utf-8",
    )
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = run("citations", *UR, "--format", format_name, path)
    assert result.code == 0
    assert not {"\x9b", "\u202e"} & set(result.out)
    assert "\x1b[31m\u202e" not in result.out


def test_many_names_make_no_columns(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    names = "".join(f"|last{number}=a" for number in range(1, 200))
    path.write_text(f"{{{{cite web|title=a{names}}}}}", encoding="utf-8")
    [row] = csv.DictReader(StringIO(run("citations", *UR, "--format", "csv", path).out))
    assert len(row) < 20
    assert row["authors"].count(";") == 198


def test_templates_in_templates_are_not_written_out_each_time(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    count = 4000
    path.write_text("{{cite web|title=" * count + "x" + "}}" * count, encoding="utf-8")
    out = run("citations", *UR, "--format", "json", path).out
    assert len(json.loads(out)["citations"]) == count
    assert len(out) < 10_000_000

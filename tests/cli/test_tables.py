"""The commands that show what a page says: refs, infobox, dates, outline."""

import csv
import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

PAGE = """\
{{Infobox military conflict
| conflict = حمص کی جنگ
| date = 5–8 دسمبر 2024ء
| place = [[حمص]]، [[شام]]
| strength1 = 2,000 جنگجو<ref>خبر</ref>
| result =
}}
فوج شہر سے نکلی۔<ref name="a">{{cite web|title=خبر نامہ|url=http://a.org|date=7 دسمبر 2024}}</ref>

== پس منظر ==
باغی 5 دسمبر 2024ء کو آئے۔<ref name="a" />
=== ذیلی ===
انجام۔<ref name="none" />
"""
KINDS = {"refs": "references", "infobox": "fields", "dates": "dates", "outline": "outline"}
UR = ("--profile", "ur.wikipedia")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.wiki"
    path.write_text(PAGE, encoding="utf-8")
    return path


def rows(run: Run, command: str, page: Path) -> list[dict[str, Any]]:
    result = run(command, *UR, "--format", "json", page)
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert (data["version"], data["file"]) == (1, str(page))
    found: list[dict[str, Any]] = data[KINDS[command]]
    return found


def test_refs(run: Run, page: Path) -> None:
    first, second, third = rows(run, "refs", page)
    assert (first["number"], first["name"], first["text"]) == (1, None, "خبر")
    assert [use["place"] for use in first["uses"]] == ["infobox"]
    assert [use["line"] for use in second["uses"]] == [8, 11]
    assert second["citations"][0]["title"] == "خبر نامہ"
    assert second["uses"][1]["sentence"] == "باغی 5 دسمبر 2024ء کو آئے۔"
    assert (third["name"], third["definition"]) == ("none", None)


def test_a_sentence_of_many_references(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    path.write_text("word<ref>a</ref> " * 6_000, encoding="utf-8")
    found = rows(run, "refs", path)
    [sentence] = {reference["uses"][0]["sentence"] for reference in found}
    assert len(found) == 6_000
    assert sentence.endswith("…")
    assert len(sentence) == 2_001


def test_infobox(run: Run, page: Path) -> None:
    fields = {field["field"]: field for field in rows(run, "infobox", page)}
    assert list(fields) == ["conflict", "date", "place", "strength1", "result"]
    assert fields["date"]["value"]["dates"][0]["iso"] == "2024-12-05/2024-12-08"
    assert fields["result"]["type"] == "blank"
    start, end = (fields["strength1"][key] for key in ("start", "end"))
    assert PAGE[start:end] == "2,000 جنگجو<ref>خبر</ref>"
    assert fields["strength1"]["references"] == 1


def test_the_place_of_a_blank_field_is_behind_its_equals_sign(run: Run, page: Path) -> None:
    [blank] = [field for field in rows(run, "infobox", page) if field["type"] == "blank"]
    assert (blank["field"], blank["line"], blank["column"]) == ("result", 6, 11)
    assert PAGE[: blank["start"]].endswith("| result =")


def test_dates(run: Run, page: Path) -> None:
    found = rows(run, "dates", page)
    assert [date["iso"] for date in found] == [
        "2024-12-05/2024-12-08",
        "2024-12-07",
        "2024-12-05",
    ]
    assert all(PAGE[date["start"] : date["end"]] == date["text"] for date in found)
    assert found[0]["from"] == [2024, 12, 5]


def test_outline(run: Run, page: Path) -> None:
    lead, background, deeper = rows(run, "outline", page)
    assert (lead["level"], lead["title"], lead["references"], lead["citations"]) == (0, "", 2, 1)
    assert (background["title"], background["words"], background["line"]) == ("پس منظر", 6, 10)
    assert deeper["parent"] == background["index"]


@pytest.mark.parametrize("command", KINDS)
def test_a_table_for_people(run: Run, page: Path, command: str) -> None:
    result = run(command, *UR, page)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert len(lines) >= 5
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069")
        assert line == line.rstrip()


@pytest.mark.parametrize("command", KINDS)
@pytest.mark.parametrize("width", ["1", "30", "60"])
def test_a_narrow_terminal_cuts_no_isolate(
    run: Run, page: Path, command: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for line in run(command, *UR, page).out.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize("command", KINDS)
def test_csv(run: Run, page: Path, command: str) -> None:
    result = run(command, *UR, "--format", "csv", page)
    heading, *body = csv.reader(StringIO(result.out))
    assert len(body) == len(rows(run, command, page))
    assert all(len(row) == len(heading) for row in body)
    assert len(set(heading)) == len(heading)


@pytest.mark.parametrize("command", KINDS)
def test_an_empty_page(run: Run, tmp_path: Path, command: str) -> None:
    page = tmp_path / "a.wiki"
    page.touch()
    for name in ("table", "json", "csv"):
        result = run(command, *UR, "--format", name, page)
        assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("command", KINDS)
def test_an_unreadable_page(run: Run, tmp_path: Path, command: str) -> None:
    page = tmp_path / "a.wiki"
    page.write_bytes(b"\xff")
    assert run(command, *UR, page).code == 2
    assert run(command, *UR, tmp_path).code == 2
    assert run(command, *UR, tmp_path / "none").code == 2


@pytest.mark.parametrize("command", KINDS)
def test_nothing_of_a_page_reaches_the_terminal(run: Run, tmp_path: Path, command: str) -> None:
    hostile = "\x1b[31m\u202e\x9b"
    page = tmp_path / "a.wiki"
    page.write_text(
        f"{{{{Infobox military conflict|date=5 دسمبر 2024{hostile}|{hostile}={hostile}}}}}\n"
        f"== {hostile} ==\nx 5 دسمبر 2024ء<ref name='{hostile}'>[red]{hostile}</ref>\n",
        encoding="utf-8",
    )
    for name in ("table", "json"):
        result = run(command, *UR, "--format", name, page)
        assert result.code == 0
        assert not set(hostile) - set("[31m") & set(result.out)


def test_csv_on_a_terminal_is_as_safe_as_a_table(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.wiki"
    path.write_text("== a\x1b[31m\u202eb ==\n", encoding="utf-8")
    assert "a\x1b[31m\u202eb" in run("outline", *UR, "--format", "csv", path).out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = run("outline", *UR, "--format", "csv", path).out
    assert "a␛[31m<U+202E>b" in out
    assert len(out.splitlines()) == 3

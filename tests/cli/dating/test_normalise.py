"""The command ``dates --normalise``."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from homs_wiki.cli.dating.normalise import ChangedDatesError, prove
from homs_wiki.cli.dating.plan import Step
from homs_wiki.cli.reading import ReadPage
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit, SourceFile

Run = Callable[..., Any]

TEXT = "It began on December 5, 2024. It ended on “December 8, 2024”.\n"
DONE = "It began on 5 December 2024. It ended on “December 8, 2024”.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.wiki"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_writes_the_file_and_says_what_was_done(run: Run, page: Path) -> None:
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", page)
    assert result.code == 0
    assert page.read_text(encoding="utf-8") == DONE
    assert "5 December 2024" in result.out
    assert "somebody else's words" in result.out
    assert result.err == "Rewrote 1 of 2 dates in another form\n"


def test_lists_changes_for_machines(run: Run, page: Path) -> None:
    arguments = ("--profile", "en.wikipedia", "--normalise", "dmy", "--format", "json")
    result = run("dates", *arguments, page)
    first, second = json.loads(result.out)["changes"]
    assert (first["text"], first["new"], first["changed"]) == (
        "December 5, 2024",
        "5 December 2024",
        True,
    )
    assert (second["changed"], second["reason"]) == (False, "it is in somebody else's words")


def test_diff_shows_a_patch_and_writes_nothing(run: Run, page: Path) -> None:
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", "--diff", page)
    assert result.code == 0
    assert page.read_text(encoding="utf-8") == TEXT
    assert f"-{TEXT}" in result.out
    assert f"+{DONE}" in result.out
    assert result.err == (
        "Would rewrite 1 of 2 dates in another form\n"
        "Left alone: 1, because it is in somebody else's words\n"
    )


def test_a_second_time_changes_nothing(run: Run, page: Path) -> None:
    for _ in range(2):
        run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", page)
    assert page.read_text(encoding="utf-8") == DONE


def test_line_ends_and_byte_order_mark_stay(run: Run, page: Path) -> None:
    data = b"\xef\xbb\xbfOn December 5, 2024.\r\nOn December 6, 2024.\r\n"
    page.write_bytes(data)
    run("dates", "--profile", "en.wikipedia", "--normalise", "iso", page)
    assert page.read_bytes() == b"\xef\xbb\xbfOn 2024-12-05.\r\nOn 2024-12-06.\r\n"


def test_standard_input_is_written_to_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", "-")
    assert result.out == DONE


def test_a_page_that_keeps_programs_out_is_left_alone(run: Run, page: Path) -> None:
    page.write_text("{{nobots}}\n" + TEXT, encoding="utf-8")
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", page)
    assert page.read_text(encoding="utf-8") == "{{nobots}}\n" + TEXT
    assert "nothing is rewritten" in result.err


@pytest.mark.parametrize("option", ["--diff", "--unsafe"])
def test_options_that_need_a_form(run: Run, page: Path, option: str) -> None:
    result = run("dates", option, page)
    assert result.code != 0
    assert "--normalise" in result.err


def test_nothing_to_do(run: Run, page: Path) -> None:
    page.write_text("It began on 5 December 2024.\n", encoding="utf-8")
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", page)
    assert "every date is written so" in result.out
    assert result.err == ""


def test_says_that_the_article_declares_another_order(run: Run, page: Path) -> None:
    page.write_text("{{Use mdy dates|date=May 2024}}\n" + TEXT, encoding="utf-8")
    result = run("dates", "--profile", "en.wikipedia", "--normalise", "dmy", page)
    assert page.read_text(encoding="utf-8") == "{{Use mdy dates|date=May 2024}}\n" + DONE
    assert "the article declares mdy dates" in result.err


def _step(text: str, old: str, new: str) -> Step:
    start = text.index(old)
    end = start + len(old)
    return Step(start, end, old, "prose", "", new, (Edit(start, end, new),), "")


def test_what_would_say_something_else_is_left_alone() -> None:
    text = "On 5 May 2024, 6 May 2024, 7 May 2024 and 8 May 2024."
    steps = [_step(text, "5 May 2024", "May 5, 2024"), _step(text, "8 May 2024", "9 May 2024")]
    this = ReadPage(SourceFile("x", text.encode()), read_text(text, load_profile("en.wikipedia")))
    proved, changed, page = prove(this, steps)
    assert changed.text == page.text == text.replace("5 May 2024", "May 5, 2024", 1)
    assert [bool(step.reason) for step in proved] == [False, True]


def test_a_change_that_nobody_can_be_blamed_for_is_not_made() -> None:
    text = "On 5 May 2024. " + "It rained and rained. " * 3
    wrong = Step(len(text), len(text), "", "prose", "", "", (Edit(17, 17, "6 May 2024 "),), "")
    this = ReadPage(SourceFile("x", text.encode()), read_text(text, load_profile("en.wikipedia")))
    with pytest.raises(ChangedDatesError):
        prove(this, [wrong])

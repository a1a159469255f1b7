"""What the reports of lint and diff have in common: their look and their frame."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from homs_wiki.report import Look, look, template

REPORTS = {
    "lint": ("homs_wiki.lint.output.html", "report.css", "report.js"),
    "diff": ("homs_wiki.diff.output.html", "page.css", "page.js"),
}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(params=[*REPORTS.values()], ids=[*REPORTS])
def worn(request: pytest.FixtureRequest) -> Look:
    return look(*request.param)


def test_the_hashes_are_those_of_style_and_script(worn: Look) -> None:
    assert worn.style_hash == hashed(worn.style)
    assert worn.script_hash == hashed(worn.script)


def test_a_report_says_what_the_common_style_asks_for(worn: Look) -> None:
    used = {*re.findall(r"var\((--[\w-]+)\)", worn.style)}
    made = {*re.findall(r"(--[\w-]+):", worn.style)}
    assert used <= made


def test_the_common_style_comes_first() -> None:
    styles = [look(*report).style for report in REPORTS.values()]
    first, second = (style.split("--wide:")[0].rpartition(":root")[0] for style in styles)
    assert first == second


def test_nothing_is_fetched(worn: Look) -> None:
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", worn.style + worn.script)


def test_what_a_template_is_given_is_escaped(worn: Look) -> None:
    environment = template("homs_wiki.lint.output.html", "head.html").environment
    page = environment.from_string(
        '{% from "frame.html" import head %}{{ head(look, "<b>", "<i>") }}'
    ).render(look=worn)
    assert "<title>&lt;b&gt;</title>" in page
    assert "&lt;i&gt;</a>" in page

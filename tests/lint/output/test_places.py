"""What programs around us call a file."""

import os
from pathlib import Path

import pytest

from homs_wiki.lint.output.places import project_path, project_uri


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose folder ``pages`` is the current one."""
    (tmp_path / "pages").mkdir()
    monkeypatch.chdir(tmp_path / "pages")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "path"),
    {"a.wiki": "a.wiki", "./b/../a.wiki": "a.wiki", "<stdin>": "<stdin>"}.items(),
)
def test_from_the_current_folder(name: str, path: str) -> None:
    assert project_path(name) == path


def test_an_absolute_path_below_it(folder: Path) -> None:
    assert project_path(str(folder / "pages" / "b" / "a.wiki")) == "b/a.wiki"


def test_a_file_outside_keeps_its_name(folder: Path) -> None:
    outside = str(folder / "a.wiki")
    assert project_path(outside) == outside
    assert project_path("../a.wiki") == "../a.wiki"
    assert project_path(f"{folder}/pages2/a.wiki") == f"{folder}/pages2/a.wiki"


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_from_the_folder_that_the_service_names(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(folder))
    assert project_path("a.wiki") == "pages/a.wiki"
    assert project_path(str(folder / "c.wiki")) == "c.wiki"


URIS = {
    "letters and spaces": ("حمص 1.wiki", "%D8%AD%D9%85%D8%B5%201.wiki"),
    "what looks like a scheme": ("http:a.wiki", "http%3Aa.wiki"),
    "what has a meaning in a URI": ("a?b#c%20.wiki", "a%3Fb%23c%2520.wiki"),
    "a byte that is no UTF-8": ("a\udcff.wiki", "a%FF.wiki"),
    "half of a surrogate pair": ("a\ud800.wiki", "a%ED%A0%80.wiki"),
    "standard input": ("<stdin>", "%3Cstdin%3E"),
}


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes")
@pytest.mark.parametrize(("name", "uri"), URIS.values(), ids=URIS)
def test_uri(name: str, uri: str) -> None:
    assert project_uri(name) == uri


def test_uri_of_a_file_outside(folder: Path) -> None:
    assert project_uri(str(folder / "a b.wiki")) == f"file://{folder}/a%20b.wiki"

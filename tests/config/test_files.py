"""Finding and opening the file of settings."""

from pathlib import Path

import pytest

from homs_wiki.config import ConfigError, find_config, read_config

SITE = '[sites.here]\nuser = "X"\n'


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    config = find_config(tmp_path)
    assert config.path is None
    config.section("sites").close()


def test_the_nearest_file_holds_and_is_not_mixed_with_others(tmp_path: Path) -> None:
    (tmp_path / "homs-wiki.toml").write_text('[sites.above]\nuser = "X"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert [*find_config(below).section("sites").named()] == ["above"]
    (tmp_path / "a" / "homs-wiki.toml").write_text(SITE)
    assert [*find_config(below).section("sites").named()] == ["here"]


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert find_config(tmp_path).path is None
    (tmp_path / "pyproject.toml").write_text('[tool.homs-wiki.sites.shared]\nuser = "X"\n')
    assert [*find_config(tmp_path).section("sites").named()] == ["shared"]
    (tmp_path / "homs-wiki.toml").write_text(SITE)
    assert [*find_config(tmp_path).section("sites").named()] == ["here"]


@pytest.mark.parametrize(
    "content",
    [
        '[tool.homs-wiki]\nprofile = "x"',
        '[tool . "homs-wiki"]\nprofile = "x"',
        "[tool.'homs-wiki']\nprofile = 'x'",
        "[tool]\nhoms-wiki.profile = 'x'",
        "[tool]\nhoms-wiki = {profile = 'x'}",
        "tool.homs-wiki.profile = 'x'",
        "tool = {homs-wiki = {profile = 'x'}}",
    ],
)
def test_our_table_is_found_however_it_is_written(tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content)
    assert find_config(tmp_path).profile == "x"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[site.here]\n", r"homs-wiki\.toml: unknown keys site \(did you mean 'sites'\?\)"),
        ("sites = 1\n", r"'sites' must be a table"),
        ("[sites\n", r"cannot be read"),
        ("\udcff", r"cannot be read"),
    ],
    ids=["unknown section", "no table", "no TOML", "not UTF-8"],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "homs-wiki.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError, match=message):
        find_config(tmp_path)


def test_settings_that_are_nested_without_end(tmp_path: Path) -> None:
    (tmp_path / "homs-wiki.toml").write_text("a = " + "[" * 100_000)
    with pytest.raises(ConfigError, match="it is nested too deeply"):
        find_config(tmp_path)


def test_a_link_to_no_file_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "homs-wiki.toml").write_text(SITE)
    below = tmp_path / "below"
    below.mkdir()
    (below / "homs-wiki.toml").symlink_to(tmp_path / "gone.toml")
    with pytest.raises(ConfigError, match=r"below/homs-wiki.toml: .* the link leads to no file"):
        find_config(below)


def test_a_folder_of_that_name_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "homs-wiki.toml").mkdir()
    assert find_config(tmp_path).path is None


def test_a_named_file_must_be_there_and_have_settings(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path / "none.toml")
    (tmp_path / "pyproject.toml").write_text("")
    with pytest.raises(ConfigError, match=r"no table \[tool\.homs-wiki\]"):
        read_config(tmp_path / "pyproject.toml")
    (tmp_path / "pyproject.toml").write_text("[tool]\nhoms-wiki = 1\n")
    with pytest.raises(ConfigError, match="must be a table"):
        read_config(tmp_path / "pyproject.toml")

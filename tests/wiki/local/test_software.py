"""Finding PHP and MediaWiki, and saying what is missing. None of it needs them."""

from pathlib import Path

import pytest

from homs_wiki.wiki.local import MissingSoftwareError, find_software

MODULES = "[PHP Modules]\nctype\ndom\nfileinfo\niconv\nintl\njson\nmbstring\npdo_sqlite\nxml\n"


def make_mediawiki(folder: Path, version: str = "1.43.1") -> Path:
    for name in ("api.php", "maintenance/install.php", "extensions/Cite/extension.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (folder / "includes").mkdir()
    line = f"define( 'MW_VERSION', '{version}' );\n" if version else "<?php\n"
    (folder / "includes" / "Defines.php").write_text(line)
    return folder


def make_php(folder: Path, modules: str = MODULES) -> Path:
    php = folder / "php"
    php.write_text(f"#!/bin/sh\ncat <<END\n{modules}END\n")
    php.chmod(0o755)
    return php


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOMS_WIKI_PHP", str(make_php(tmp_path)))
    monkeypatch.delenv("HOMS_WIKI_MEDIAWIKI", raising=False)
    monkeypatch.setattr("homs_wiki.wiki.local.software._PLACES", (str(tmp_path / "none"),))


def test_a_folder_that_is_named_is_used(tmp_path: Path) -> None:
    software = find_software(make_mediawiki(tmp_path / "mw"))
    assert software.mediawiki == (tmp_path / "mw").resolve()
    assert software.version == "1.43.1"
    assert software.extensions == ("Cite",)
    assert software.skins == ()


def test_the_environment_names_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMS_WIKI_MEDIAWIKI", str(make_mediawiki(tmp_path / "mw")))
    assert find_software().version == "1.43.1"


def test_no_mediawiki_is_told_with_the_command_that_installs_it() -> None:
    with pytest.raises(MissingSoftwareError, match=r"apt-get install .* mediawiki .*--mediawiki"):
        find_software()


def test_a_named_folder_without_mediawiki_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingSoftwareError, match="no MediaWiki in this folder"):
        find_software(tmp_path)


def test_a_mediawiki_of_no_version_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingSoftwareError, match="does not say its version"):
        find_software(make_mediawiki(tmp_path / "mw", ""))


def test_no_php_is_told_with_its_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMS_WIKI_PHP")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(MissingSoftwareError, match=r"no command 'php'.*php-cli php-sqlite3"):
        find_software(make_mediawiki(tmp_path / "mw"))


def test_modules_that_php_lacks_are_named_with_their_packages(tmp_path: Path) -> None:
    make_php(tmp_path, MODULES.replace("intl\n", "").replace("pdo_sqlite\n", ""))
    with pytest.raises(MissingSoftwareError, match="lacks") as caught:
        find_software(make_mediawiki(tmp_path / "mw"))
    assert ": intl, pdo_sqlite." in str(caught.value)
    assert "php-intl php-sqlite3" in str(caught.value)
    assert "php-xml" not in str(caught.value)


def test_a_php_that_fails_is_told(tmp_path: Path) -> None:
    (tmp_path / "php").write_text("#!/bin/sh\nexit 127\n")
    with pytest.raises(MissingSoftwareError, match="cannot be run"):
        find_software(make_mediawiki(tmp_path / "mw"))

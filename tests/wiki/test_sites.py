"""The wikis of the settings."""

from pathlib import Path

import pytest

from homs_wiki.config import ConfigError, find_config
from homs_wiki.wiki.sites import Site, find_site

LIVE = """[sites.urwiki]
api = "https://ur.wikipedia.org/w/api.php"
kind = "production"
user = "Example"
bot = "homs"
"""


def site(folder: Path, content: str, name: str = "urwiki") -> Site:
    (folder / "homs-wiki.toml").write_text(content)
    return find_site(name, find_config(folder))


def test_the_local_wiki_needs_no_entry(tmp_path: Path) -> None:
    assert find_site("test", find_config(tmp_path)) == Site("test")
    assert not Site("test").is_production


def test_a_site_is_what_the_settings_say(tmp_path: Path) -> None:
    found = site(tmp_path, LIVE)
    assert found.is_production
    assert (found.api, found.user, found.bot) == (
        "https://ur.wikipedia.org/w/api.php",
        "Example",
        "homs",
    )


def test_an_unknown_site_is_said_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no site 'enwiki': known are test, urwiki"):
        site(tmp_path, LIVE, "enwiki")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"production"', '"test"', "has readers"),
        ('"production"', '"live"', "one of 'test', 'production'"),
        ('kind = "production"\n', "", "'kind' is missing"),
        ("https:", "http:", "must begin with https://"),
        ("https:", "ftp:", "address of a wiki's api.php"),
        ("/w/api.php", "/wiki/", "address of a wiki's api.php"),
        ("https://", "https://me:secret@", "no password"),
        (".org/w", ".org:x/w", "no address"),
        ('"Example"', '"Example@homs"', "account alone"),
        ('bot = "homs"\n', "", "Special:BotPasswords"),
        ("bot =", "password =", "unknown keys password"),
        ("bot =", "bott =", r"did you mean 'bot'"),
        ("ur.wikipedia.org", "test.wikipedia.org.evil.example", None),
        ("ur.wikipedia.org", "test.wikipedia.org", None),
        ('"production"', '"test"#', "has readers"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, message: str | None) -> None:
    assert old in LIVE
    if message is None:
        site(tmp_path, LIVE.replace(old, new))
        return
    with pytest.raises(ConfigError, match=message):
        site(tmp_path, LIVE.replace(old, new))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
def test_http_is_for_this_machine(tmp_path: Path, host: str) -> None:
    content = LIVE.replace("https://ur.wikipedia.org", f"http://{host}:8080")
    assert site(tmp_path, content.replace("production", "test")).api


def test_a_production_wiki_by_another_spelling_is_still_one(tmp_path: Path) -> None:
    content = LIVE.replace("production", "test").replace("ur.wikipedia.org", "UR.Wikipedia.org.")
    with pytest.raises(ConfigError, match="has readers"):
        site(tmp_path, content)

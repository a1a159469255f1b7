"""Where secrets come from."""

from pathlib import Path

import pytest

from homs_wiki.config import ConfigError
from homs_wiki.wiki.credentials import BotPassword, OAuth, find_credentials, variable_for
from homs_wiki.wiki.sites import Site

SITE = Site("ur-wiki", "https://x.example/api.php", "test", "Example", "homs")
WITH_OAUTH = SITE._replace(login="oauth")


def file_with(folder: Path, content: str, mode: int = 0o600) -> Path:
    file = folder / "credentials.toml"
    file.write_text(content)
    file.chmod(mode)
    return file


def test_the_environment_goes_first(tmp_path: Path) -> None:
    file = file_with(tmp_path, '[ur-wiki]\npassword = "from the file"\n')
    found = find_credentials(SITE, {"HOMS_WIKI_PASSWORD_UR_WIKI": "abc\n"}, file)
    assert found == BotPassword("Example", "homs", "abc")


def test_a_file_of_the_user_alone_is_read(tmp_path: Path) -> None:
    file = file_with(tmp_path, '[ur-wiki]\npassword = "abc"\n')
    assert find_credentials(SITE, {}, file) == BotPassword("Example", "homs", "abc")


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602, 0o660])
def test_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = file_with(tmp_path, '[ur-wiki]\npassword = "abc"\n', mode)
    with pytest.raises(ConfigError, match="chmod 600"):
        find_credentials(SITE, {}, file)


def test_four_tokens_of_oauth(tmp_path: Path) -> None:
    assert find_credentials(WITH_OAUTH, {"HOMS_WIKI_OAUTH_UR_WIKI": "a b c d"}, tmp_path / "x") == (
        OAuth("a", "b", "c", "d")
    )
    keys = ("consumer-token", "consumer-secret", "access-token", "access-secret")
    lines = "\n".join(f'{key} = "{key[:3]}"' for key in keys)
    file = file_with(tmp_path, f"[ur-wiki]\n{lines}\n")
    assert find_credentials(WITH_OAUTH, {}, file) == OAuth("con", "con", "acc", "acc")
    with pytest.raises(ConfigError, match="four tokens"):
        find_credentials(WITH_OAUTH, {"HOMS_WIKI_OAUTH_UR_WIKI": "a b c"}, file)


def test_without_any_the_message_says_what_to_do(tmp_path: Path) -> None:
    file = file_with(tmp_path, '[other]\npassword = "abc"\n')
    with pytest.raises(ConfigError, match=f"set {variable_for(SITE)}, or write"):
        find_credentials(SITE, {}, file)


def test_no_message_and_no_repr_shows_a_secret(tmp_path: Path) -> None:
    assert "abc" not in repr(BotPassword("Example", "homs", "abc"))
    assert "abc" not in repr(OAuth("abc", "abc", "abc", "abc"))
    file = file_with(tmp_path, "[ur-wiki]\npassword = abc\n")
    with pytest.raises(ConfigError) as raised:
        find_credentials(SITE, {}, file)
    assert "abc" not in str(raised.value)
    file = file_with(tmp_path, '[ur-wiki]\npassword = "x"\nabc = "y"\n')
    with pytest.raises(ConfigError, match="unknown keys"):
        find_credentials(SITE, {}, file)

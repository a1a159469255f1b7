"""Languages of works as tags of BCP 47."""

import pytest

from homs_wiki.page.bibliography.languages import tags


@pytest.mark.parametrize(
    ("written", "language", "found"),
    [
        ("German", "en", ["de"]),
        ("german", "en", ["de"]),
        ("en-gb", "en", ["en-GB"]),
        ("zh-hant-tw", "en", ["zh-Hant-TW"]),
        ("zh-yue", "en", ["yue"]),
        ("simple", "en", ["en"]),
        ("Bengali", "en", ["bn"]),
        ("عربی", "ur", ["ar"]),
        ("عربی، انگریزی", "ur", ["ar", "en"]),
        ("Arabic", "ur", ["ar"]),
        ("Deutsch", "de", ["de"]),
        ("إنجليزية", "ar", ["en"]),
        ("Urdu, ur", "en", ["ur"]),
    ],
)
def test_known(written: str, language: str, found: list[str]) -> None:
    assert tags(written, language) == (found, True)


@pytest.mark.parametrize("written", ["Breadish", "x", "in German", "Deutsch", "", "en_GB"])
def test_unknown(written: str) -> None:
    assert tags(written, "en") == ([], False)


def test_some_unknown() -> None:
    assert tags("German, Breadish", "en") == (["de"], False)

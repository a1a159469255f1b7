"""The forms in which languages write dates."""

import pytest

from homs_wiki.profile.date_forms import load_date_forms, month_names

_LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")
_MONTHS = 12


def test_a_language_without_data_has_no_forms() -> None:
    assert load_date_forms("xx") is None


@pytest.mark.parametrize("language", _LANGUAGES)
def test_templates_hold_the_parts_that_their_order_names(language: str) -> None:
    forms = load_date_forms(language)
    assert forms is not None
    for order, template in forms.templates.items():
        places = sorted((template.index(f"{{{part}}}"), part) for part in order)
        assert "".join(part for _, part in places) == order
        assert template.count("{") == len(order)


@pytest.mark.parametrize("language", sorted(set(_LANGUAGES) - {"zh", "ja"}))
def test_there_are_twelve_months(language: str) -> None:
    names = month_names(language, "gregorian")
    assert len(names["long"]) == _MONTHS
    assert all(all(style) and len(style) == _MONTHS for style in names.values())


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_months_that_are_numbers_have_no_names(language: str) -> None:
    assert month_names(language, "gregorian") == {}


def test_a_month_without_a_short_name_keeps_its_long_one() -> None:
    assert month_names("en", "gregorian")["short"][3:6] == ("Apr", "May", "Jun")
    assert month_names("fr", "gregorian")["short"][2] == "mars"


def test_a_language_may_have_no_short_names() -> None:
    assert month_names("ur", "gregorian").keys() == {"long"}

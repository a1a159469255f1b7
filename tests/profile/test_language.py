import pytest

from homs_wiki.profile import available_profiles, load_profile


def test_urdu_marks() -> None:
    marks = load_profile("ur").punctuation
    assert (marks.full_stop, marks.comma, marks.semicolon, marks.question) == ("۔", "،", "؛", "؟")
    assert marks.sentence_final == ("۔", "؟", "!")
    assert marks.quotes[0] == ('"', '"')
    assert marks.list_separator.join(["ا", "ب"]) + marks.list_last + "ج" == "ا، ب اور ج"


def test_marks_of_others() -> None:
    assert load_profile("hi").punctuation.full_stop == "।"
    assert load_profile("es").punctuation.opening == ("¿", "¡")
    assert load_profile("zh").punctuation.list_comma == "、"
    assert "»" in load_profile("fr").punctuation.space_before


@pytest.mark.parametrize(
    ("wiki", "digits", "decimal", "group"),
    [
        ("ur", "0123456789", ".", ","),
        ("en", "0123456789", ".", ","),
        ("fa", "۰۱۲۳۴۵۶۷۸۹", "٫", "٬"),
        ("de", "0123456789", ",", "."),
        ("fr", "0123456789", ",", "\u202f"),
        ("tr", "0123456789", ",", "."),
    ],
)
def test_numbers(wiki: str, digits: str, decimal: str, group: str) -> None:
    profile = load_profile(wiki)
    assert profile.digits == profile.numbers.digits == digits
    assert (profile.numbers.decimal, profile.numbers.group) == (decimal, group)


def test_percent() -> None:
    assert load_profile("tr").numbers.percent.replace("1", "25") == "%25"
    assert load_profile("ur").numbers.percent.replace("1", "25") == "25%"


@pytest.mark.parametrize("name", available_profiles())
def test_digits_count_from_zero(name: str) -> None:
    numbers = load_profile(name).numbers
    for digits in (numbers.digits, *numbers.other_digits):
        assert [int(digit) for digit in digits] == [*range(10)]


def test_letters_of_urdu() -> None:
    letters = load_profile("ur").letters
    assert set("ہےیکگںھٹڈڑآئؤۂ") <= letters
    assert not set("يكهىة") & letters
    assert load_profile("zh").letters == frozenset()


def test_letters_that_only_look_right() -> None:
    hazards = load_profile("ur").letter_hazards
    by_letter = {letter: hazard for hazard in hazards for letter in hazard.written}
    assert by_letter["ي"].instead == ("ی",)
    assert by_letter["ي"].certain
    assert by_letter["ك"].instead == ("ک",)
    # Two letters could be meant: nothing may change it by itself.
    assert by_letter["ه"].instead == ("ہ", "ھ")
    assert not by_letter["ه"].certain
    assert not set(by_letter) & load_profile("ur").letters
    assert len(by_letter) == sum(len(hazard.written) for hazard in hazards)


def test_a_hazard_that_is_not_certain_says_why() -> None:
    for name in available_profiles():
        for hazard in load_profile(name).letter_hazards:
            assert hazard.certain or hazard.caution, hazard.what
            assert not (hazard.certain and len(hazard.instead) != 1), hazard.what


def test_foreign_text() -> None:
    foreign = load_profile("ur").foreign_text
    assert {"ar", "fa"} <= set(foreign.languages)
    assert "title" in foreign.parameters
    assert all(
        load_profile("ur").citation_parameter("web", each) == each for each in foreign.parameters
    )
    assert load_profile("en").foreign_text.languages == ()

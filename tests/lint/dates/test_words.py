"""What the rules say of languages in their heads is what the data says."""

from homs_wiki.lint.rules.dates.date_future_past_tense import DateFuturePastTense
from homs_wiki.lint.rules.dates.date_mixed_year_sign import DateMixedYearSign
from homs_wiki.lint.rules.dates.date_mixed_year_word import DateMixedYearWord
from homs_wiki.lint.rules.dates.hijri_sign_wrong import HijriSignWrong
from homs_wiki.profile.date_forms import load_date_forms
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.profile.story_words import load_story_words

LANGUAGES = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja"))


def test_languages_with_words_for_the_past() -> None:
    told = {language for language in LANGUAGES if load_story_words(language).narrative.past}
    assert DateFuturePastTense.languages == told


def test_languages_whose_years_can_be_without_a_word_or_sign() -> None:
    forms = {language: load_date_forms(language) for language in LANGUAGES}
    signs = {language for language, each in forms.items() if each and each.year_sign}
    words = {language for language, each in forms.items() if each and each.year_words}
    assert DateMixedYearSign.languages == signs
    assert DateMixedYearWord.languages == words
    urdu = forms["ur"]
    assert urdu is not None
    assert all(any(each in word for each in DateMixedYearWord.triggers) for word in urdu.year_words)


def test_misspelled_signs_are_looked_for() -> None:
    wrong = {language for language in LANGUAGES if load_date_facts(language).misspelled_marks}
    assert HijriSignWrong.languages == wrong
    signs = load_date_facts("ur").misspelled_marks
    assert set(signs) == set(HijriSignWrong.triggers) - {"&#"}
    assert set(signs.values()) <= set(load_date_facts("ur").marks_after)

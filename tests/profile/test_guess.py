import pytest

from homs_wiki.profile.guess import guess_profile

SENTENCES = {
    "ur": "یہ شہر دریا کے کنارے پر آباد ہے اور یہاں ہر سال بہت سے لوگ آتے ہیں۔",
    "ar": "تقع المدينة القديمة على ضفة النهر، ويزورها كل عام كثير من الناس في الصيف.",
    "fa": "این شهر در کنار رودخانه جای گرفته و هر سال گروه‌های بسیاری به آنجا می‌روند.",
    "hi": "यह नगर नदी के किनारे बसा है और यहाँ हर वर्ष बहुत लोग आते हैं।",
    "ru": "Город стоит на берегу реки, и каждый год сюда приезжает много людей.",
    "zh": "这座城市在河边，每年都有很多人来这里参观旧城墙。",
    "ja": "この町は川のそばにあり、毎年たくさんの人が古い城壁を見にやって来る。",
    "en": "The town lies on the bank of the river, and many people come here each year.",
    "de": "Die Stadt liegt am Ufer des Flusses, und jedes Jahr kommen viele Leute her.",
    "fr": "La ville se trouve au bord de la rivière et beaucoup de gens y viennent.",
    "es": "La ciudad está a la orilla del río y cada año viene aquí mucha gente.",
    "tr": "Şehir ırmağın kıyısındadır ve her yıl buraya çok sayıda insan gelir.",
}
# Letters of the Latin alphabet cannot tell more.
LATIN = {"en", "de", "fr", "es", "tr"}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence(language: str) -> None:
    name, note = guess_profile(SENTENCES[language])
    assert name == ("en" if language in LATIN else language) + ".wikipedia"
    assert note.endswith(".")


@pytest.mark.parametrize("language", sorted(LATIN | {"ru", "hi"}))
def test_the_note_says_what_letters_cannot_tell(language: str) -> None:
    assert "not told apart" in guess_profile(SENTENCES[language]).note


def test_the_note_names_the_language() -> None:
    assert "Urdu" in guess_profile(SENTENCES["ur"]).note
    assert "not told apart" not in guess_profile(SENTENCES["ur"]).note


@pytest.mark.parametrize(
    "text",
    ["", "2024", "{{}}", "۔ 12 ؟", "한국어"],
    ids=["empty", "digits", "braces", "marks", "a script that is not known"],
)
def test_without_letters_that_tell_it_is_english_and_says_so(text: str) -> None:
    name, note = guess_profile(text)
    assert name == "en.wikipedia"
    assert "No letters" in note


def test_latin_markup_does_not_outweigh_the_text() -> None:
    citation = "<ref>{{cite web |url=https://example.org/a/long/address |title=Long title}}</ref>"
    text = f"<!-- comment -->{SENTENCES['ur']}{citation * 5}"
    assert guess_profile(text).name == "ur.wikipedia"


def test_a_text_of_one_template_is_judged_by_the_words_in_it() -> None:
    assert guess_profile("{{حرب|محاربہ=قلعے کی لڑائی}}").name == "ur.wikipedia"


def test_urdu_typed_with_arabic_letters_is_still_urdu() -> None:
    assert guess_profile("يه شہر بڑا هے اور اس كے لوگ بہت اچھے هيں").name == "ur.wikipedia"


def test_a_few_foreign_words_do_not_count() -> None:
    assert guess_profile(SENTENCES["en"] + " (حمص) " + SENTENCES["en"]).name == "en.wikipedia"
    assert guess_profile(SENTENCES["ar"] + " گوگل").name == "ar.wikipedia"


@pytest.mark.parametrize(
    "piece", ["<!--", "{{", "<", "|", "|a=", "http://", "a", "{{a|", "\ud800", "\x00"]
)
def test_hostile_text(piece: str) -> None:
    assert guess_profile(piece * 300_000).name == "en.wikipedia"

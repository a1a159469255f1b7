import pytest

from homs_wiki.profile import ProfileError, available_profiles, load_profile
from homs_wiki.profile import templates as module


@pytest.mark.parametrize(
    ("wiki", "name", "concept"),
    [
        ("en", "Homs", None),
        ("en", "", None),
        ("en", ":Reflist", None),
        ("en", "User:Reflist", None),
        ("en", "حوالہ جات", None),
        ("en", "Lang-", None),
        ("en", "reflist", "reflist"),
        ("en", "Template:Reflist", "reflist"),
        ("en", "r", "r"),
        ("en", "sfn", "sfn"),
        ("en", "sfnp", "sfnp"),
        ("en", "harvnb", "harvnb"),
        ("en", "harv", "harv"),
        ("en", "harvtxt", "harvtxt"),
        ("en", "efn", "efn"),
        ("en", "efn-ua", "efn"),
        ("en", "refn", "refn"),
        ("en", "notelist", "notelist"),
        ("en", "rp", "rp"),
        ("en", "cn", "citation_needed"),
        ("en", "fact", "citation_needed"),
        ("en", "start date", "start_date"),
        ("en", "end date", "end_date"),
        ("en", "birth date", "birth_date"),
        ("en", "birth date and age", "birth_date_age"),
        ("en", "death date and age", "death_date_age"),
        ("en", "plainlist", "plainlist"),
        ("en", "ubl", "unbulleted_list"),
        ("en", "hlist", "hlist"),
        ("en", "flag", "flag"),
        ("en", "flagicon", "flagicon"),
        ("en", "flagcountry", "flagcountry"),
        ("en", "coord", "coord"),
        ("en", "convert", "convert"),
        ("en", "lang", "lang"),
        ("en", "lang-ar", "lang_xx"),
        ("en", "webarchive", "webarchive"),
        ("ur", "حوالہ جات", "reflist"),
        ("ur", "حوالے", "reflist"),
        ("ur", "reflist", "reflist"),
        ("ur", "حوالہ درکار", "citation_needed"),
        ("ur", "درکار", "citation_needed"),
        ("ur", "حوالہ دیں", "sources_wanted"),
        ("ur", "مردہ ربط", "dead_link"),
        # Valid redirects in Arabic letters: known, so that nobody reports the letters.
        ("ur", "مرده ربط", "dead_link"),
        ("ur", "طالع أيضا", "see_also"),
        ("ur", "wayback", "webarchive"),
        ("ur", "اس", "main"),
        ("ur", "تاریخ آغاز", "start_date"),
        ("ur", "پرچم", "flag"),
        ("ur", "پرچم تصویر", "flagicon"),
        ("ur", "معلومات کتب خانہ", "authority_control"),
        ("ur", "جانبدار", "pov"),
        ("ur", "حرب", "infobox_military_conflict"),
        ("ur", "notes", "notelist"),
        ("ar", "مراجع", "reflist"),
        ("fa", "پانویس", "reflist"),
        ("ru", "Примечания", "reflist"),
        ("tr", "kaynakça", "reflist"),
        ("tr", "İtalik başlık", "italic_title"),
        ("tr", "italik başlık", "italic_title"),
        ("fr", "références", "reflist"),
        ("fr", "Citation", "quote"),
        ("es", "listaref", "reflist"),
        # An English name with another meaning on the wiki.
        ("en", "Refs", "reflist"),
        ("es", "Refs", "unreferenced"),
        ("es", "Start date", "date"),
        ("zh", "Reference", "unreferenced"),
        ("ja", "要出典", "citation_needed"),
        ("hi", "उद्धरण आवश्यक", "citation_needed"),
    ],
)
def test_concepts(wiki: str, name: str, concept: str | None) -> None:
    assert load_profile(wiki).concept(name) == concept


def test_the_house_s_own_name_comes_first() -> None:
    profile = load_profile("ur")
    assert profile.concept_names("citation_needed")[0] == "حوالہ درکار"
    assert "Citation needed" in profile.concept_names("citation_needed")
    assert profile.concept_names("sfn")[0] == "Sfn"
    assert profile.concept_names("nothing") == ()
    assert "Refs" not in load_profile("es").concept_names("reflist")
    assert set(profile.concepts) >= {"reflist", "sfn", "sources_wanted"}


@pytest.mark.parametrize(
    ("wiki", "name", "infobox"),
    [
        ("en", "Infoboxes", False),
        ("en", "Infobox mapframe", False),
        ("en", "Navbox", False),
        ("en", "Cite web", False),
        ("en", "Infobox", True),
        ("en", "infobox military conflict", True),
        ("en", "Infobox_person", True),
        ("en", "Infobox person/Wikidata", True),
        ("en", "Taxobox", True),
        ("ur", "معلومات کتب خانہ", False),
        ("ur", "معلومات شخصیت", False),
        ("ur", "خانہ معلومات/آغاز", False),
        ("ur", "حرب", True),
        ("ur", "خانہ معلومات شہر", True),
        ("ur", "خانۂ معلومات شخصیت", True),
        ("ur", "خانہ معلومات ملک/عربی", True),
        ("ur", "Infobox settlement", True),
        # Begins like an infobox there, and is known to be a link to another article.
        ("ar", "معلومات أكثر", False),
        ("ar", "معلومات نزاع عسكري", True),
        ("ar", "صندوق معلومات شخص", True),
        ("fa", "جعبه ناوبری", False),
        ("fa", "جعبه اطلاعات درگیری نظامی", True),
        ("es", "Ficha de conflicto", True),
        ("es", "Guerra", True),
        ("ru", "Карточка города", True),
        ("ru", "Вооружённый конфликт", True),
        ("tr", "Savaş bilgi kutusu", True),
        ("tr", "bilgi kutusu", True),
        ("tr", "Bilgi", False),
        ("hi", "ज्ञानसन्दूक युद्ध", True),
        ("ja", "Battlebox", True),
        ("de", "Infobox Militärischer Konflikt", True),
    ],
)
def test_infoboxes_by_name(wiki: str, name: str, infobox: bool) -> None:
    assert load_profile(wiki).is_infobox_name(name) is infobox


@pytest.mark.parametrize(
    ("wiki", "title", "role"),
    [
        ("en", "History", None),
        ("en", "references", "references"),
        ("en", "See also", "see_also"),
        ("ur", "پس منظر", None),
        ("ur", "حوالہ جات", "references"),
        ("ur", "مزید دیکھیں", "see_also"),
        ("ur", "بیرونی روابط", "external_links"),
        ("ur", "References", "references"),
        ("de", "Einzelnachweise", "references"),
        ("ja", "脚注", "references"),
    ],
)
def test_sections_by_title(wiki: str, title: str, role: str | None) -> None:
    assert load_profile(wiki).section_role(title) == role


def test_titles_of_the_house() -> None:
    titles = load_profile("ur").section_titles
    assert titles["references"][0] == "حوالہ جات"
    assert titles["notes"][0] == "حواشی"


def test_habits() -> None:
    urdu = load_profile("ur").house
    assert urdu.reference_after_punctuation is True
    assert urdu.redirect_word == "#رجوع_مکرر"
    assert urdu.documentation_subpages == ("/doc", "/دستاویز")
    hindi = load_profile("hi").house
    assert hindi.reference_after_punctuation is None
    assert hindi.redirect_word is None


def test_a_name_in_two_concepts_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = module.wiki("en.wikipedia")._replace(concepts={"a": ("X",), "b": ("x",)})
    monkeypatch.setattr(module, "wiki", lambda _: broken)
    with pytest.raises(ProfileError, match="'x' is in two concepts"):
        module.Concepts("en.wikipedia", load_profile("en").template_key)


@pytest.mark.parametrize("name", available_profiles())
def test_english_names_count_on_every_wiki(name: str) -> None:
    profile = load_profile(name)
    for each in (
        "Sfn",
        "Harvnb",
        "Efn",
        "Refn",
        "R",
        "Rp",
        "Notelist",
        "Plainlist",
        "Ubl",
        "Hlist",
    ):
        assert profile.concept(each) is not None, each

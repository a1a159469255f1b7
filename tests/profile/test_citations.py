import json
from pathlib import Path

import pytest

from homs_wiki.profile import ProfileError, available_profiles, load_profile
from homs_wiki.profile import citations as module


@pytest.mark.parametrize(
    ("wiki", "name", "kind"),
    [
        ("en", "Homs", None),
        ("en", "Cite", None),
        ("en", "Reflist", None),
        ("en", "حوالہ ویب", None),
        # A template for quotations on fr.
        ("fr", "Citation", None),
        ("en", "cite web", "web"),
        ("en", "Template:Cite_book", "book"),
        ("en", "cite AV media", "audio-visual"),
        ("en", "cite encyclopedia", "encyclopaedia"),
        ("en", "cite press release", "pressrelease"),
        ("en", "citation", "citation"),
        ("en", "citeweb", "web"),
        ("en", "cite magazine", "magazine"),
        ("ur", "حوالہ ویب", "web"),
        ("ur", "سانچہ:حوالہ خبر", "news"),
        ("ur", "حوالہ کتاب", "book"),
        ("ur", "حوالہ-کتاب", "book"),
        ("ur", "حوالہ رسالہ", "journal"),
        ("ur", "حوالہ نیوز گروپ", "newsgroup"),
        ("ur", "cite web", "web"),
        ("ur", "حوالہ", "citation"),
        ("ur", "حوالۂ کتاب", "book"),
        ("ur", "حوالہ جال", "web"),
        ("ur", "حوالہ جالبین", "web"),
        ("ur", "مرجع ويب", "web"),
        ("ur", "استشهاد بكتاب", "book"),
        ("ar", "استشهاد ويب", "web"),
        ("fa", "یادکرد وب", "web"),
        ("fa", "cite web", "web"),
        ("de", "Internetquelle", "web"),
        ("de", "Literatur", "book"),
        ("de", "cite book", "book"),
        ("fr", "Lien web", "web"),
        ("fr", "ouvrage", "book"),
        ("es", "cita web", "web"),
        ("ru", "книга", "book"),
        ("ru", "cite book", "book"),
        ("tr", "Web kaynağı", "web"),
        ("tr", "İnternet kaynağı", "web"),
        ("tr", "internet kaynağı", "web"),
        ("zh", "Cite twitter", "tweet"),
        ("ja", "Cite web/和書", "web"),
        ("hi", "पुस्तक सन्दर्भ", "book"),
    ],
)
def test_kinds(wiki: str, name: str, kind: str | None) -> None:
    assert load_profile(wiki).citation_kind(name) == kind


@pytest.mark.parametrize(
    ("wiki", "template", "name", "canonical"),
    [
        # Not parameters, to be left alone.
        ("en", "Cite web", "titel", None),
        ("en", "Cite web", "Title", None),
        ("en", "Cite web", "", None),
        ("en", "Cite web", "1", None),
        ("en", "Cite web", "url2", None),
        ("en", "Cite web", "last12345", None),
        ("en", "Cite web", "last2b3", None),
        ("en", "Homs", "title", None),
        ("de", "Cite web", "titel", None),
        ("ur", "حوالہ ویب", "عنوان", None),
        ("ur", "حوالہ جال", "url", None),
        ("ur", "حوالہ", "نام", None),
        # Citation Style 1.
        ("en", "Cite web", "title", "title"),
        ("en", "cite_web", " title ", "title"),
        ("en", "web", "accessdate", "access-date"),
        ("en", "web", "access-date", "access-date"),
        ("en", "web", "last", "last"),
        ("en", "web", "last1", "last1"),
        ("en", "web", "last2", "last2"),
        ("en", "web", "author", "last"),
        ("en", "web", "author2", "last2"),
        ("en", "web", "first10", "first10"),
        ("en", "web", "author-link3", "author-link3"),
        ("en", "web", "author3-link", "author-link3"),
        ("en", "web", "authorlink", "author-link"),
        ("en", "web", "author3link", "author-link3"),
        ("en", "web", "editor1-first", "editor-first1"),
        ("en", "web", "editor2", "editor-last2"),
        ("en", "web", "translator-mask1", "translator-mask1"),
        ("en", "web", "translator1-mask", "translator-mask1"),
        ("en", "web", "website", "work"),
        ("en", "news", "newspaper", "work"),
        ("en", "web", "trans-journal", "trans-work"),
        ("en", "book", "ISBN", "isbn"),
        ("en", "arxiv", "eprint", "arxiv"),
        ("en", "journal", "s2cid", "s2cid"),
        ("en", "encyclopaedia", "entry", "chapter"),
        # Names of the wikis.
        ("ur", "حوالہ ویب", "title", "title"),
        ("ur", "حوالہ ویب", "last2", "last2"),
        ("ur", "حوالہ جال", "عنوان", "title"),
        ("ur", "حوالہ جال", "ربط", "url"),
        ("ur", "حوالہ", "ناشر", "publisher"),
        ("ur", "حوالہ", "مصنف", "last"),
        ("ur", "حوالہ", "تاریخ اخذ", "access-date"),
        ("ur", "حوالۂ کتاب", "تاریخ_حصول", "access-date"),
        ("ur", "حوالۂ کتاب", "isbn", "isbn"),
        ("ur", "حوالہ کتاب", "مقام اشاعت", "location"),
        ("ur", "حوالہ کتاب", "title", "title"),
        ("ur", "Cite book", "title", "title"),
        ("fa", "یادکرد وب", "نام۲", "first2"),
        ("fa", "یادکرد وب", "نام خانوادگی۱۲", "last12"),
        ("fa", "یادکرد وب", "نام", "first"),
        ("fa", "یادکرد وب", "نام2", "first2"),
        ("fa", "یادکرد وب", "last2", "last2"),
        ("fa", "یادکرد وب", "نویسنده", "last"),
        ("fa", "یادکرد وب", "تاریخ بازبینی", "access-date"),
        ("ar", "استشهاد ويب", "مؤلف2", "last2"),
        ("ar", "استشهاد ويب", "مسار", "url"),
        ("de", "Internetquelle", "titel", "title"),
        ("de", "Internetquelle", "abruf", "access-date"),
        ("de", "Literatur", "Autor", "last"),
        ("de", "Literatur", "Autor2", "last2"),
        ("de", "Literatur", "ISBN", "isbn"),
        ("fr", "Lien web", "auteur2", "last2"),
        ("fr", "Ouvrage", "lien auteur1", "author-link1"),
        ("fr", "Lien web", "consulté le", "access-date"),
        ("es", "Cita web", "apellidos2", "last2"),
        ("es", "Cita web", "fechaacceso", "access-date"),
        ("ru", "Книга", "заглавие", "title"),
        ("tr", "Web kaynağı", "yazar2-bağ", "author-link2"),
        ("tr", "Web kaynağı", "erişimtarihi", "access-date"),
        ("tr", "web", "başlık", "title"),
    ],
)
def test_parameters(wiki: str, template: str, name: str, canonical: str | None) -> None:
    assert load_profile(wiki).citation_parameter(template, name) == canonical


def test_names_of_a_kind() -> None:
    profile = load_profile("ur")
    assert profile.citation_names("web")[:2] == ("حوالہ ویب", "مرجع ويب")
    assert "Cite web" in profile.citation_names("web")
    assert profile.citation_names("nothing") == ()
    assert {"web", "book", "news", "journal", "citation"} <= profile.citation_kinds


def test_identifiers_and_keywords() -> None:
    profile = load_profile("ur")
    assert profile.citation_identifiers["ISBN"] == ("isbn", "ISBN")
    assert "dead" in profile.citation_keywords["url-status"]


@pytest.mark.parametrize("name", available_profiles())
def test_the_stock_templates_and_parameters_count_on_every_wiki(name: str) -> None:
    profile = load_profile(name)
    for kind in ("web", "book", "news", "journal"):
        assert profile.citation_kind(f"cite {kind}") == kind
        assert profile.citation_parameter(f"Cite {kind}", "author2-link") == "author-link2"


def test_a_parameter_that_is_not_canonical_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = module._Own({}, (), {"tittle": ("عنوان",)}, ())
    monkeypatch.setattr(module, "_own", lambda _: broken)
    with pytest.raises(ProfileError, match="not canonical: tittle"):
        module.Citations("ur.wikipedia", load_profile("ur").template_key)


def test_a_table_for_what_is_no_citation_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    table = module._OwnTable(("Reflist",), cs1=True, ignore_case=False, parameters={})
    monkeypatch.setattr(module, "_own", lambda _: module._Own({}, (), {}, (table,)))
    with pytest.raises(ProfileError, match="'Reflist' is no citation template"):
        module.Citations("ur.wikipedia", load_profile("ur").template_key)


def test_every_parameter_of_the_module_is_known(shared: Path) -> None:
    tables = json.loads((shared / "cs1" / "tables.json").read_text("utf-8"))
    profile = load_profile("en")
    names = [*tables["basic"], *tables["numbered"]]
    for group in ("unique", "preprint"):
        names += [each for table in tables[group].values() for each in table]
    for written in names:
        for number in ("", "3"):
            assert profile.citation_parameter("web", written.replace("#", number)), written


def test_every_template_of_the_module_is_known(shared: Path) -> None:
    tables = json.loads((shared / "cs1" / "tables.json").read_text("utf-8"))
    for name, kind in tables["templates"].items():
        assert load_profile("en").citation_kind(name) == kind


@pytest.mark.parametrize("name", ["last#", "#", "author#-link", "last#2"])
def test_the_sign_for_a_number_in_the_tables_is_no_name_on_a_page(name: str) -> None:
    assert load_profile("en").citation_parameter("cite web", name) is None

import pytest

from homs_wiki.profile import load_profile


@pytest.mark.parametrize(
    ("wiki", "written", "key"),
    [
        ("en", "Cite web", "Cite web"),
        ("en", "cite web", "Cite web"),
        ("en", "cite_web", "Cite web"),
        ("en", "  cite \n  web ", "Cite web"),
        ("en", "cite\u00a0web", "Cite web"),
        ("en", "\u200ecite web\u200f", "Cite web"),
        ("en", "cite Web", "Cite Web"),
        ("en", "Template:cite web", "Cite web"),
        ("en", "template : cite web", "Cite web"),
        ("en", "TM:cite web", "Cite web"),
        ("en", "subst:cn", "Cn"),
        ("en", "SUBST: Template:cn", "Cn"),
        ("en", "safesubst:cn", "Cn"),
        ("en", "cite web#top", "Cite web"),
        ("en", ":homs", ":Homs"),
        ("en", "user:homs/box", "User:Homs/box"),
        ("en", "WP:homs", "Wikipedia:Homs"),
        ("en", "Not a namespace: x", "Not a namespace: x"),
        ("en", "", ""),
        ("en", "#", "#"),
        ("en", ":", ":"),
        ("en", "ßeta", "ßeta"),
        ("en", "éclair", "Éclair"),
        ("en", "e\u0301clair", "Éclair"),
        ("ur", "سانچہ:حوالہ ویب", "حوالہ ویب"),
        ("ur", "template:حوالہ_ویب", "حوالہ ویب"),
        ("ur", "نقل:حوالہ درکار", "حوالہ درکار"),
        ("ur", "صارف:x", "صارف:X"),
        ("tr", "italik", "İtalik"),
        ("tr", "Infobox", "Infobox"),
        ("tr", "şablon:ölü bağlantı", "Ölü bağlantı"),
        ("ru", "шаблон:книга", "Книга"),
        ("zh", "模板:cite web", "Cite web"),
    ],
)
def test_template_key(wiki: str, written: str, key: str) -> None:
    assert load_profile(wiki).template_key(written) == key


def test_modifiers_are_dropped_twice_and_no_more() -> None:
    assert load_profile("en").template_key("subst:raw:x") == "X"
    assert load_profile("en").template_key("subst:" * 5000 + "x").startswith("Subst:subst:")


def test_a_flood_of_names_does_not_fill_the_memory() -> None:
    profile = load_profile("en")
    for number in range(30_000):
        profile.template_key(f"name {number}")
    assert profile.template_key("name 5") == "Name 5"
    assert len(profile._key) <= 8192


@pytest.mark.parametrize(
    ("wiki", "prefix", "number"),
    [
        ("en", "File", 6),
        ("en", "image", 6),
        ("en", "IMAGE TALK", 7),
        ("en", " user_talk ", 3),
        ("en", "Project", 4),
        ("en", "WP", 4),
        ("en", "wikt", None),
        ("en", "فائل", None),
        ("ur", "فائل", 6),
        ("ur", "تصویر", 6),
        ("ur", "ملف", 6),
        ("ur", "Image", 6),
        ("ur", "زمرہ", 14),
        ("ur", "تبادلۂ خیال", 1),
        ("ur", "تبادلۂ_خیال صارف", 3),
        ("ur", "تبادلہ\u0654 خیال", 1),
        ("ur", "باب", 100),
        # Prefixes of Arabic and Persian, copied with the text, are none on ur.
        ("ur", "تصنيف", None),
        ("ur", "رده", None),
        ("ur", "صورة", None),
        ("ur", "پرونده", None),
        ("ar", "تصنيف", 14),
        ("fa", "رده", 14),
        ("de", "Datei", 6),
        ("de", "Bild", 6),
        ("ja", "画像", 6),
        ("en", "", None),
    ],
)
def test_namespaces(wiki: str, prefix: str, number: int | None) -> None:
    assert load_profile(wiki).namespace(prefix) == number


def test_names_of_namespaces() -> None:
    profile = load_profile("ur")
    assert profile.namespace_name(14) == "زمرہ"
    assert profile.namespace_name(0) == ""
    assert profile.namespace_names(6)[0] == "فائل"
    assert "File" in profile.namespace_names(6)
    assert profile.namespace_names(9999) == ()
    with pytest.raises(KeyError):
        profile.namespace_name(9999)


@pytest.mark.parametrize(
    ("wiki", "number", "name"),
    [
        ("en", 10, "Template"),
        ("ja", 10, "Template"),
        ("ja", 14, "Category"),
        ("tr", 8, "MediaWiki"),
        ("zh", 2, "User"),
        ("zh", 14, "Category"),
    ],
)
def test_no_alias_goes_before_the_name_of_a_namespace(wiki: str, number: int, name: str) -> None:
    names = load_profile(wiki).namespace_names(number)
    assert names[0] == name
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("fr", "interlanguage"),
        ("ZH-YUE", "interlanguage"),
        (" ur ", "interlanguage"),
        ("wikt", "interwiki"),
        ("commons", "interwiki"),
        ("Category", None),
        ("", None),
    ],
)
def test_other_wikis(prefix: str, kind: str | None) -> None:
    assert load_profile("en").interwiki(prefix) == kind

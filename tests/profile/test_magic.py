import pytest

from homs_wiki.profile import ImageOption, ProfileError, load_profile
from homs_wiki.profile.magic import MagicWords


@pytest.mark.parametrize(
    ("wiki", "name", "identifier"),
    [
        # Templates, to be left alone.
        ("en", "cite web", None),
        ("en", "formatnum", None),
        ("en", "pagename", None),
        ("en", "If", None),
        ("en", "DEFAULTSORT", None),
        ("en", "defaultsort:Homs", None),
        ("en", "Template:x", None),
        ("en", "Not a function: x", None),
        ("en", "#if :x", None),
        ("en", "", None),
        ("en", ":", None),
        ("en", "subst:cn", None),
        ("ur", "اگر", None),
        ("ur", "حوالہ ویب", None),
        # Functions and variables.
        ("en", "#if: x", "if"),
        ("en", "#IF:", "if"),
        ("en", "#if", "if"),
        ("en", " #if:x", "if"),
        ("en", "#invoke:Module", "invoke"),
        ("en", "formatnum:12", "formatnum"),
        ("en", "FormatNum:12", "formatnum"),
        ("en", "DEFAULTSORT:Homs", "defaultsort"),
        ("en", "PAGENAME", "pagename"),
        ("en", " PAGENAME ", "pagename"),
        ("en", "PAGENAME:Homs", "pagename"),
        ("en", "server", "server"),
        ("en", "ns:0", "ns"),
        ("en", "#language:ur", "language"),
        ("en", "#tag:ref", "tag"),
        ("en", "subst:#if:x", "if"),
        ("en", "subst:PAGENAME", "pagename"),
        ("ur", "#اگر: x", "if"),
        ("ur", "#اگر", "if"),
        ("ur", "#if: x", "if"),
        ("ur", "#ٹیگ:ref", "tag"),
        ("ur", "نقل:#اگر:x", "if"),
        ("ur", "نام_صفحہ", "pagename"),
        ("ur", "ابتدائی_ترتیب:حمص", "defaultsort"),
        ("ur", "صیغہ_عدد:12", "formatnum"),
        ("fr", "#si:x", "if"),
        ("fr", "CLEFDETRI:Homs", "defaultsort"),
        ("de", "SORTIERUNG:Homs", "defaultsort"),
        ("ru", "#если:x", "if"),
        ("tr", "VARSAYILANSIRALA:Humus", "defaultsort"),
        ("ja", "デフォルトソート:ほむす", "defaultsort"),
        ("ja", "デフォルトソート：ほむす", "defaultsort"),
        ("fa", "ترتیب\u200cپیش\u200cفرض:حمص", "defaultsort"),
    ],
)
def test_parser_functions(wiki: str, name: str, identifier: str | None) -> None:
    profile = load_profile(wiki)
    assert profile.parser_function(name) == identifier
    assert profile.is_parser_function(name) is (identifier is not None)


@pytest.mark.parametrize(
    ("wiki", "word", "identifier"),
    [
        ("en", "__NOTOC__", "notoc"),
        ("en", "__notoc__", "notoc"),
        ("en", "__HIDDENCAT__", "hiddencat"),
        ("en", "__hiddencat__", None),
        ("en", "__NOPE__", None),
        ("en", "NOTOC", None),
        ("ur", "__نافہرست__", "notoc"),
        ("ur", "__NOTOC__", "notoc"),
        ("de", "__KEIN_INHALTSVERZEICHNIS__", "notoc"),
        ("fr", "__AUCUNSOMMAIRE__", "notoc"),
    ],
)
def test_behaviour_switches(wiki: str, word: str, identifier: str | None) -> None:
    assert load_profile(wiki).switch(word) == identifier


def test_all_switches_can_be_listed() -> None:
    words = load_profile("ur").switch_words
    assert {"__HIDDENCAT__", "__نافہرست__", "__notoc__"} <= {*words}


@pytest.mark.parametrize(
    ("wiki", "text", "option"),
    [
        # Captions, to be left alone.
        ("en", "A thumb", None),
        ("en", "Thumb", None),
        ("en", "px", None),
        ("en", "big px", None),
        ("en", "xpx", None),
        ("en", "200", None),
        ("en", "", None),
        ("en", "The wall = old", None),
        ("en", "تصغیر", None),
        ("ur", "شہر کا قلعہ", None),
        # Options.
        ("en", "thumb", ("thumbnail", "")),
        ("en", " thumb ", ("thumbnail", "")),
        ("en", "thumb=Other.jpg", ("manualthumb", "Other.jpg")),
        ("en", "200px", ("width", "200")),
        ("en", "200x100px", ("width", "200x100")),
        ("en", "x100px", ("width", "x100")),
        ("en", "200 px", ("width", "200")),
        ("en", "200pxpx", ("width", "200")),
        ("en", "alt=The old city", ("alt", "The old city")),
        ("en", "alt=", ("alt", "")),
        ("en", "link=", ("link", "")),
        ("en", "upright=1.2", ("upright", "1.2")),
        ("en", "upright", ("upright", "")),
        ("en", "page=3", ("page", "3")),
        ("en", "text-top", ("text_top", "")),
        ("en", "start=0:10", ("starttime", "0:10")),
        ("ur", "تصغیر", ("thumbnail", "")),
        ("ur", "دائیں", ("right", "")),
        ("ur", "250پکسل", ("width", "250")),
        ("ur", "250پک", ("width", "250")),
        ("ur", "متبادل=قلعہ", ("alt", "قلعہ")),
        ("ur", "thumb", ("thumbnail", "")),
        ("de", "mini", ("thumbnail", "")),
        ("de", "hochkant=0.8", ("upright", "0.8")),
        ("fr", "vignette", ("thumbnail", "")),
        ("ru", "мини", ("thumbnail", "")),
        ("tr", "sağ", ("right", "")),
    ],
)
def test_options_of_files(wiki: str, text: str, option: tuple[str, str] | None) -> None:
    expected = ImageOption(*option) if option else None
    assert load_profile(wiki).image_option(text) == expected


@pytest.mark.parametrize(
    ("wiki", "word", "identifier"),
    [
        ("en", "#if", "if"),
        ("en", "formatnum:", "formatnum"),
        ("en", "PAGENAME", "pagename"),
        ("en", "__TOC__", "toc"),
        ("en", "thumb", "img_thumbnail"),
        ("en", "#redirect", "redirect"),
        ("en", "subst:", "subst"),
        ("en", "Homs", None),
        ("ur", "#رجوع_مکرر", "redirect"),
        ("ur", "تصغیر", "img_thumbnail"),
    ],
)
def test_magic_words_of_any_kind(wiki: str, word: str, identifier: str | None) -> None:
    assert load_profile(wiki).magic_word(word) == identifier


def test_the_own_words_come_first() -> None:
    profile = load_profile("ur")
    assert profile.redirect_words == ("#رجوع_مکرر", "#REDIRECT")
    assert profile.magic_words("defaultsort")[0] == "ابتدائی_ترتیب"
    assert profile.magic_words("nothing") == ()


def test_an_id_that_mediawiki_lacks_is_an_error() -> None:
    with pytest.raises(ProfileError, match="sections"):
        MagicWords({}, {})


@pytest.mark.parametrize(
    ("wiki", "after", "trail"),
    [
        ("en", "s are", "s"),
        ("en", "é", ""),
        ("en", " s", ""),
        ("fr", "és", "és"),
        ("ur", "ء میں", "ء"),
        ("ur", "وں", "وں"),
        ("ur", "ۂ", ""),
        ("ur", "ي", ""),
        ("ur", "s", ""),
        ("ur", "\u200bا", ""),
        ("fa", "\u200cها", "\u200cها"),
        ("zh", "的", ""),
        ("zh", "s", ""),
        ("ru", "ами", "ами"),
        ("hi", "ों", "ों"),
    ],
)
def test_letters_that_join_a_link(wiki: str, after: str, trail: str) -> None:
    match = load_profile(wiki).linktrail.match(after)
    assert match is not None
    assert match[0] == trail

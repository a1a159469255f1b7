"""Messages in the reader's language, and the catalogues of translations."""

import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from homs_wiki.lint import catalogue, messages
from homs_wiki.lint.finding import Finding, Fix, Phrase, Severity, listed
from homs_wiki.lint.messages import UnknownLanguageError, translate, translate_plural, use_language

PACKAGE = Path(catalogue.__file__).parents[1]
SOURCES = sorted((PACKAGE / "lint").rglob("*.py"))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language(None)


@pytest.fixture
def _urdu() -> None:
    use_language("ur")


# -- choosing a language --------------------------------------------------------------------------


def test_english_is_said_as_it_is() -> None:
    assert translate("the citation has no title") == "the citation has no title"
    assert [translate_plural("one", "many", number) for number in (0, 1, 2)] == [
        "many",
        "one",
        "many",
    ]
    assert (messages.language(), messages.direction()) == ("en", "ltr")


@pytest.mark.usefixtures("_urdu")
def test_urdu() -> None:
    assert translate("the citation has no title") == "حوالے میں عنوان نہیں ہے"
    assert translate_plural("{n} finding", "{n} findings", 1) == "{n} نتیجہ"
    assert translate_plural("{n} finding", "{n} findings", 5) == "{n} نتائج"
    assert (messages.language(), messages.direction()) == ("ur", "rtl")


@pytest.mark.usefixtures("_urdu")
def test_what_the_catalogue_does_not_have_stays_english() -> None:
    assert translate("a rule of one's own finds this") == "a rule of one's own finds this"
    assert translate("") == ""  # gettext has the head of the catalogue there


@pytest.mark.parametrize("code", ["ur", "UR", "ur_PK", "ur-IN", "ur_PK.UTF-8"])
def test_a_region_is_passed_over(code: str) -> None:
    use_language(code)
    assert messages.language() == "ur"


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(UnknownLanguageError, match="'fr'; there are en, ur"):
        use_language("fr")


LOCALES = {
    "nothing is set": ({}, "en"),
    "the language of the locale": ({"LANG": "ur_PK.UTF-8"}, "ur"),
    "another language": ({"LANG": "fr_FR.UTF-8"}, "en"),
    "messages go before the rest": ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "ur_PK"}, "en"),
    "all go before messages": ({"LC_ALL": "ur_IN", "LC_MESSAGES": "en_GB"}, "ur"),
    "an empty variable is not set": ({"LC_ALL": "", "LANG": "ur_PK.UTF-8"}, "ur"),
    "a list of languages, those without messages passed over": (
        {"LANGUAGE": "fr:ur:en", "LANG": "fr_FR"},
        "ur",
    ),
    "the locale of C knows no list": ({"LANGUAGE": "ur", "LC_ALL": "C.UTF-8"}, "en"),
    "nonsense": ({"LANG": "@@@", "LANGUAGE": ":::"}, "en"),
}


@pytest.mark.parametrize(("environment", "language"), LOCALES.values(), ids=LOCALES)
def test_language_of_locale(environment: dict[str, str], language: str) -> None:
    assert messages.language_of_locale(environment) == language


# -- phrases, findings, fixes ---------------------------------------------------------------------


def finding(**values: object) -> Finding:
    return Finding(0, 1, "some-rule", Severity.NOTE, "the {kind} text", values)


def test_a_phrase_is_its_english_text() -> None:
    phrase = Phrase("Write “{text}” for {{{{x}}}}", text="و")
    assert phrase == "Write “و” for {{x}}"
    assert phrase.said(lambda text: f"<{text}>") == "Write “<و>” for {{x}}"


def test_a_phrase_survives_copying_and_pickling() -> None:
    phrase = Phrase("Write “{template}”", template="و")
    for other in (pickle.loads(pickle.dumps(phrase)), copy.deepcopy(phrase)):  # noqa: S301
        assert (other, other.template, other.values) == (phrase, phrase.template, phrase.values)


@pytest.mark.usefixtures("_urdu")
def test_a_message_is_said_with_its_phrases_and_never_with_the_words_of_a_page() -> None:
    template = "the {kind} text is not closed on its line"
    assert finding(kind=Phrase("bold"))._replace(template=template).message.startswith("جلی متن")
    assert finding(kind="bold")._replace(template=template).message.startswith("bold متن")


@pytest.mark.usefixtures("_urdu")
def test_the_order_of_a_fix() -> None:
    assert Fix((), True, "Take out the reference").order() == "حوالہ ہٹائیں"
    words = Phrase("Write “{text}”", text="x")
    assert Fix((), True, words).order(str.upper) == "“X” لکھیں"
    assert Fix((), True, words).description == "Write “x”"


@pytest.mark.usefixtures("_urdu")
def test_a_list_of_phrases() -> None:
    words = listed([Phrase("bold"), Phrase("italic"), "x"], "{these}, {this}")
    assert words == "bold, italic, x"
    assert isinstance(words, Phrase)
    assert words.said() == "جلی، ترچھا، x"
    assert listed(["x"], "{these}, {this}") == "x"


# -- what is extracted ----------------------------------------------------------------------------

SAID = {
    "a phrase": ('Phrase("a {b}", b=1)', [("a {b}", None)]),
    "the description of a fix": ('Fix(edits, safe=True, description="a")', [("a", None)]),
    "at its place": ('Fix(edits, True, "a")', [("a", None)]),
    "one of two": ('Fix((), True, "a" if b else "c")', [("a", None), ("c", None)]),
    "a phrase in a fix": ('Fix((), True, Phrase("a"))', [("a", None)]),
    "a plural": ('words.count(n, "a", "b")', [("a", "b")]),
    "a pair of texts with a number": ('X = {"e": ("{n} a", "{n} as")}', [("{n} a", "{n} as")]),
    "the joint of a list": ('listed(x, "{these}, {this}")', [("{these}, {this}", None)]),
    "nothing": ('f("a", ("b", "c")); Phrase(x); Fix((), True, x); "a".count("a")', []),
}


@pytest.mark.parametrize(("source", "texts"), SAID.values(), ids=SAID)
def test_said_in(source: str, texts: list[tuple[str, str | None]]) -> None:
    assert list(catalogue.said_in(source)) == texts


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_text_of_a_fix_can_be_translated(path: Path) -> None:
    lines = catalogue.untranslatable(path.read_text(encoding="utf-8"))
    assert not lines, "write Phrase(“… {text} …”, text=…) instead of an f-string there"


# -- the catalogues -------------------------------------------------------------------------------


def test_the_catalogues_are_current_and_complete(capsys: pytest.CaptureFixture[str]) -> None:
    code = catalogue.main(["--check"])
    said = capsys.readouterr().err
    assert code == 0, f"{said}run: python -m homs_wiki.lint.catalogue, and translate what is new"


def test_wrong_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err


FAULTS = {
    "no translation": ("a {b}", "", "not translated"),
    "a placeholder is missing": ("a {b}", "الف", "other placeholders"),
    "a placeholder is another": ("a {b}", "الف {c}", "other placeholders"),
    "a placeholder too many": ("a {b}", "الف {b} {b}", "other placeholders"),
    "a brace that is not closed": ("a {b}", "الف {b", "other placeholders"),
    "a mark of direction": ("a", "الف\u200f", "mark of direction"),
    "an Arabic yeh": ("a", "علي", "Arabic letters"),
    "an Arabic kaf": ("a", "كتاب", "Arabic letters"),
    "a full stop": ("a", "الف۔", "full stop"),
    "a blank at the end": ("a", "الف ", "white space"),
}


@pytest.mark.parametrize(("text", "translation", "fault"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, translation: str, fault: str) -> None:
    made = catalogue._empty("ur")
    made.add(text, translation)
    [said] = catalogue.faults(made)
    assert fault in said


def test_no_faults() -> None:
    made = catalogue._empty("ur")
    made.add("“{{x}}” of {b}", "{b} کا “{{x}}”")
    made.add(("{n} a", "{n} as"), ("{n} الف", "{n} الفات"))
    assert list(catalogue.faults(made)) == []


def test_of_a_plural_every_form_is_needed() -> None:
    made = catalogue._empty("ur")
    made.add(("{n} a", "{n} as"), ("{n} الف", ""))
    [said] = catalogue.faults(made)
    assert "not translated" in said


ISOLATED = {
    "markup": ("یہ “</ref>” ہے", "یہ “\u2066</ref>\u2069” ہے"),
    "markup around a placeholder": ("یہ “<{tag}/>” ہے", "یہ “\u2066<{tag}/>\u2069” ہے"),
    "the number of a code point": ("یہ (U+{code})", "یہ (\u2066U+{code}\u2069)"),
    "an entity": ("یہ “&lrm;” ہے", "یہ “\u2066&lrm;\u2069” ہے"),
    "placeholders alone": ("یہ “{names} {year}” ہے", "یہ “{names} {year}” ہے"),
    "Urdu": ("یہ “حوالہ” ہے", "یہ “حوالہ” ہے"),
}


@pytest.mark.parametrize(("translation", "compiled"), ISOLATED.values(), ids=ISOLATED)
def test_markup_keeps_its_order_between_isolates(translation: str, compiled: str) -> None:
    assert catalogue.isolated(translation) == compiled


@pytest.mark.usefixtures("_urdu")
def test_isolates_are_balanced_in_what_is_compiled() -> None:
    for message in catalogue.read("ur"):
        for text in (message.id,) if isinstance(message.id, str) else ():
            said = translate(text)
            assert re.fullmatch(
                "[^\u2066\u2069]*(\u2066[^\u2066\u2069]+\u2069[^\u2066\u2069]*)*", said
            )

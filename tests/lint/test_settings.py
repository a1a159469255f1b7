"""Settings: what holds for a file, and what is wrong with a file of settings."""

from pathlib import Path

import pytest

from homs_wiki.config import ConfigError, read_config
from homs_wiki.lint.active import ActiveRules
from homs_wiki.lint.discovery import UnknownRuleError, catalogue
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule
from homs_wiki.lint.settings import Layer, LintConfig, read_lint_config, rules_for
from homs_wiki.page.page import read_text
from homs_wiki.profile import load_profile

ENTRIES = catalogue()


def read(folder: Path, text: str) -> LintConfig:
    file = folder / "homs-wiki.toml"
    file.write_text(text, encoding="utf-8")
    return read_lint_config(read_config(file))


def names(*layers: Layer) -> set[str]:
    return {chosen.entry.name for chosen in rules_for(layers, ENTRIES)}


def test_without_settings_the_recommended_rules_run(tmp_path: Path) -> None:
    config = read(tmp_path, "")
    recommended = {entry.name for entry in ENTRIES if entry.rule_set == "recommended"}
    assert names(*config.layers(tmp_path / "a.wiki")) == recommended


def test_a_selection_starts_anew_and_ignoring_adds_up(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """
        [lint]
        select = ["repeated-word", "date-impossible", "tag-empty"]
        ignore = ["tag-empty"]
        [[lint.paths]]
        match = ["quotes/"]
        ignore = ["repeated-word"]
        [[lint.paths]]
        match = ["*.draft.wiki"]
        select = ["tag-empty"]
        """,
    )

    def on(path: str) -> set[str]:
        return names(*config.layers(tmp_path / path))

    assert on("a.wiki") == {"repeated-word", "date-impossible"}
    assert on("quotes/a.wiki") == {"date-impossible"}
    assert on("below/a.draft.wiki") == {"tag-empty"}
    assert on("quotes/a.draft.wiki") == {"tag-empty"}
    assert names(config.base, Layer("command line", ignore=("dates",))) == {"repeated-word"}


def test_patterns_of_paths_mean_files_below_the_settings(tmp_path: Path) -> None:
    folder = tmp_path / "wiki"
    folder.mkdir()
    config = read(folder, '[lint]\nexclude = ["old/", "*.copy.wiki", "!keep.copy.wiki"]')
    assert config.excludes(folder / "old" / "deep" / "a.wiki")
    assert config.excludes(folder / "a.copy.wiki")
    assert not config.excludes(folder / "keep.copy.wiki")
    assert not config.excludes(folder / "a.wiki")
    assert not config.excludes(tmp_path / "old" / "a.wiki")


def test_a_severity_of_the_rule_goes_before_that_of_its_family() -> None:
    layer = Layer(
        "here",
        select=("repeated-word", "arabic-letter-in-urdu"),
        severity={"language": Severity.NOTE, "repeated-word": Severity.ERROR},
    )
    severities = {each.entry.name: each.load().severity for each in rules_for([layer], ENTRIES)}
    assert severities == {
        "repeated-word": Severity.ERROR,
        "arabic-letter-in-urdu": Severity.NOTE,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[lint]\nselct = []", r"\[lint\]: unknown keys selct \(did you mean 'select'\?\)"),
        ("[lint]\nselect = 'all'", r"'select' must be a list of strings"),
        ("[lint.severity]\nx = 'bad'", r"'x' must be one of 'error', 'warning', 'note'"),
        ("[[lint.paths]]\nselect = []", r"paths\]\] 1: the key 'match' is missing"),
        ("[[lint.paths]]\nmatch = []\nexclude = []", r"unknown keys exclude"),
        ("[lint]\ncache = 1", r"'cache' must be true or false"),
        ("[lint.options]\nx = 1", r"'x' must be a table"),
    ],
)
def test_what_cannot_be_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read(tmp_path, text)


class Wordy(Rule):
    """A rule with options of every kind."""

    name = "wordy"
    family = "own"
    message = "x"
    options = {  # noqa: RUF012 - as in all rules
        "most": Option(3, "How many."),
        "strict": Option(False, "How."),
        "accept": Option((), "Words."),
    }


WORDY = ENTRIES[0]._replace(name="wordy", family="own", triggers=(), load=lambda: Wordy)


def made(*layers: Layer) -> Rule:
    [chosen] = rules_for([Layer("base", select=("wordy",)), *layers], [*ENTRIES, WORDY])
    return chosen.load()


def test_options_have_their_defaults_until_they_are_set() -> None:
    rule = made()
    assert (rule.number("most"), rule.flag("strict"), rule.words("accept")) == (3, False, ())
    rule = made(Layer("a", options={"wordy": {"most": 5, "accept": ("x",)}}, accept=("y",)))
    assert (rule.number("most"), rule.flag("strict"), rule.words("accept")) == (
        5,
        False,
        ("y", "x"),
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"wordy": {"mots": 1}}, r"options\.wordy\]: there is no 'mots'; did you mean 'most'"),
        ({"wordy": {"most": "5"}}, r"'most' must be a whole number"),
        ({"wordy": {"most": True}}, r"'most' must be a whole number"),
        ({"wordy": {"accept": (1,)}}, r"'accept' must be a list of strings"),
        ({"wodry": {}}, r"there is no 'wodry'; did you mean 'wordy'"),
        ({"qqqqqq": {}}, r"there is no 'qqqqqq'; “homs-wiki rules” lists the rules and families"),
        ({"wordy": {"qqqqqq": 1}}, r"there is no 'qqqqqq'; there are accept, most, strict"),
    ],
)
def test_wrong_options(options: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        made(Layer("here", options=options))


def test_a_wrong_severity_name() -> None:
    with pytest.raises(ConfigError, match="did you mean 'repeated-word'"):
        made(Layer("here", severity={"repeted-word": Severity.NOTE}))


def test_a_wrong_selection() -> None:
    with pytest.raises(UnknownRuleError, match=r"here: there is no rule.*did you mean"):
        made(Layer("here", ignore=("repeted-word",)), Layer("there"))


def test_who_selects_nothing_gets_nothing() -> None:
    assert rules_for([Layer("base", select=())], ENTRIES) == []
    assert rules_for([Layer("base"), Layer("later", select=())], ENTRIES) == []
    assert rules_for([Layer("base", select=()), Layer("later", select=("all",))], ENTRIES)


def test_rules_wake_when_a_page_has_one_of_their_triggers() -> None:
    class Sleepy(Wordy):
        name = "sleepy"

    loaded: list[str] = []

    def load() -> type[Rule]:
        loaded.append("sleepy")
        return Sleepy

    sleepy = WORDY._replace(name="sleepy", triggers=("{{!}}", "<small"), load=load)
    chosen = rules_for([Layer("base", select=("sleepy", "wordy"))], [*ENTRIES, sleepy, WORDY])
    active = ActiveRules(chosen)
    profile = load_profile("en.wikipedia")
    assert [rule.name for rule in active.on(read_text("small", profile))] == ["wordy"]
    assert not loaded
    rules = active.on(read_text("a <SMALL>b</SMALL>", profile))
    assert {rule.name for rule in rules} == {"wordy", "sleepy"}
    assert {rule.name for rule in active.on(read_text("", profile))} == {"wordy", "sleepy"}
    assert loaded == ["sleepy"]

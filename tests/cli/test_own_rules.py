"""`homs-wiki lint` with rules of one's own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

EN = ("--lang", "en", "--profile", "en.wikipedia")
PATTERN = "[[lint.patterns]]\nname = 'found'\npattern = 'mill'\nmessage = 'there is a {match}'\n"
BOMB = (
    "[[lint.patterns]]\nname = 'bomb'\npattern = '(?:(?:a{1,1000}){1,1000}){1,1000}b'\n"
    "message = 'boom'\n[lint.options.bomb]\ntime-limit = 50\n"
)
RULE = """
from homs_wiki.lint.api import Rule

class Wheel(Rule):
    name = "wheel-found"
    message = "there is a wheel"

    def check(self, page):
        place = page.text.find("wheel")
        if place >= 0:
            yield self.finding((place, place + 5))
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that writes files, goes to their folder, and gives it."""

    def make(**files: str) -> Path:
        names = {"settings": "homs-wiki.toml", "rule": "rules/wheel.py", "page": "a.wiki"}
        for name, content in files.items():
            path = tmp_path / names.get(name, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, "utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


def test_patterns_run_by_default(run: Run, project: Callable[..., Path]) -> None:
    project(settings=PATTERN, page="The '''thing''' is a mill.\n")
    result = run("lint", *EN, "a.wiki")
    assert result.code == 1
    assert "a.wiki:1:22: warning found  there is a \u2068mill\u2069\n" in result.out


def test_rules_of_a_folder_run_by_default(run: Run, project: Callable[..., Path]) -> None:
    folder = project(settings="[lint]\nrules-path = ['rules']", rule=RULE, page="a wheel\n")
    result = run("lint", *EN, "--select", "own", "a.wiki")
    assert (result.code, result.err) == (1, "")
    assert "warning wheel-found  there is a wheel" in result.out
    result = run("lint", *EN, "--ignore", "wheel-found", "--select", "own", "a.wiki")
    assert result.code == 2  # no rule is left
    assert "wheel-found" in run("rules", "--select", "own").out
    assert "# wheel-found" in run("rule", "wheel-found").out
    assert run("config", "show", folder / "a.wiki").code == 0


def test_settings_hold_for_them(run: Run, project: Callable[..., Path]) -> None:
    settings = (
        "[lint]\nselect = ['own']\naccept = ['wheel']\n"
        "[lint.severity]\nfound = 'note'\n"
        "[[lint.paths]]\nmatch = ['b.wiki']\nignore = ['found']\n"
        + PATTERN
        + "[[lint.patterns]]\nname = 'word'\nwords = ['wheel', 'river']\nmessage = 'no {match}'\n"
    )
    project(settings=settings, page="mill wheel river <!-- homs-wiki: ignore[word] x -->\n")
    project(**{"b.wiki": "mill wheel river"})
    result = run("lint", *EN, "--format", "jsonl", ".")
    found = [json.loads(line) for line in result.out.splitlines()]
    assert [(each["file"], each["rule"], each["severity"]) for each in found] == [
        ("a.wiki", "found", "note"),
        ("b.wiki", "word", "warning"),
    ]


@pytest.mark.parametrize(
    "shown",
    ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "html"],
)
def test_every_format_shows_them(run: Run, project: Callable[..., Path], shown: str) -> None:
    settings = "[lint]\nrules-path = ['rules']\n" + PATTERN + "replacement = '<b>'\n"
    project(settings=settings, rule=RULE, page="a mill, a wheel\n")
    result = run("lint", *EN, "--select", "own", "--format", shown, "a.wiki")
    assert (result.code, result.err) == (1, "")
    assert "wheel-found" in result.out
    assert "found" in result.out


WRONG = {
    "a pattern": (
        {"settings": PATTERN.replace("mill", "mill(")},
        "homs-wiki.toml, [lint], [[patterns]] 1: 'pattern' is no regular expression: missing )",
    ),
    "a file": (
        {"settings": "[lint]\nrules-path = ['rules']", "rule": "import nothing_of_that_name"},
        "wheel.py: cannot be imported: ModuleNotFoundError",
    ),
    "a class": (
        {
            "settings": "[lint]\nrules-path = ['rules']",
            "rule": RULE.replace("wheel-found", "links"),
        },
        "wheel.py: the rule links: that is also the name of a family of homs-wiki",
    ),
    "a package": (
        {"settings": "[lint]\nplugins = ['no-such-package']"},
        "'plugins': there is no package 'no-such-package' installed",
    ),
    "a folder": (
        {"settings": "[lint]\nrules-path = ['wheels']"},
        "'rules-path': there is no folder",
    ),
}


@pytest.mark.parametrize(("files", "message"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("inside", [True, False], ids=["inside", "outside"])
def test_what_is_wrong_stops_the_run(
    run: Run,
    project: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    message: str,
    inside: bool,
) -> None:
    folder = project(**files, **{"a.wiki": "'''mill", "b.wiki": "'''mill"})
    if not inside:
        (folder / "elsewhere").mkdir()
        monkeypatch.chdir(folder / "elsewhere")
    result = run("lint", *EN, folder)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("error: ")
    assert result.err.count("\n") == 1
    assert message in result.err


def test_a_pattern_that_runs_out_of_time(run: Run, project: Callable[..., Path]) -> None:
    project(settings=PATTERN + BOMB, page="a mill " + "a" * 20_000)
    result = run("lint", *EN, "--select", "own", "--format", "json", "a.wiki")
    shown = json.loads(result.out)
    assert [each["rule"] for each in shown["findings"]] == ["found"]
    assert "the pattern bomb was stopped" in shown["errors"][0]["message"]
    assert "the pattern bomb was stopped: it took" in result.err
    assert "bug" not in result.err
    assert result.code == 2


def test_a_rule_that_fails(run: Run, project: Callable[..., Path]) -> None:
    settings = "[lint]\nrules-path = ['rules']\n" + PATTERN
    project(settings=settings, rule=RULE.replace("+ 5", "+ '5'"), page="a mill, a wheel\n")
    result = run("lint", *EN, "--select", "own", "a.wiki")
    assert "warning found" in result.out
    assert "wheel.py: the rule wheel-found failed: TypeError: " in result.err
    assert "(line 11)" in result.err
    assert "bug" not in result.err
    assert result.code == 2


def test_a_rule_that_fails_in_another_process(run: Run, project: Callable[..., Path]) -> None:
    project(settings=PATTERN + BOMB, **{"a.wiki": "a" * 20_000, "b.wiki": "a" * 20_000})
    result = run("lint", *EN, "--select", "own", "--jobs", "2", ".")
    assert result.err.count("the pattern bomb was stopped") == 2
    assert "bug" not in result.err
    assert result.code == 2


def test_a_fix_that_is_undone_is_no_bug_of_ours(run: Run, project: Callable[..., Path]) -> None:
    settings = PATTERN + "scope = 'template-parameter'\nreplacement = 'a|b'\nsafe = true\n"
    folder = project(settings=settings, page="{{a|mill}}")
    result = run("lint", *EN, "--select", "own", "--fix", "a.wiki")
    assert "the fixes of the rule found were undone: the parameter" in result.err
    assert "bug" not in result.err
    assert result.code == 2
    assert (folder / "a.wiki").read_text() == "{{a|mill}}"

"""Rules that others wrote: in folders that settings name, and in installed packages."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.config import ConfigError, read_config
from homs_wiki.lint.discovery import RuleLoadError
from homs_wiki.lint.engine import check
from homs_wiki.lint.manual import rule_page
from homs_wiki.lint.own import OwnRuleError, fingerprint
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.settings import read_lint_config
from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile

Rules = Callable[..., list[Rule]]

FOLDER = "rules-path = ['rules']"
GOOD = """
from homs_wiki.lint.api import Edit, Fix, Rule

class MillFound(Rule):
    \"\"\"There is a mill.

    ## Why
    Mills are dangerous.
    \"\"\"
    name = "mill-found"
    message = "a {what} is here"

    def check(self, page):
        start = page.text.find("mill")
        if start >= 0:
            fix = Fix((Edit(start, start + 4, "wheel"),), safe=True, description="Write “wheel”")
            yield self.finding((start, start + 4), fix, what="mill")
"""


def on(text: str) -> Page:
    return read_text(text, load_profile("en.wikipedia"))


def test_a_file_of_rules(rules: Rules) -> None:
    [rule] = rules(FOLDER, mills=GOOD)
    assert (rule.name, rule.family) == ("mill-found", "own")
    [finding] = check(on("a mill"), [rule]).findings
    assert (finding[:2], finding.message) == ((2, 6), "a mill is here")
    page = rule_page(rule)
    assert page.startswith("# mill-found\n")
    assert "There is a mill." in page
    assert "### Why\n" in page


def test_rules_of_a_folder_share_code(rules: Rules) -> None:
    more = GOOD.replace("MillFound", "WheelFound").replace("mill", "wheel")
    found = rules(
        FOLDER,
        _words="WORDS = ('mill',)",
        both=f"{GOOD}\n{more}\nclass _Base(Rule):\n    pass\n",
        third="from ._words import WORDS\nfrom .both import MillFound\n"
        "class Third(MillFound):\n    name = 'third'\n    family = 'mills'\n",
    )
    assert [(rule.family, rule.name) for rule in found] == [
        ("mills", "third"),
        ("own", "mill-found"),
        ("own", "wheel-found"),
    ]


def test_options_of_a_rule(rules: Rules) -> None:
    [rule] = rules(
        FOLDER,
        mills=GOOD.replace("Edit,", "Edit, Option,").replace(
            "    message", "    options = {'most': Option(3, 'How many.')}\n    message"
        ),
    )
    assert rule.number("most") == 3
    assert type(rule)({"most": 5}).number("most") == 5


BAD = {
    "that is no Python": ("class", "cannot be imported: SyntaxError: invalid syntax (line 1)"),
    "that fails": ("\n\n1/0", "cannot be imported: ZeroDivisionError: division by zero (line 3)"),
    "that imports what is not there": (
        "import no_such_module",
        "cannot be imported: ModuleNotFoundError: No module named 'no_such_module' (line 1)",
    ),
    "that ends the program": ("import sys\nsys.exit(3)", "cannot be imported: SystemExit: 3"),
    "without rules": ("from homs_wiki.lint.api import Rule", "holds no rule, that is no class"),
    "without a name": (GOOD.replace("name =", "nam ="), "the class MillFound: `name` must say"),
    "with a bad name": (GOOD.replace('"mill-found"', '"Mill found"'), "`name` must say"),
    "with a bad family": (
        GOOD.replace("name =", "family = 3\n    name ="),
        "the rule mill-found: `family` must be",
    ),
    "without a message": (
        GOOD.replace("message =", "msg ="),
        "the rule mill-found: `message` must be a text",
    ),
    "with bad placeholders": (GOOD.replace("{what}", "{0}"), "`message` must be a text"),
    "with a single brace": (GOOD.replace("{what}", "{what"), "`message` must be a text"),
    "without a check": (GOOD.replace("def check", "def chek"), "`check` is missing"),
    "with a start of its own": (
        GOOD + "\n    def __init__(self):\n        pass\n",
        "`__init__` must be left as it is",
    ),
    "with a bad severity": (
        GOOD.replace("name =", "severity = 'bad'\n    name ="),
        "`severity` must be one of Severity.ERROR",
    ),
    "with a bad set": (GOOD.replace("name =", "rule_set = 'x'\n    name ="), "`rule_set` must be"),
    "with a trigger in capitals": (
        GOOD.replace("name =", "triggers = ('Mill',)\n    name ="),
        "`triggers` must be a tuple of strings in lower case",
    ),
    "with a trigger that is a text": (
        GOOD.replace("name =", "triggers = 'mill'\n    name ="),
        "`triggers` must be a tuple",
    ),
    "with bad languages": (
        GOOD.replace("name =", "languages = 'ur'\n    name ="),
        "`languages` must be a frozenset",
    ),
    "with bad options": (
        GOOD.replace("name =", "options = {'a': 3}\n    name ="),
        "`options` must be a dict of Option",
    ),
    "with a bad default": (
        GOOD.replace("name =", "options = {'a': Option(1.5, 'b')}\n    name =").replace(
            "Edit,", "Edit, Option,"
        ),
        "`options` must be a dict of Option",
    ),
    "with bad touches": (
        GOOD.replace("name =", "touches = frozenset({'table'})\n    name ="),
        "`touches` must be a frozenset of some of template, parameter",
    ),
    "with names others gave it": (
        GOOD.replace("name =", "aliases = {'cs1': 'a'}\n    name ="),
        "`aliases` are for",
    ),
    "with the name of one of ours": (
        GOOD.replace("mill-found", "repeated-word"),
        "the rule repeated-word: that is also the name of a rule of homs-wiki",
    ),
    "in a family of ours": (
        GOOD.replace("name =", "family = 'links'\n    name ="),
        "the rule mill-found: its family 'links' is a family of homs-wiki",
    ),
    "with two rules of a name": (
        GOOD + GOOD.replace("MillFound", "Other"),
        "the rule mill-found: that is also the name of a rule in ",
    ),
}


@pytest.mark.parametrize(("code", "message"), BAD.values(), ids=BAD)
def test_a_bad_file_is_named(rules: Rules, tmp_path: Path, code: str, message: str) -> None:
    with pytest.raises(RuleLoadError) as caught:
        rules(FOLDER, mills=code)
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'rules' / 'mills.py'}: ")
    assert message in said


def test_a_pattern_with_the_name_of_a_rule_in_a_folder(rules: Rules) -> None:
    pattern = "[[lint.patterns]]\nname = 'mill-found'\npattern = 'a'\nmessage = 'b'"
    with pytest.raises(RuleLoadError, match=r"\[\[patterns\]\] 1: .* a rule in .*mills\.py"):
        rules(f"{FOLDER}\n{pattern}", mills=GOOD)


def test_a_folder_that_is_not_there(rules: Rules) -> None:
    with pytest.raises(ConfigError, match=r"'rules-path': there is no folder .*wheels"):
        rules("rules-path = ['wheels']")


def test_a_file_with_a_dot_in_its_name(rules: Rules) -> None:
    with pytest.raises(RuleLoadError, match=r"mills\.old\.py: a file of rules may have no dot"):
        rules(FOLDER, **{"mills.old": GOOD})


FAILURES = {
    "raises": ("raise KeyError('mill')", "failed: KeyError: 'mill' (line 4)"),
    "ends the program": ("raise SystemExit(0)", "failed: SystemExit: 0 (line 4)"),
    "gives nothing": ("return None", "failed: TypeError: 'NoneType' object is not iterable"),
    "gives something else": ("yield 3", "yields something that self.finding(…) did not make"),
    "gives no value": (
        "yield self.finding((0, 1))",
        "gives no value for {what} in its message",
    ),
    "finds beyond the page": (
        "yield self.finding((0, 99), what='')",
        "has a finding at 0–99, which is not on the page",
    ),
    "finds at no number": ("yield self.finding(('a', 1), what='')", "has a finding at a–1"),
    "has a fix that is none": (
        "yield self.finding((0, 1), 'wheel', what='')",
        "has a fix that is none",
    ),
    "has edits that are none": (
        "yield self.finding((0, 1), Fix(((0, 1, 'a'),), True, 'a'), what='')",
        "has a fix whose edits are none",
    ),
    "edits beyond the page": (
        "yield self.finding((0, 1), Fix((Edit(5, 99, 'a'),), True, 'a'), what='')",
        "has a fix at 5–99, which is not on the page",
    ),
}


@pytest.mark.parametrize(("code", "message"), FAILURES.values(), ids=FAILURES)
def test_a_rule_that_fails_is_named_and_no_bug_of_ours(
    rules: Rules, tmp_path: Path, code: str, message: str
) -> None:
    [rule] = rules(
        FOLDER,
        mills="from homs_wiki.lint.api import Edit, Fix, Rule\nclass A(Rule):\n"
        f"    name, message = 'mill-found', '{{what}}'\n    def check(self, page): {code}\n",
    )
    report = check(on("a mill"), [rule])
    assert report.findings == []
    [crash] = report.crashes
    assert isinstance(crash.exception, OwnRuleError)
    said = str(crash.exception)
    assert said.startswith(f"{tmp_path / 'rules' / 'mills.py'}: the rule mill-found ")
    assert message in said


# --- installed packages ------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that installs a package with one module, and gives the settings for it."""
    number = 0

    def install(entry_points: str, code: str, name: str = "mill-rules") -> str:
        nonlocal number
        number += 1
        site = tmp_path / f"site{number}"
        facts = site / f"{name.replace('-', '_')}-1.0.dist-info"
        facts.mkdir(parents=True)
        module = f"{name.replace('-', '_')}_{tmp_path.name.replace('-', '_')}_{number}"
        (site / f"{module}.py").write_text(code, "utf-8")
        (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (facts / "entry_points.txt").write_text(entry_points.replace("MODULE", module))
        monkeypatch.syspath_prepend(site)
        return f"plugins = ['{name}']"

    return install


MODULE = "[homs_wiki.rules]\nmills = MODULE\n"
CLASS = "[homs_wiki.rules]\nmills = MODULE:MillFound\n"


@pytest.mark.parametrize("entry_points", [MODULE, CLASS, MODULE + "more = MODULE:MillFound\n"])
def test_a_package(rules: Rules, installed: Callable[..., str], entry_points: str) -> None:
    [rule] = rules(installed(entry_points, GOOD))
    assert (rule.name, rule.family) == ("mill-found", "own")
    assert len(check(on("a mill"), [rule]).findings) == 1


def test_a_package_that_is_not_named_is_not_asked(
    rules: Rules, installed: Callable[..., str]
) -> None:
    installed(MODULE, "raise ValueError")
    assert rules("") == []


BAD_PACKAGES = {
    "that fails": (MODULE, "\n1/0", "cannot be imported: ZeroDivisionError: division by zero"),
    "with a class that is not there": (CLASS, "", "cannot be imported: AttributeError"),
    "with something else": (
        "[homs_wiki.rules]\nmills = MODULE:a\n",
        "a = 3",
        "is neither a class derived from homs_wiki.lint.api.Rule nor a module",
    ),
    "with another class": (
        "[homs_wiki.rules]\nmills = MODULE:A\n",
        "class A: pass",
        "is neither a class",
    ),
    "with a bad rule": (CLASS, GOOD.replace("message =", "msg ="), "`message` must be a text"),
}


@pytest.mark.parametrize(
    ("entry_points", "code", "message"), BAD_PACKAGES.values(), ids=BAD_PACKAGES
)
def test_a_bad_package_is_named(
    rules: Rules, installed: Callable[..., str], entry_points: str, code: str, message: str
) -> None:
    with pytest.raises(RuleLoadError) as caught:
        rules(installed(entry_points, code))
    assert str(caught.value).startswith("the plug-in mill-rules (mills = ")
    assert message in str(caught.value)


def test_two_packages_with_a_rule_of_one_name(rules: Rules, installed: Callable[..., str]) -> None:
    installed(CLASS, GOOD)
    installed(CLASS, GOOD, "wheel-rules")
    with pytest.raises(RuleLoadError, match=r"plug-in wheel-rules .*plug-in mill-rules"):
        rules("plugins = ['mill-rules', 'wheel-rules']")


def test_packages_that_are_none(rules: Rules, installed: Callable[..., str]) -> None:
    with pytest.raises(ConfigError, match="there is no package 'no-such-package' installed"):
        rules("plugins = ['no-such-package']")
    with pytest.raises(ConfigError, match="there is no package '' installed"):
        rules("plugins = ['']")
    with pytest.raises(ConfigError, match="'mill-rules' has no entry points of"):
        rules(installed("[console_scripts]\na = b:c\n", ""))


def test_a_package_that_is_misspelt(rules: Rules, installed: Callable[..., str]) -> None:
    installed(CLASS, GOOD)
    with pytest.raises(ConfigError, match=r"did you mean 'mill-rules'\?"):
        rules("plugins = ['mil-rules']")
    with pytest.raises(ConfigError, match=r"installed for [^;]*$"):
        rules("plugins = ['nothing-of-the-kind']")


def test_no_package_is_looked_up_without_need() -> None:
    import subprocess

    code = (
        "import sys; from homs_wiki.lint import discovery, settings; discovery.catalogue(); "
        "print(sorted({'regex', 'importlib.metadata', 'homs_wiki.lint.own'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# --- what a cache must know --------------------------------------------------------------------


def test_the_fingerprint_changes_with_the_code(rules: Rules, tmp_path: Path) -> None:
    def now() -> str:
        return fingerprint(read_lint_config(read_config(tmp_path / "homs-wiki.toml")))

    rules(FOLDER, mills=GOOD, _words="")
    first = now()
    assert first == now()
    rules(FOLDER, _words="WORDS = ()")
    assert first != now()

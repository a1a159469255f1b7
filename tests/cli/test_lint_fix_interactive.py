"""`homs-wiki lint --interactive`, asked on a real terminal and in the words of its parts."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.cli.linting.interactive import Interview
from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.fixes import Fixer, Mended
from homs_wiki.page import Page
from homs_wiki.page import read as read_page
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit
from homs_wiki.syntax import parse

TEXT = "شہر سے سے نکلے۔\n[[شہر|شہر]] اور [[ گاؤں ]] اور [[حمص|حمص]]۔\n"
LINT = (
    *("lint", "--profile", "ur.wikipedia", "--no-cache", "--interactive"),
    *("--select", "repeated-word,link-text-repeats-target,link-space-inside"),
)
QUESTION = "Make it? [y/n/a/q/?] "
_ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\r\u2068\u2069]")


class Session:
    """The command on a terminal of ours."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "homs_wiki", *LINT, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            start_new_session=True,
            preexec_fn=_take_terminal,
            env={
                **{key: value for key, value in os.environ.items() if key != "NO_COLOR"},
                "TERM": "xterm",
                "LC_ALL": "C.UTF-8",
                "XDG_STATE_HOME": str(folder / "state"),
                **environment,
            },
        )
        os.close(theirs)
        self.raw = ""
        self._data = b""
        self._asked = 0

    def wait_for_question(self) -> None:
        """Read until one question more has been asked."""
        self._asked += 1
        while self.raw.count(QUESTION) < self._asked:
            if not self._read():
                self.process.kill()
                self.process.wait()
                pytest.fail(f"no question came, but: {self.shown}")

    def answer(self, keys: str) -> None:
        self.wait_for_question()
        os.write(self._ours, keys.encode())

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set."""
        return termios.tcgetattr(self._ours)

    def read_to_the_end(self) -> None:
        while self._read():
            pass

    def finish(self) -> int:
        """Read to the end, and return the exit code."""
        self.read_to_the_end()
        os.close(self._ours)
        return self.process.wait(timeout=30)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], 60)
        if not ready:
            self.process.kill()
            return False
        try:
            piece = os.read(self._ours, 65536)
        except OSError:
            return False  # how Linux says that the other end was closed
        self._data += piece
        self.raw = self._data.decode("utf-8", "replace")
        return bool(piece)

    @property
    def shown(self) -> str:
        """What was shown, without colours and isolates."""
        return _ESCAPE.sub("", self.raw)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.wiki"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_yes_and_no(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    for key in "ynyn":
        session.answer(key)
    assert session.finish() == 1
    assert read(page) == "شہر سے نکلے۔\n[[شہر|شہر]] اور [[گاؤں]] اور [[حمص|حمص]]۔\n"
    assert "Fixed 2 of 4 findings" in session.shown
    assert session.shown.count(QUESTION) == 4


def test_place_is_shown_before_and_after_in_its_own_direction(page: Path) -> None:
    session = Session(page.parent, "a.wiki", NO_COLOR="1")
    session.answer("n")
    session.answer("q")
    session.finish()
    assert "a.wiki:1:5: repeated-word  “سے” is repeated\n" in session.shown
    assert "  - شہر سے⟦ سے⟧ نکلے۔\n" in session.shown
    assert "  + شہر سے⟦⟧ نکلے۔\n" in session.shown
    assert "\nLook twice: it may change what the page says.\n" in session.shown
    assert "  - \u2068⟦[[شہر|شہر]]⟧ اور [[ گاؤں ]] اور [[حمص|حمص]]۔\u2069\r\n" in session.raw
    assert "  + \u2068⟦[[شہر]]⟧ اور [[ گاؤں ]] اور [[حمص|حمص]]۔\u2069\r\n" in session.raw
    assert "\x1b[31m" not in session.raw


def test_colour_on_a_terminal_that_has_it(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    session.answer("q")
    session.finish()
    assert "\x1b[31m سے\x1b[0m" in session.raw


def test_all_of_a_rule(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    for key in "nan":
        session.answer(key)
    assert session.finish() == 1
    assert read(page) == "شہر سے سے نکلے۔\n[[شہر]] اور [[ گاؤں ]] اور [[حمص]]۔\n"


def test_all_of_a_rule_holds_for_further_files(page: Path) -> None:
    other = page.with_name("b.wiki")
    other.write_text(TEXT, encoding="utf-8")
    session = Session(page.parent, "a.wiki", "b.wiki")
    for key in "naynn":
        session.answer(key)
    assert session.finish() == 1
    assert read(page) == "شہر سے سے نکلے۔\n[[شہر]] اور [[گاؤں]] اور [[حمص]]۔\n"
    assert read(other) == "شہر سے سے نکلے۔\n[[شہر]] اور [[ گاؤں ]] اور [[حمص]]۔\n"


def test_quit_keeps_what_was_made_and_asks_no_more(page: Path) -> None:
    other = page.with_name("b.wiki")
    other.write_text(TEXT, encoding="utf-8")
    session = Session(page.parent, "a.wiki", "b.wiki")
    for key in "yq":
        session.answer(key)
    assert session.finish() == 1
    assert read(page) == TEXT.replace(" سے", "", 1)
    assert read(other) == TEXT
    assert "Fixed 1 of 8 findings" in session.shown


def test_help_is_shown_for_other_keys(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    session.answer("?")
    session.answer("پ")
    session.answer("\x1b[A")  # the key with an arrow up
    session.answer("N\n")
    session.answer("q")
    session.finish()
    assert session.shown.count("n  leave this place as it is") == 3
    assert read(page) == TEXT


@pytest.mark.parametrize("end", ["\x04", "y\x04"])
def test_end_of_input_quits(page: Path, end: str) -> None:
    session = Session(page.parent, "a.wiki")
    session.answer(end)
    session.finish()
    assert read(page) == (TEXT.replace(" سے", "", 1) if end[0] == "y" else TEXT)


def test_ctrl_c_writes_nothing_and_leaves_the_terminal_as_it_was(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    before = session.modes
    session.answer("y")
    session.wait_for_question()
    assert session.modes != before
    session.process.send_signal(signal.SIGINT)
    session.read_to_the_end()
    assert session.modes == before
    assert session.finish() == 130
    assert read(page) == TEXT
    assert "interrupted" in session.shown


def test_nothing_of_the_page_reaches_the_terminal(page: Path) -> None:
    page.write_text(f"\x1b]0;title\x07 \u202e{TEXT}", encoding="utf-8")
    session = Session(page.parent, "a.wiki", NO_COLOR="1")
    session.answer("q")
    session.finish()
    assert "\x1b]0" not in session.raw
    assert "\u202e" not in session.raw


def test_file_changed_while_the_user_thinks_is_not_overwritten(page: Path) -> None:
    session = Session(page.parent, "a.wiki")
    session.answer("y")
    session.wait_for_question()
    page.write_text("بدل گیا", encoding="utf-8")
    os.write(session._ours, b"q")
    assert session.finish() == 2
    assert "was changed by someone else meanwhile" in session.shown
    assert read(page) == "بدل گیا"


# --- the interview, without a terminal ---------------------------------------------------------


class Script:
    """A dialogue whose answers are known beforehand."""

    colour = False

    def __init__(self, keys: str) -> None:
        self.keys: Iterator[str] = iter(keys)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, question: str) -> str:
        self.said.append(question)
        return next(self.keys, "")


PROFILE = load_profile("en.wikipedia")


def page_of(text: str) -> Page:
    return read_page(parse(text, PROFILE))


def finding(rule: str, *edits: Edit) -> Finding:
    start = edits[0].start
    return Finding(start, start, rule, Severity.NOTE, "x", {}, Fix(edits, True, "Fix it"))


def settle(text: str, keys: str, *, rules: str = "ab") -> tuple[Mended, Script]:
    """Let a rule “a” double each “a” that is single, a rule “b” take each “b” away, and so on."""

    def check(page: Page) -> list[Finding]:
        found = []
        for at, char in enumerate(page.text):
            if char in rules:
                new = "" if char == "b" else char.upper() if char == "a" else "c"
                found.append(finding(char, Edit(at, at + 1, new)))
        return found

    script = Script(keys)
    fixer = Fixer(page_of, check, lambda _: frozenset())
    page = page_of(text)
    return Interview(script).settle("x.wiki", fixer, page, check(page)), script


def test_declined_places_are_found_again_when_others_move_them() -> None:
    mended, script = settle("b a b a b", "ynyny")
    assert mended.page.text == " a  a "
    assert script.said.count(QUESTION) == 5


def test_all_comes_before_further_questions() -> None:
    mended, script = settle("b a b a b", "an")
    assert mended.page.text == " a  a "
    assert script.said.count(QUESTION) == 3


def test_rule_that_never_comes_to_rest_is_stopped() -> None:
    mended, script = settle("c", "a", rules="c")
    assert mended.page.text == "c"
    assert [defect.rule for defect in mended.defects] == ["c"]
    assert any("was not made" in each for each in script.said)


def test_fix_that_breaks_something_is_not_made() -> None:
    def check(page: Page) -> list[Finding]:
        at = page.text.find("]]")
        return [finding("breaks", Edit(at, at + 2, ""))] if at >= 0 else []

    script = Script("yy")
    page = page_of("See [[mill]].")
    fixer = Fixer(page_of, check, lambda _: frozenset())
    mended = Interview(script).settle("x.wiki", fixer, page, check(page))
    assert mended.page is page
    assert not mended.made
    assert script.said.count(QUESTION) == 1
    assert "the link “[[mill]]” at 1:5 is gone" in str(mended.defects[0])


def test_edits_far_from_each_other_are_shown_one_by_one() -> None:
    text = f"[{'word ' * 60}]"
    page = page_of(text)
    end = len(text) - 1
    found = [finding("far", Edit(0, 1, "("), Edit(end, end + 1, ")"))]
    script = Script("q")
    fixer = Fixer(page_of, lambda _: found, lambda _: frozenset())
    Interview(script).settle("x.wiki", fixer, page, found)
    shown = _ESCAPE.sub("", script.said[0])
    assert shown.count("  - ") == 2
    assert "  - ⟦[⟧word word" in shown
    assert "word ⟦)⟧\n" in shown
    assert len(shown) < 400

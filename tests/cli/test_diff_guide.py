"""Every command that the guide shows does what it says it does."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from homs_wiki.diff.changes import ChangeKind

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "diff.md").read_text("utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]
OLD = (
    "== پس منظر ==\nحمص شام کا تیسرا بڑا شہر ہے۔ وہ حماہ سے 40 کلومیٹر جنوب میں ہے۔\n\n"
    "شہر کے شمال میں الرستن واقع ہے۔\n\n== نتائج ==\nحزب اختلاف نے شہر پر قبضہ کر لیا۔\n"
)
PAGES = {
    "base": OLD,
    "old": OLD,
    "new": OLD.replace("40", "46"),
    "mine": OLD.replace("40", "46"),
    "yours": OLD.replace("شمال", "جنوب"),
    "theirs": OLD.replace("40", "45"),
}
OWN = f"{shlex.quote(sys.executable)} -c 'from homs_wiki.cli.main import run; run()'"
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in {"NAME": "A", "EMAIL": "a@example.org"}.items()
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all that the guide speaks of; its commands run one after the other."""
    folder = tmp_path_factory.mktemp("guide")
    for name, text in PAGES.items():
        (folder / f"{name}.wiki").write_text(text)
    (folder / "article.toml").write_text('wiki = "ur.wikipedia"\n')
    (folder / "article").mkdir()
    page = folder / "article" / "homs.wiki"
    commit = "git add . && git commit --quiet --allow-empty -m x"
    steps = [
        ("git init --quiet --initial-branch main", PAGES["base"]),
        (commit, PAGES["yours"]),
        (f"git checkout --quiet -b draft && {commit} && git checkout --quiet main", PAGES["mine"]),
        (commit, PAGES["mine"]),
    ]
    for command, text in steps:
        page.write_text(text)
        assert in_shell(command, folder).returncode == 0
    return folder


def in_shell(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    own = folder.parent / "bin" / "homs-wiki"
    if not own.exists():
        own.parent.mkdir()
        own.write_text(f'#!/bin/sh\nexec {OWN} "$@"\n')
        own.chmod(0o755)
    environment = {name: os.environ[name] for name in os.environ if not name.startswith("GIT_")}
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={
            **environment,
            **IDENTITY,
            "HOME": str(folder.parent / "home"),
            "XDG_STATE_HOME": str(folder.parent / "state"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PAGER": "cat",
            "PATH": f"{own.parent}{os.pathsep}{os.environ['PATH']}",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide(folder: Path, command: str) -> None:
    done = in_shell(command, folder)
    assert done.returncode in (0, 1), done.stderr
    assert not re.search("^(bug|error|fatal|usage):", done.stderr, re.IGNORECASE | re.MULTILINE)


def edited(text: str) -> str:
    """The article with a number changed and a paragraph moved, as readme and guide show it."""
    start = text.index("اسرائیلی طیاروں نے")
    end = text.index("\n\n", start) + 2
    rest = (text[:start] + text[end:]).replace("تقریباً 40 کلومیٹر", "تقریباً 46 کلومیٹر")
    return rest.replace("== نتائج ==\n", f"== نتائج ==\n{text[start:end]}")


def blocks(text: str) -> list[str]:
    """Return the blocks of output: those without the name of a language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [block for language, block in found if not language]


def test_the_output_in_readme_and_guide_is_real(tmp_path: Path) -> None:
    article = ROOT / "article"
    (tmp_path / "article.toml").write_bytes((article / "article.toml").read_bytes())
    text = (article / "battle-of-homs-2024.wiki").read_text("utf-8")
    (tmp_path / "old.wiki").write_text(text, "utf-8")
    (tmp_path / "new.wiki").write_text(edited(text), "utf-8")
    done = in_shell("homs-wiki diff old.wiki new.wiki", tmp_path)
    real = done.stdout.replace("\u2068", "").replace("\u2069", "")
    assert real in blocks(GUIDE)
    readme = (ROOT / "README.md").read_text("utf-8")
    # There it is shown between revisions, and without its end.
    [shown] = [block for block in blocks(readme) if block.startswith("$ homs-wiki diff")]
    _, head, body = shown.split("\n", 2)
    assert head == "homs.wiki (HEAD~1 → HEAD)"
    assert body in real


def test_every_kind_of_change_is_listed_once() -> None:
    table = GUIDE[GUIDE.index("| of | kinds |") : GUIDE.index("The formats are described")]
    listed = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table)
    assert sorted(listed) == sorted(kind.value for kind in ChangeKind)


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", GUIDE):
        assert (ROOT / "docs" / link).exists()

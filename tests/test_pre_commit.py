"""The hooks for pre-commit: a real pre-commit on a real commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src")
FAULTY = "وہ لاہور سے آیا۔<small></small>\n"

CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: homs-wiki-fix
      - id: homs-wiki-lint
"""


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=X", "-c", "user.email=x@example.org"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def hooks(tmp_path: Path) -> tuple[Path, str]:
    """A repository with what the hooks need, and its revision."""
    folder = tmp_path / "homs-wiki"
    folder.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "The hooks")
    return folder, git(folder, "rev-parse", "HEAD").stdout.strip()


@pytest.mark.timeout(600)  # pre-commit installs homs-wiki into an environment of its own
def test_hooks_mend_and_refuse_a_commit(
    hooks: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pre_commit")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "environments"))
    monkeypatch.setenv("PIP_CONSTRAINT", str(ROOT / "constraints.txt"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    pages = tmp_path / "pages"
    pages.mkdir()
    git(pages, "init", "--quiet")
    (pages / ".pre-commit-config.yaml").write_text(
        CONFIG.format(repository=hooks[0], revision=hooks[1])
    )
    (pages / "homs-wiki.toml").write_text(
        'profile = "ur.wikipedia"\n[lint]\nselect = ["tag-empty"]\nexclude = ["old/"]\n'
    )
    page, old = pages / "a.wiki", pages / "old" / "b.wiki"
    old.parent.mkdir()
    for path in (page, old):
        path.write_text(FAULTY, encoding="utf-8")
    (pages / "notes.txt").write_text(FAULTY, encoding="utf-8")
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=pages, capture_output=True, check=True)
    git(pages, "add", "--all")

    refused = git(pages, "commit", "-m", "A page with a mistake")
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "files were modified by this hook" in refused.stdout + refused.stderr
    assert page.read_text(encoding="utf-8") == "وہ لاہور سے آیا۔\n"
    assert old.read_text(encoding="utf-8") == FAULTY

    git(pages, "add", "--all")
    passed = git(pages, "commit", "-m", "The same, mended")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert git(pages, "log", "--format=%s").stdout == "The same, mended\n"

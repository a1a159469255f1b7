"""What the readme shows is true."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_in_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    text = (ROOT / "article" / "battle-of-homs-2024.wiki").read_text("utf-8")
    exec(compile(example, "README.md", "exec"), {"wikitext": text})  # noqa: S102
    assert "1 radio-alkul-rastan-talbiseh 5" in capsys.readouterr().out


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("script", re.findall(r"^\./(scripts/\w+)", README, re.MULTILINE))
def test_scripts_are_there(script: str) -> None:
    assert (ROOT / script).stat().st_mode & 0o111

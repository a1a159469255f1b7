"""Every kind of edit is reported as what it is, once, and nothing else is."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from homs_wiki.diff import compare
from homs_wiki.diff.changes import Change, describe
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"changes_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


data = _load("cases")
PAGES = {"en": data.ENGLISH, "ur": data.URDU}


def changes(old: str, new: str, language: str = "en") -> list[Change]:
    profile = load_profile(f"{language}.wikipedia")
    return compare(read_text(old, profile), read_text(new, profile)).changes


def shown(change: Change) -> tuple[str, str, str, str]:
    return change.kind.value, change.subject, change.before, change.after


def matches(found: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    return all(right in ("*", left) for left, right in zip(found, expected, strict=True))


@pytest.mark.parametrize("language", PAGES)
def test_nothing_changed(language: str) -> None:
    assert changes(PAGES[language], PAGES[language], language) == []


@pytest.mark.parametrize("case", data.CASES, ids=lambda case: case.name)
def test_edit(case) -> None:  # type: ignore[no-untyped-def]
    page = PAGES[case.language]
    assert page.count(case.find) == 1 or page.find(case.find) >= 0
    edited = page.replace(case.find, case.put, 1)
    found = [shown(change) for change in changes(page, edited, case.language)]
    assert len(found) == len(case.expected), found
    for left, right in zip(found, case.expected, strict=True):
        assert matches(left, right), (left, right)


@pytest.mark.parametrize("case", data.CASES, ids=lambda case: case.name)
def test_the_reverse_is_one_edit_too(case) -> None:  # type: ignore[no-untyped-def]
    page = PAGES[case.language]
    edited = page.replace(case.find, case.put, 1)
    assert len(changes(edited, page, case.language)) == len(case.expected)


@pytest.mark.parametrize("case", data.CASES, ids=lambda case: case.name)
def test_description_names_what_changed(case) -> None:  # type: ignore[no-untyped-def]
    page = PAGES[case.language]
    for change in changes(page, page.replace(case.find, case.put, 1), case.language):
        sentence = describe(change)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "{" not in sentence or "{" in change.before + change.after + change.subject

"""Fixtures for all tests."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Hypothesis measures single examples; a busy machine must not make a test fail.
settings.register_profile("steady", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data beside the checkout; what needs it is skipped without it."""
    folder = Path(os.environ.get("HOMS_WIKI_REFERENCE_DATA", ROOT.parent / "shared"))
    if not (folder / "corpus").is_dir():
        pytest.skip("the folder of reference data is not there")
    return folder


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]]:
    """Return a function: name of a reference corpus to its (id, text, events)."""

    def load(name: str) -> list[tuple[str, str, list[dict[str, Any]]]]:
        texts = _read(shared / "corpus" / f"{name}.texts.json.gz")
        found = _read(shared / "corpus" / f"{name}.json.gz")
        assert [text[0] for text in texts] == [item["id"] for item in found]
        return [(name, text, item["ev"]) for (name, text), item in zip(texts, found, strict=True)]

    return load


def _read(path: Path) -> Any:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return json.load(stream)

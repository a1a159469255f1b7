"""The pause of the garbage collector while a page is read."""

import gc
from collections.abc import Iterator

import pytest

from homs_wiki.syntax.collection import uncollected


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    yield
    gc.enable()


@uncollected
def is_running() -> bool:
    return gc.isenabled()


@uncollected
def fail() -> None:
    raise LookupError


def test_it_pauses_and_goes_on() -> None:
    assert not is_running()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(LookupError):
        fail()
    assert gc.isenabled()


def test_what_somebody_else_stopped_stays_stopped() -> None:
    gc.disable()
    assert not is_running()
    assert not gc.isenabled()


def test_one_part_may_ask_for_another() -> None:
    @uncollected
    def outer() -> tuple[bool, bool]:
        return is_running(), gc.isenabled()

    assert outer() == (False, False)
    assert gc.isenabled()

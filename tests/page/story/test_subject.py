"""Sentences that begin with the page's own event."""

import pytest

from homs_wiki.page.story.subject import begins_with_event
from homs_wiki.source import Span


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Italy was neutral."),
        ("en", "The battleship was sunk."),
        ("en", "The search went on."),
        ("en", "In spring it began."),
        ("ur", "یہاں جنگ ہوئی۔"),
        ("xx", "It began."),
    ],
)
def test_others(language: str, text: str) -> None:
    assert not begins_with_event(text, Span(0, len(text)), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It began."),
        ("en", "The battle began."),
        ("ur", "یہ لڑائی ہوئی۔"),
        ("ur", "یہ ہوئی۔"),
    ],
)
def test_the_event(language: str, text: str) -> None:
    assert begins_with_event(text, Span(0, len(text)), language)
    assert begins_with_event(f"Text. {text}", Span(6, len(text) + 6), language)

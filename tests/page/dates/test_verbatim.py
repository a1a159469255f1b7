"""What HTML tags mark as something to be left as it is."""

import pytest

from homs_wiki.page.dates.verbatim import is_verbatim
from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse

_DATE = "2024-12-05"


def _is_verbatim(text: str) -> bool:
    start = text.index(_DATE)
    document = parse(text, load_profile("en.wikipedia"))
    return is_verbatim(document, start, start + len(_DATE))


@pytest.mark.parametrize(
    "text",
    [
        _DATE,
        f"<b>{_DATE}</b> <small>{_DATE}</small>",
        f"<code>x</code> {_DATE} <code>x</code>",
        f"<code>{_DATE}",
        f'<span lang="en-GB">{_DATE}</span>',
        f'<span title="slang">{_DATE}</span>',
    ],
)
def test_the_article_s_own(text: str) -> None:
    assert not _is_verbatim(text)


@pytest.mark.parametrize(
    "text",
    [
        f"<code>{_DATE}</code>",
        f"<q>He said: <b>{_DATE}</b> and <i>x</i></q>",
        f"<cite>A {_DATE}</cite>",
        f'<span lang="de">am {_DATE}</span>',
        f"x <del>y</del> <span lang=de>am {_DATE}</span>",
    ],
)
def test_marked_as_something_else(text: str) -> None:
    assert _is_verbatim(text)

"""Options that several rules have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.rule import Option

if TYPE_CHECKING:
    from collections.abc import Mapping

ACCEPT: Final[Mapping[str, Option]] = {
    "accept": Option((), "Words that are right, each as it is written on the page.")
}
"""What every rule has that complains of words; the setting ``accept`` offers its words to all."""

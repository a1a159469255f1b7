"""What the module takes a parameter for in templates of some kinds.

Of ``{{cite episode}}`` the series is the title and the title a chapter; of ``{{cite map}}`` the map
is a chapter of the atlas; of an encyclopedia's entry the title is a chapter.
"""

from collections.abc import Callable, Mapping
from typing import Final

from homs_wiki.page.citations.judging.reading import Reading

_PERIODICALS: Final = frozenset(
    {
        "arxiv", "biorxiv", "citeseerx", "journal", "magazine", "medrxiv", "news", "newsgroup",
        "podcast", "pressrelease", "ssrn", "web",
    }
)  # fmt: skip
_TO_CHAPTER: Final = (
    ("title", "chapter"),
    ("script-title", "script-chapter"),
    ("trans-title", "trans-chapter"),
    ("url", "chapter-url"),
    ("format", "chapter-format"),
)


def is_periodical(reading: Reading) -> bool:
    """Tell whether the work is one that has no chapters; to be asked before anything is moved."""
    if reading.kind == "citation":
        has = reading.values
        return ("work" in has or "script-work" in has) and "encyclopedia" not in has
    return reading.kind in _PERIODICALS


def move_parameters(reading: Reading) -> None:
    """Let each parameter be what the module takes it for."""
    kind = reading.kind
    if kind == "citation" and "encyclopedia" in reading.values:
        kind = "encyclopaedia"
    move = _MOVES.get(kind)
    if move is not None:
        move(reading)


def _encyclopaedia(reading: Reading) -> None:
    values = reading.values
    if "encyclopedia" in values:
        reading.move("encyclopedia", "work")
    if "work" not in values:
        return
    if "title" in values or "script-title" in values:
        if "chapter" not in values:
            for old, new in _TO_CHAPTER:
                reading.move(old, new)
            reading.drop("title-link")
            reading.move("work", "title")
    elif "chapter" in values or "script-chapter" in values:
        reading.move("work", "title")


def _conference(reading: Reading) -> None:
    if "book-title" in reading.values:
        for old, new in _TO_CHAPTER:
            if old != "script-title":
                reading.move(old, new)
        reading.move("book-title", "title")


def _episode(reading: Reading) -> None:
    for old, new in _TO_CHAPTER:
        reading.move(old, new)
    reading.move("series", "title")
    reading.move("series-link", "title-link")
    reading.drop("work")


def _serial(reading: Reading) -> None:
    if "episode" in reading.values:
        reading.move("episode", "chapter")


def _map(reading: Reading) -> None:
    for part in ("", "-url", "-format"):
        reading.move(f"map{part}", f"chapter{part}")
    reading.move("trans-map", "trans-chapter")
    reading.move("script-map", "script-chapter")


def _mailing_list(reading: Reading) -> None:
    if "mailing-list" in reading.values:
        reading.move("mailing-list", "work")


_MOVES: Final[Mapping[str, Callable[[Reading], None]]] = {
    "conference": _conference,
    "encyclopaedia": _encyclopaedia,
    "episode": _episode,
    "mailinglist": _mailing_list,
    "map": _map,
    "serial": _serial,
}

"""From the answers of MediaWiki's API (formatversion 2) to what this room speaks of."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from homs_wiki.wiki.errors import UnansweredError
from homs_wiki.wiki.site import Account, Facts, Rendered, Revision, Saved

if TYPE_CHECKING:
    from collections.abc import Iterator

REVISION_PROPERTIES: Final = "ids|timestamp|user|comment|sha1|flags|tags"

_ISO: Final = "%Y-%m-%dT%H:%M:%SZ"


@contextmanager
def promised() -> Iterator[None]:
    """Read an answer within this: one that is not as the API promises is none."""
    try:
        yield
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise UnansweredError("the wiki's answer is not as its API promises") from error


def time_of(stamp: str) -> datetime:
    """Return the time of a timestamp as the API writes it."""
    return datetime.fromisoformat(stamp)


def stamp_of(time: datetime) -> str:
    """Return a timestamp as the API reads it."""
    return time.astimezone(UTC).strftime(_ISO)


def revision(data: dict[str, Any]) -> Revision:
    """Return a revision; what the wiki hides from readers is None, even if the account may see."""
    slot = data.get("slots", {}).get("main", {})
    text = None if "texthidden" in slot or "texthidden" in data else slot.get("content")
    return Revision(
        data["revid"],
        data["parentid"],
        time_of(data["timestamp"]),
        None if data.get("userhidden") else data.get("user"),
        None if data.get("commenthidden") else data.get("comment"),
        None if data.get("sha1hidden") or "texthidden" in data else data.get("sha1"),
        text,
        bool(data.get("minor")),
        tuple(data.get("tags", ())),
    )


def pages(reply: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pages of a query."""
    found: list[dict[str, Any]] = reply["query"]["pages"]
    return found


def saved(edit: dict[str, Any], base: int | None) -> Saved:
    """Return what a successful edit says."""
    number = edit.get("newrevid")
    if number is None:
        return Saved(None, base or 0, None)
    return Saved(number, edit.get("oldrevid", 0), time_of(edit["newtimestamp"]))


def account(info: dict[str, Any]) -> Account:
    """Return who is logged in, by ``meta=userinfo``."""
    limits = [
        (limit["hits"], limit["seconds"])
        for limit in info.get("ratelimits", {}).get("edit", {}).values()
    ]
    strictest = min(limits, key=lambda limit: limit[0] / limit[1], default=None)
    rights = frozenset(info.get("rights", ()))
    is_blocked = "blockid" in info and not info.get("blockpartial")
    return Account(info["name"], rights, None if "noratelimit" in rights else strictest, is_blocked)


def facts(general: dict[str, Any]) -> Facts:
    """Return what a wiki says of itself, by ``meta=siteinfo``."""
    return Facts(
        general["sitename"],
        general["lang"],
        general["generator"],
        general.get("maxarticlesize", 2048 * 1024),
        bool(general.get("readonly")),
        f"{general.get('server', '')}{general.get('articlepath', '/$1')}",
        general.get("wikiid", ""),
    )


def rendered(parse: dict[str, Any]) -> Rendered:
    """Return what the parser made of a text."""
    return Rendered(
        parse.get("text", ""),
        tuple(each["category"].replace("_", " ") for each in parse.get("categories", ())),
        {each["title"]: bool(each.get("exists")) for each in parse.get("templates", ())},
        tuple(parse.get("parsewarnings", ())),
    )

"""Web addresses: what tracks readers, what shortens, and when two lead to one page."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from homs_wiki.page.citations.urls import read_archive
from homs_wiki.profile.tables import read_table
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

_SEPARATOR = lazily(r"&(?:amp;)?")
_MOBILE_WIKI = lazily(r"\.m(?=\.wik)")
_AMP_PATH = lazily(r"/amp(?=/|\Z)|\.amp(?=\.html|\Z)")
_AMP_QUERY = lazily(r"amp(?:=1)?|outputtype=amp")
# A fragment of these begins an address within an application, not a place on a page.
_APPLICATION = ("!", "/")


class _Facts(NamedTuple):
    """What ``data/web_addresses.toml`` says."""

    prefixes: tuple[str, ...]
    names: frozenset[str]
    shorteners: frozenset[str]
    hosts: tuple[str, ...]


@cache
def _facts() -> _Facts:
    table = read_table("web_addresses")
    facts = _Facts(
        prefixes=table.texts("tracking_prefixes"),
        names=frozenset(table.texts("tracking_names")),
        shorteners=frozenset(table.texts("shorteners")),
        hosts=tuple(f"{label}." for label in table.texts("same_page_hosts")),
    )
    table.close()
    return facts


@cache
def tracking() -> re.Pattern[str]:
    """Return what matches the name of each parameter that tracks, with the mark before it."""
    facts = _facts()
    named = "|".join(sorted(map(re.escape, facts.names)))
    begun = "|".join(facts.prefixes)
    return compiled(rf"[?&;](?:(?:{begun})[a-z_]+|(?:{named}))=", re.IGNORECASE)


def address_around(text: str, offset: int) -> tuple[int, int] | None:
    """Return where the whole address begins and ends in which ``offset`` stands.

    None if it is not the address of one page: that of an archived copy holds another one.
    """
    near = max(0, offset - _LONGEST)
    begin = max(near, *(text.rfind(mark, near, offset) + 1 for mark in ' \t\n|[<>{}"\0'))
    match = _ADDRESS.match(text, begin, begin + _LONGEST)
    if match is None or match.end(1) <= offset or match[1].count("//") > 1:
        return None
    return match.span(1)


_ADDRESS = lazily(r"(?:[^=/?&\s]*=)?((?:https?:)?//[^\s|{}<>\[\]\"]+)", re.IGNORECASE)
_LONGEST = 2000


def is_tracking(parameter: str) -> bool:
    """Tell whether ``name=value`` of a query is a parameter that tracks."""
    name, equals, _ = parameter.partition("=")
    facts = _facts()
    name = name.lower()
    return bool(equals) and (name in facts.names or name.startswith(facts.prefixes))


def without_tracking(url: str) -> str:
    """Return an address without parameters that track; all else stays as it is written."""
    rest, mark, fragment = url.partition("#")
    base, question, query = rest.partition("?")
    if not question:
        return url
    joints = _SEPARATOR.findall(query)
    kept = ""
    for joint, part in zip(["", *joints], _SEPARATOR.split(query), strict=True):
        if not is_tracking(part):
            kept += joint + part if kept else part
    return base + ("?" + kept if kept else "") + mark + fragment


def is_shortener(host: str) -> bool:
    """Tell whether a host, without ``www.``, is of a service that shortens addresses."""
    return host.lower() in _facts().shorteners


@cache
def shortened() -> re.Pattern[str]:
    """Return what matches an address of a service that shortens others."""
    hosts = "|".join(sorted(map(re.escape, _facts().shorteners)))
    return compiled(rf"//(?:www\.)?({hosts})/[^\s|{{}}<>\[\]\"]", re.IGNORECASE)


def page_key(url: str) -> str:
    """Return what two addresses have in common if they lead to one page; empty for a front page.

    Scheme, ``www.`` and its like, the slash at the end, parameters that track, fragments and the
    address of an archive around it don't count.
    """
    archived = read_archive(url)
    if archived:
        url = archived.url
    _, _, rest = url.replace("&amp;", "&").rpartition("://") if "://" in url[:9] else ("", "", url)
    rest, _, fragment = without_tracking(rest.removeprefix("//")).partition("#")
    path, _, query = rest.partition("?")
    host, _, path = path.partition("/")
    host = _MOBILE_WIKI.sub("", _bare_host(host.lower()))
    path = _AMP_PATH.sub("", f"/{path}").rstrip("/")
    parts = [each for each in query.split("&") if each and not _AMP_QUERY.fullmatch(each.lower())]
    if fragment.startswith(_APPLICATION):
        parts.append(f"#{fragment}")
    if not path and not parts:
        return ""
    return f"{host}{path}?{'&'.join(sorted(parts))}" if parts else f"{host}{path}"


def bare_host(url: str) -> str:
    """Return the host of an address in lower case, without ``www.`` and its like; may be empty."""
    archived = read_archive(url)
    _, slashes, rest = (archived.url if archived else url).partition("//")
    host = rest.partition("/")[0].partition("?")[0].partition(":")[0] if slashes else ""
    return _bare_host(host.lower())


def _bare_host(host: str) -> str:
    for label in _facts().hosts:
        if host.startswith(label) and "." in host[len(label) :]:
            return host[len(label) :]
    return host

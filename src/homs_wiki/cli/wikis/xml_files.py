"""The commits of an article as an import file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli.console import write_for_machines
from homs_wiki.cli.revisions.target import STDOUT, Collected
from homs_wiki.profile import load_profile
from homs_wiki.wiki.xml_export import export_xml

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.wikis.common import Place
    from homs_wiki.cli.wikis.pushing import Commits

_UNKNOWN = "en.wikipedia"  # the names of namespaces that every wiki knows


def write_xml(path: Path, place: Place, commits: Commits) -> None:
    """Write an import file, whole or not at all; ``-`` is standard output.

    Raises:
        UnwritableError: it cannot be written.
    """
    profile = load_profile(place.wiki or _UNKNOWN)
    prefix, colon, _ = place.title.partition(":")
    namespace = (profile.namespace(prefix) or 0) if colon else 0
    pieces = export_xml(place.title, namespace, profile.language, commits.versions())
    if path == STDOUT:
        write_for_machines(pieces)
        return
    collected = Collected()
    collected(pieces)
    collected.write(path)

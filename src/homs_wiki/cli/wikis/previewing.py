"""What ``homs-wiki preview`` shows: the page as a file for a browser, and what is wrong with it."""

from __future__ import annotations

import html
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from homs_wiki.source import LineIndex
from homs_wiki.source.visible import isolated, isolated_if_needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.profile import Profile
    from homs_wiki.source import SourceFile
    from homs_wiki.wiki.preview import Preview, Problem
    from homs_wiki.wiki.site import WikiSite

_SITE_STYLE = "MediaWiki:Common.css"
# Nothing in the page runs; pictures may come from where the wiki has them.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:"


def html_page(site: WikiSite, title: str, shown: Preview, profile: Profile) -> str:
    """Return the page as one file, with the wiki's own style where pages may have one."""
    own = (files("homs_wiki.cli.wikis") / "preview.css").read_text("utf-8")
    current = site.current(_SITE_STYLE)
    style = f"{own}\n{current.text or '' if current else ''}".replace("</", "<\\/")
    address = urlsplit(site.api)
    categories = " · ".join(map(html.escape, shown.rendered.categories))
    return f"""<!DOCTYPE html>
<html lang="{html.escape(profile.language)}" dir="{profile.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<base href="{address.scheme}://{html.escape(address.netloc)}/">
<title>{html.escape(title)}</title>
<style>
{style}
</style>
</head>
<body class="mw-body mediawiki {profile.direction}">
<p class="preview-note" dir="ltr">A preview by {html.escape(site.name)}; nothing is saved.</p>
<h1>{html.escape(title)}</h1>
<div id="mw-content-text" class="mw-body-content mw-content-{profile.direction}">
{shown.rendered.html}
</div>
<p class="catlinks">{categories}</p>
</body>
</html>
"""


def told(source: SourceFile, problems: Sequence[Problem]) -> Iterator[str]:
    """Yield each problem as a line for people."""
    name = isolated_if_needed(source.name)
    lines = LineIndex(source.text)
    for each in problems:
        where = name
        if each.start is not None:
            place = lines.position(each.start)
            where = f"{name}:{place.line}:{place.column}"
        message = each.message.replace("{}", isolated(each.subject))
        yield f"{where}: {each.kind}  {message}"


def records(source: SourceFile, problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Return each problem as plain data; places as those of the linter's findings."""
    lines = LineIndex(source.text)
    found: list[dict[str, object]] = []
    for each in problems:
        record: dict[str, object] = {
            "kind": each.kind,
            "message": each.message.replace("{}", each.subject),
            "subject": each.subject,
        }
        for name, offset in (("start", each.start), ("end", each.end)):
            place = None if offset is None else lines.position(offset)
            prefix = "" if name == "start" else "end_"
            record[f"{prefix}line"] = place and place.line
            record[f"{prefix}column"] = place and place.column
            record[name] = None if offset is None else source.file_offset(offset)
        found.append(record)
    return found

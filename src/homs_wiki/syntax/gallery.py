"""The files of galleries: every line inside ``<gallery>`` begins with one.

Followed is what MediaWiki 1.39 shows: up to the first ``|`` a line is the title of a file, with or
without the name of the namespace; a line without a title shows nothing. What follows are options
and the caption, a text of its own whose links and templates are found with those of the page.
"""

from collections.abc import Iterator, Sequence

from homs_wiki.profile import Profile
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import preprocessor
from homs_wiki.syntax.flat import FlatText
from homs_wiki.syntax.preprocessor import Record
from homs_wiki.syntax.titles import FILE, read_target
from homs_wiki.syntax.wikilinks import FileOption, GalleryFile, Special, last_caption

_nesting = compiled(r"\[\[|\]\]|\{\{|\}\}|\|").finditer


def find_gallery_links(
    flat: FlatText, records: Sequence[Record], profile: Profile
) -> Iterator[GalleryFile]:
    """Yield the file of each line of the galleries, in order.

    Args:
        flat: the flat text of the page.
        records: what `preprocessor.scan` found in it.
        profile: the wiki.
    """
    source = flat.source
    for record in records:
        if record[2] != preprocessor.EXTENSION_TAG or record[3] != "gallery" or not record[4]:
            continue
        start, end = record[4]
        while start < end:
            line_end = source.find("\n", start, end)
            line_end = end if line_end < 0 else line_end
            link = _gallery_line(flat, profile, start, line_end)
            if link:
                yield link
            start = line_end + 1


def _gallery_line(flat: FlatText, profile: Profile, start: int, end: int) -> GalleryFile | None:
    source = flat.source
    pipe = source.find("|", start, end)
    written = source[start : end if pipe < 0 else pipe]
    first = start + len(written) - len(written.lstrip())
    written = written.strip()
    meaning = read_target(written, profile, FILE)
    if not written or meaning is None or "{" in written or "<" in written:
        return None
    options = _gallery_options(source, pipe + 1, end, profile) if pipe >= 0 else []
    label = -1 if pipe < 0 else pipe + 1
    special = Special(meaning, options)
    return GalleryFile(flat, profile, first, first + len(written), label, end, special)


def _gallery_options(source: str, start: int, end: int, profile: Profile) -> list[FileOption]:
    """Split the rest of a gallery's line at the pipes outside links and templates."""
    bounds = [start]
    depth = 0
    for match in _nesting(source, start, end):
        if match[0] == "|":
            if not depth:
                bounds += (match.start(), match.end())
        else:
            depth = max(0, depth + (1 if match[0] in ("[[", "{{") else -1))
    bounds.append(end)
    options: list[FileOption] = []
    for first, behind in zip(bounds[::2], bounds[1::2], strict=True):
        known = profile.image_option(source[first:behind])
        kind, value = known or ("caption", source[first:behind].strip())
        options.append(FileOption(first, behind, kind, value))
    return last_caption(options)

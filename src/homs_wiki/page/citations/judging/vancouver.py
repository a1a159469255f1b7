"""Names in the style of Vancouver: surname, space, initials in capitals."""

import re
from collections.abc import Iterator
from typing import Final

from homs_wiki.page.citations.judging.reading import Reading
from homs_wiki.source.lazy import lazily

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SURNAME: Final = lazily(rf"[{_LATIN}\s'-]*")
_INITIALS: Final = lazily(rf"[{_LATIN}\s'.-]*")
_SUFFIX: Final = lazily(r"[JS]r|[JS]nr|1st|2nd|3rd|[0-9]+th")
_CLICKS: Final = lazily("[\u01c0-\u01c3]")
_CAPITALS_INSIDE: Final = lazily(r"[^\W\d_] [A-Z]+ [^\W\d_]")
_TWO_CAPITALS: Final = lazily(r"[^\W\d_] [A-Z] [A-Z]\Z")
_INITIALS_AND_SUFFIX: Final = lazily(r"[A-Z]{1,2} ([0-9JS][0-9rndst]+)")
# The usual name, which is good at first sight.
_USUAL: Final = lazily(r"[A-Za-z'-]+ [A-Z]{1,2}")
_LINK: Final = lazily(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_PARTS: Final = lazily(r"\s*\(\((?:[^()]|\((?!\()|\)(?!\)))*\)\)|[^,]+")


def judge_list(reading: Reading, name: str, text: str) -> list[tuple[str, str]]:
    """Judge ``vauthors`` or ``veditors``; return surnames and initials of the names in it.

    Args:
        reading: the citation.
        name: which of the two.
        text: its value without "et al.".
    """
    names = []
    is_bad = after_corporate = False
    for part in _split(_LINK.sub(r"\1", text) if "[[" in text else text):
        if part.startswith("((") and part.endswith("))"):
            names.append((part[2:-2], ""))
            after_corporate = True
            continue
        surname, _, initials = part.rpartition(" ")
        names.append((surname or initials, initials if surname else ""))
        is_bad = is_bad or _is_bad_part(as_known(reading, part), after_corporate)
        after_corporate = False
    if is_bad:
        reading.add("err_vancouver", name)
    return names


def _split(text: str) -> Iterator[str]:
    for match in _PARTS.finditer(text):
        part = match[0].strip()
        if part:
            yield part


def _is_bad_part(part: str, after_corporate: bool) -> bool:
    if _USUAL.fullmatch(part):
        return False
    words = part.split()
    if len(words) == 1:
        return not after_corporate and not is_latin(part)
    if ";" in part or "." in part:
        return True
    suffix = ""
    initials = words.pop()
    if not initials.isupper():
        suffix, initials = initials, words.pop()
    surname = " ".join(words)
    if not surname or (suffix and not _SUFFIX.fullmatch(suffix)):
        return True
    if _CAPITALS_INSIDE.search(surname) or _TWO_CAPITALS.search(part) or len(initials) > 2:
        return True
    return not is_latin(surname) or not is_latin(initials, _INITIALS)


def as_known(reading: Reading, name: str) -> str:
    """Return a name in the letters of 2022: newer editions know more, which are put as others."""
    if name.isascii() or not reading.module.is_newer:
        return name
    return _NEWER_LETTERS.sub(lambda letter: "A" if letter[0].isupper() else "a", name)


_NEWER_LETTERS: Final = lazily("[\u1e00-\u1eff]")


def is_latin(text: str, pattern: "re.Pattern[str]" = _SURNAME) -> bool:
    """Tell whether text has nothing but Latin letters and what may stand between them."""
    return bool(pattern.fullmatch(text)) and not _CLICKS.search(text)


def judge_name(last: str, first: str) -> bool:
    """Tell whether a surname and a first name cannot be shown in the style of Vancouver."""
    given = first.split(None, 1)[0].rstrip(",") if first else ""
    if not is_latin(last.replace(".", "")) or not is_latin(given, _INITIALS):
        return True
    match = _INITIALS_AND_SUFFIX.fullmatch(first)
    return match is not None and not _SUFFIX.fullmatch(match[1])

"""Which text Module:Citation/CS1 takes for a web address, and which of these for a good one.

The module knows neither Unicode domains nor single-label hosts; a label begins after anything that
is no ASCII letter or digit.
"""

import re
from typing import Final

from homs_wiki.source.lazy import lazily

# The usual address, which is good at first sight.
_USUAL: Final = lazily(
    r"https?://(?:(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]"
    r"|(?:[A-Za-z0-9][A-Za-z0-9-]*\.)*[A-Za-z0-9]{2})\.[A-Za-z]{2,}(?:/\S*)?"
)
_PATH: Final = lazily(r"([A-Za-z0-9])\.?[/?#]")
_SLASHES: Final = 2
_GOOD_SCHEME: Final = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORT: Final = lazily(r"([A-Za-z]):[0-9]+")
_LIKE_SCHEME: Final = lazily(r"[A-Za-z]+:")
_GOOD_DOMAIN: Final = lazily(
    r"""(?<![A-Za-z0-9])(?:
      [A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]\.(?:[A-Za-z]{2,}|xn--[A-Za-z0-9]+)\Z
    | [A-Za-z0-9]\.(?:[A-Za-z]{2}\Z|cash|company|today|org)
    | [A-Za-z0-9]{2}\.[A-Za-z]{2,}\Z
    | [qxz]\.com\Z
    | [iq]\.net\Z
    )""",
    re.VERBOSE,
)
# Names of one letter that editions after that of 2022 know besides.
_NEWER_DOMAIN: Final = lazily(r"(?<![A-Za-z0-9])[A-Za-z0-9]\.(?:foundation|media)")
_IPV4: Final = lazily(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", re.ASCII)
_NEWSGROUP: Final = lazily(r"[A-Za-z0-9+_-]+\.[A-Za-z0-9+_.-]*[A-Za-z0-9+_-]")
_SPACE: Final = lazily(r"\s")
_WORD: Final = lazily(r"\S+")
_LETTER: Final = lazily("[A-Za-z]")
_BRACKET: Final = lazily(r"(?<!\[)\[(?!\[)(?=[A-Za-z]|//)(\S+)")


def split_address(text: str) -> tuple[str, str]:
    """Return scheme (with its colon) and domain of an address; empty where there is none."""
    if match := _PATH.search(text):
        text = text[: match.end(1)]
    if text.startswith("//"):
        scheme, domain = "", (_WORD.match(text, 2) or _NOTHING)[0]
    else:
        word = next((word for word in text.split() if 0 <= word.find(":") < len(word) - 1), "")
        scheme, colon, rest = word.partition(":")
        scheme += colon
        domain = rest.lstrip("/")
        slashes = len(rest) - len(domain)
        if slashes != _SLASHES and not (scheme == "news:" and not slashes):
            domain = ""
    return scheme, _PORT.sub(r"\1", domain)


_NOTHING: Final = ("",)


def is_good(text: str, *, is_newer: bool = False) -> bool:
    """Tell whether text is an address that the module has no complaint about.

    Args:
        text: the address.
        is_newer: whether the module has what came after the edition of 2022.
    """
    if _USUAL.fullmatch(text):
        return True
    if _SPACE.search(text):
        return False
    scheme, domain = split_address(text)
    if is_newer and (found := _NEWER_DOMAIN.search(domain)):
        domain = f"{domain[: found.start()]}x.org{domain[found.end() :]}"
    return is_address(scheme, domain)


def is_address(scheme: str, domain: str) -> bool:
    """Tell whether scheme (may be empty) and domain are those of a good address."""
    if scheme and not _GOOD_SCHEME.fullmatch(scheme):
        return False
    if scheme == "news:":
        return bool(_NEWSGROUP.fullmatch(domain)) or is_domain(domain)
    return is_domain(domain)


def is_domain(domain: str) -> bool:
    """Tell whether text is a domain, or the address of a host, that the module accepts."""
    first = domain[:1]
    if not (first.isascii() and first.isalnum()) or _LIKE_SCHEME.match(domain):
        return False
    return bool(_GOOD_DOMAIN.search(domain) or _IPV4.match(domain))


def is_link_target_address(text: str) -> bool:
    """Tell whether the target of a link is an address: it needs a scheme or ``//``."""
    scheme, domain = split_address(text)
    return bool(domain) and is_address(scheme, domain)


def has_address(text: str) -> bool:
    """Tell whether an address stands in text; only the first that looks like one is examined."""
    if "//" not in text and "news:" not in text:
        return False
    found = _bracketed(text) or _bare(text) or _relative(text)
    return bool(found) and is_address(*split_address(found))


def _bracketed(text: str) -> str:
    """Return what looks like the address of an external link in brackets."""
    end = text.rfind("]")
    relative = ""
    for match in _BRACKET.finditer(text):
        if match.start(1) >= end:
            break
        word = match[1][: end - match.start(1)]
        if word.startswith("//"):
            relative = relative or word
        elif 0 < word.find(":") < len(word) - 1:
            return word
    return relative


def _bare(text: str) -> str:
    """Return the first word with a letter, a colon behind it, and something behind that."""
    for match in _WORD.finditer(text):
        word = match[0]
        letter = _LETTER.search(word)
        if letter and word.rfind(":", letter.end(), len(word) - 1) >= 0:
            return word[letter.start() :]
    return ""


def _relative(text: str) -> str:
    """Return the first address without a scheme."""
    for match in _WORD.finditer(text):
        place = match[0].find("//")
        if 0 <= place < len(match[0]) - 2:
            return match[0][place:]
    return ""

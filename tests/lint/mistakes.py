"""Pages with the mistakes that people make: given a page and a number, always the same ones.

Brackets, quotes and tags are left out, doubled, swapped and put where they don't belong; stretches
are typed twice; invisible characters come in with pasted text.
"""

import re
from collections.abc import Callable
from random import Random

_TOKEN = re.compile(
    r"\[\[|\]\]|\[|\]|\{\{\{|\}\}\}|\{\{|\}\}|\{\||\|\}|<!--|-->|</?\w+[^<>\n]*/?>|'{2,5}|=+|\||[\"“”]"
    r"|https?://|&\w+;|\n+|[،؛۔؟,;.?:!]"
)

_INSERTED = (
    *("[[", "]]", "[", "]", "{{", "}}", "{", "}", "|", "=", "==", "\n", "\n\n", "\n* ", "\n== "),
    *("''", "'''", '"', "“", "”", "<ref>", "</ref>", '<ref name="a" />', "<ref name=a>", "<ref/>"),
    *("<references>", "<references />", "<br>", "</br>", "<small>", "</small>", "<nowiki>"),
    *("</nowiki>", "<nowiki/>", "<!--", "-->", "<div>", "</div>", "{|", "|}", "|-", "&nbsp;"),
    *("https://", "http:/", "[https://example.org/ ", "#REDIRECT ", "[[Category:", "{{Category:"),
    *("[[File:a.jpg|thumb|", "{{!}}", "{{{1|", "}}}", "__TOC__", "~~~~", "<math>", "</math>"),
    *("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\u2069"),
    *("\u00ad", "\ufeff", "\u00a0", "\u0640", "\u064e", "ك", "ي", "ى", "ہ", "ھ", "،", "۔", ". "),
    *(" ", "  ", "—", "-", "–", "a", "ا", "7", "۷", "م"),
)


def _delete(random: Random, text: str) -> str:
    token = _token(random, text)
    return text[: token.start()] + text[token.end() :] if token else text


def _double(random: Random, text: str) -> str:
    token = _token(random, text)
    return text[: token.end()] + token[0] + text[token.end() :] if token else text


def _halve(random: Random, text: str) -> str:
    token = _token(random, text)
    if not token:
        return text
    at = random.randint(token.start(), token.end() - 1)
    return text[:at] + text[at + 1 :]


def _swap(random: Random, text: str) -> str:
    token = _token(random, text)
    if not token:
        return text
    start, end = token.span()
    behind = min(len(text), end + random.randint(1, 3))
    return text[:start] + text[end:behind] + token[0] + text[behind:]


def _insert(random: Random, text: str) -> str:
    token = _token(random, text) if random.random() < 0.7 else None
    at = random.choice(token.span()) if token else random.randint(0, len(text))
    return text[:at] + random.choice(_INSERTED) + text[at:]


def _replace(random: Random, text: str) -> str:
    token = _token(random, text)
    if not token:
        return text
    return text[: token.start()] + random.choice(_INSERTED) + text[token.end() :]


def _repeat(random: Random, text: str) -> str:
    first, second = _token(random, text), _token(random, text)
    if not first or not second:
        return text
    start, end = sorted((first.start(), second.start()))
    if end - start > 300:
        end = start + 300
    at = end if random.random() < 0.5 else random.randint(0, len(text))
    return text[:at] + text[start:end] + text[at:]


def _cut(random: Random, text: str) -> str:
    token = _token(random, text)
    return text[: token.start()] + text[token.end() + random.randint(0, 30) :] if token else text


_KINDS: tuple[Callable[[Random, str], str], ...] = (
    *(_delete, _delete, _double, _halve, _swap, _insert, _insert, _replace, _repeat, _cut),
)


def _token(random: Random, text: str) -> re.Match[str] | None:
    """Return a token behind a random place, or the first; None if there is none."""
    return _TOKEN.search(text, random.randint(0, len(text))) or _TOKEN.search(text)


def with_mistakes(text: str, seed: int, most: int = 6) -> str:
    """Return ``text`` with one to ``most`` mistakes, which ``seed`` decides."""
    random = Random(seed)  # noqa: S311 - nothing secret
    for _ in range(random.randint(1, most)):
        text = random.choice(_KINDS)(random, text)
    return text

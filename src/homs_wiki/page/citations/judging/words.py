"""Parameters that take certain words, and the languages, the closing mark and the anchor."""

from typing import Final

from homs_wiki.page.citations.judging.reading import MADE, Reading
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import without_comments

_KEYWORDS: Final = (
    "url-access", "chapter-url-access", "map-url-access", "url-status", "mode",
    "name-list-style", "df", "no-pp", "no-tracking",
)  # fmt: skip
_ACCESS: Final = (
    ("url-access", "url"), ("chapter-url-access", "chapter-url"), ("map-url-access", "map-url"),
)  # fmt: skip
_TEMPLATE: Final = lazily(r"\{\{[^{}]*\}\}")
_TAG: Final = lazily(r"([a-z]{2,3})-")


def judge_words(reading: Reading) -> None:
    """Judge parameters that take certain words; take out those that are none of them."""
    values = reading.values
    for name in _KEYWORDS:
        value = values.get(name)
        if value is not None and value is not MADE:
            words = reading.module.keywords[name]
            if value not in words and not _may_be_local(reading, value):
                reading.add("err_invalid_param_val", name, other=", ".join(sorted(words)))
                reading.drop(name)
    for name, url in _ACCESS:
        if name in values and url not in values:
            reading.add("err_param_access_requires_param", name, other=url)
    if values.get("ref") == "harv" and not _may_be_local(reading, "harv"):
        reading.add("err_invalid_param_val", "ref", other="")
    if "language" in values and reading.module.is_english:
        _judge_languages(reading)
    reading.cs2 = values.get("mode", "cs2" if reading.kind == "citation" else "cs1") == "cs2"
    if "postscript" in values:
        _judge_postscript(reading)


def _may_be_local(reading: Reading, word: str) -> bool:
    """Tell whether a word may be one of the wiki's own for something."""
    module = reading.module
    return not module.is_english and (not word.isascii() or module.has_latin_names)


def _judge_languages(reading: Reading) -> None:
    text = reading.values["language"]
    if text is MADE:
        return
    known = reading.module.languages.known
    for item in text.split(","):
        language = item.strip().lower()
        if language in known:
            continue
        tag = _TAG.match(language)
        if not tag or tag[1] not in known:
            reading.add("maint_unknown_lang", "language", other=item.strip())
            return


def _judge_postscript(reading: Reading) -> None:
    mark = reading.values["postscript"]
    if mark is MADE:
        # What stands beside the template is shown in any case.
        mark = without_comments(reading.parameters["postscript"].value)
        mark = _TEMPLATE.sub("", mark).strip()
    has_quote = reading.values.keys() & {"quote", "trans-quote", "script-quote"}
    is_second = reading.cs2 or reading.kind == "citation"
    if mark.lower() == "none":
        if is_second:
            reading.add("maint_postscript", "postscript")
    elif (mark == "." and not reading.cs2) or (len(mark) > 1 and not has_quote):
        reading.add("maint_postscript", "postscript")

"""The identifiers of a citation, by the rules of Module:Citation/CS1.

They differ from those of the numbers' own standards: an ISSN may have hyphens anywhere and only a
capital X; an ISBN may not begin with 630 or 631, which are Amazon's.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cache
from typing import Final

from homs_wiki.page.citations.judging.date_forms import DateForm
from homs_wiki.page.citations.judging.reading import MADE, Reading
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

IDENTIFIERS: Final = (
    "arxiv", "asin", "bibcode", "biorxiv", "citeseerx", "doi", "eissn", "hdl", "isbn", "ismn",
    "issn", "jfm", "jstor", "lccn", "medrxiv", "message-id", "mr", "oclc", "ol", "osti", "pmc",
    "pmid", "rfc", "s2cid", "sbn", "ssrn", "zbl",
)  # fmt: skip
"""Canonical names of the parameters that hold one."""

WITH_ACCESS: Final = ("bibcode", "doi", "hdl", "jstor", "ol", "osti", "s2cid", "ssrn")
"""Those whose access can be given."""

# Those that may be marked as right, and the note about it.
_ACCEPTED: Final = {
    "doi": "maint_doi_ignore",
    "eissn": "maint_issn_ignore",
    "isbn": "maint_isbn_ignore",
    "issn": "maint_issn_ignore",
    "sbn": "maint_isbn_ignore",
}
_ERRORS: Final = {"eissn": "err_bad_issn", "message-id": "err_bad_usenet_id"}

# Whole values; limits that grow with time are tested besides.
_FORMS: Final = {
    "citeseerx": r"10\.1\.1\.[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}",
    "jfm": r"(?:[Jj][Ff][Mm])?[0-9]{2}\.[0-9]{4}\.[0-9]{2}",
    "mr": r"(?:[Mm][Rr])?[0-9]{1,7}",
    "oclc": r"ocm[0-9]{8}|ocn[0-9]{9}|on[0-9]{10,}|\(OCoLC\)[1-9][0-9]{0,8}|[0-9]{1,10}",
    "ol": r"(?:OL)?[0-9]+[AMW]",
    "osti": r"[0-9]+",
    "pmc": r"(?:[Pp][Mm][Cc])?[0-9]+",
    "pmid": r"[0-9]+",
    "rfc": r"[0-9]+",
    "s2cid": r"[1-9][0-9]*",
    "ssrn": r"[0-9]+",
    "message-id": r"(?!<).+@.+(?<!>)",
    "zbl": r"[0-9]{1,4}\.[0-9]{5}|[0-9]{8}",
}
_LOWEST: Final = {"osti": 1018, "pmc": 1, "pmid": 1, "rfc": 1, "s2cid": 1, "ssrn": 100}

_OLD_ARXIV: Final = lazily(r"[A-Za-z][A-Za-z.-]*/([90][0-9])([01][0-9])[0-9]{3}(?:v[0-9]+)?")
_ARXIV: Final = lazily(r"([0-9]{2})([01][0-9])\.([0-9]{4,5})(?:v[0-9]+)?")
_BIBCODE: Final = lazily(r"([0-9]{4})[A-Za-z][A-Za-z0-9&.]{3}[A-Za-z0-9.]{10}[A-Za-z.]")
_BIORXIV: Final = lazily(r"10\.1101/(?:([0-9]{4})\.([0-9]{2})\.([0-9]{2})\.)?[0-9]{6}(v[0-9]+)?")
# The module asks of a number without a version only how it ends.
_MEDRXIV_NUMBER: Final = lazily(r"[0-9]{8}\Z")
_MEDRXIV: Final = lazily(r"10\.1101/([0-9]{4})\.([0-9]{2})\.([0-9]{2})\.[0-9]{8}v[0-9]+")
_DOI: Final = lazily(r"10\.([^/]+)/[^\s–]*[^.,]", re.DOTALL)
# Codes of registrants that have not been given out.
_NO_REGISTRANT: Final = lazily(
    r"(?:[.04-9][0-9]{4}\.[0-9]+|[.06-9][0-9]{4}|[.0][0-9]{3}(?:\.[0-9]+)?|[0-9]{1,3}|5555)\Z"
    r"|[0-9]{6}|.*[^0-9.]",
    re.DOTALL,
)
# Among them those that were given out after 2022.
_NEWER_REGISTRANT: Final = lazily("[67][0-9]{4}")
_HANDLE: Final = lazily(r"[^\s\u2013]*/[^\s\u2013]*[^.,]", re.DOTALL)
_SEPARATORS: Final = lazily(r"[\s-]+")
_LCCN: Final = lazily("[a-z]{0,3}[0-9]{8}|[a-z]{0,2}[0-9]{10}")
_ASIN: Final = lazily(r"[A-Z][0-9A-Z]{9}")


def judge_identifiers(reading: Reading, embargo: DateForm | None) -> set[str]:
    """Judge the identifiers and what belongs to them; return those that are valid.

    Args:
        reading: the citation.
        embargo: what its pmc-embargo-date says, if it is a date.
    """
    values = reading.values
    valid: set[str] = set()
    for name, value in values.items():
        if name in _NAMES:
            if _is_valid(reading, name, value):
                valid.add(name)
        elif name in _ACCESS:
            _judge_access(reading, name)
    if "asin-tld" in values:
        _judge_asin_domain(reading)
    if "doi-broken-date" in values:
        _judge_broken_doi(reading)
    if "pmc-embargo-date" in values:
        _judge_embargo(reading, embargo)
    return valid


_NAMES: Final = frozenset(IDENTIFIERS)
_ACCESS: Final = frozenset(f"{name}-access" for name in WITH_ACCESS)


def is_accepted(value: str) -> bool:
    """Tell whether the editor has marked a value as right: ``((…))``."""
    return len(value) > 4 and value.startswith("((") and value.endswith("))")


def _is_valid(reading: Reading, name: str, value: str) -> bool:
    if value is MADE:
        return True
    if is_accepted(value):
        if note := _ACCEPTED.get(name):
            reading.add(note, name)
            return False
        if name == "bibcode" and reading.module.is_newer:
            return True
        value = value[2:-2]
    if name in _PREFIXED and _PREFIXED[name].match(value):
        reading.add(f"maint_{name}_format", name)
    reason = _fault(reading, name, value)
    if reason and not value.isascii() and _in_other_digits(reading, value):
        return False  # whether the wiki's own module reads them is not known
    if reason:
        reading.add(_ERRORS.get(name, f"err_bad_{name}"), name, reason=reason)
        return False
    if name == "zbl" and "." not in value:
        reading.add("maint_zbl", name)
    return True


def _in_other_digits(reading: Reading, value: str) -> bool:
    return not reading.module.is_english and any(
        letter.isdecimal() and not letter.isascii() for letter in value
    )


def _fault(reading: Reading, name: str, value: str) -> str:
    """Return what is wrong with an identifier: "limit" if nothing but that it is too high."""
    if len(value) > _LONGEST:
        return "form"
    check = _CHECKS.get(name)
    if check is not None:
        return check(value, reading)
    if not _form(name).fullmatch(value):
        return "form"
    limit = reading.module.limits.get(name)
    digits = value.lstrip("PpMmCc") if name == "pmc" else value
    if limit is None or not digits.isdigit():
        return ""  # an OCLC number with a prefix has no limit
    if len(digits) < _MOST_DIGITS and int(digits) < _LOWEST.get(name, 0):
        return "form"
    return "" if len(digits) < _MOST_DIGITS and int(digits) <= limit else "limit"


_LONGEST: Final = 500
_MOST_DIGITS: Final = 20


# Superfluous prefixes, noted even if the rest is bad.
_PREFIXED: Final = {
    "jfm": lazily("[Jj][Ff][Mm]"),
    "mr": lazily(r"[Mm][Rr][0-9]+\Z"),
    "pmc": lazily(r"[Pp][Mm][Cc][0-9]+\Z"),
}


@cache
def _form(name: str) -> "re.Pattern[str]":
    return compiled(_FORMS[name], re.DOTALL)


# -- the single kinds: each returns what is wrong, or nothing ------------------------------------


def _arxiv(value: str, _: Reading) -> str:
    if match := _OLD_ARXIV.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        since = (year + 1900 if year > 50 else year + 2000, month)
        return "" if 1 <= month <= 12 and (1991, 7) <= since <= (2007, 3) else "date"
    match = _ARXIV.fullmatch(value)
    if not match:
        return "form"
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or (year, month) < (7, 4):
        return "date"
    return "" if len(match[3]) == (4 if year < 15 else 5) else "form"


def _asin(value: str, _: Reading) -> str:
    if _ASIN.fullmatch(value):
        return ""
    is_book = value.startswith(("630", "631")) and _is_isbn_10(value)
    return "" if is_book else "form"


def _bibcode(value: str, reading: Reading) -> str:
    if len(value) != 19:
        return "length"
    match = _BIBCODE.fullmatch(value)
    if not match:
        return "value"
    if not 1000 <= int(match[1]) <= reading.today.year + 1:
        return "year"
    return "journal" if "&." in value else ""


def _biorxiv(value: str, reading: Reading) -> str:
    match = _BIORXIV.fullmatch(value)
    if not match or (match[4] and not match[1]):
        return "form"
    return _day_fault(match, reading, _FIRST_BIORXIV) if match[1] else ""


def _medrxiv(value: str, reading: Reading) -> str:
    if _MEDRXIV_NUMBER.search(value):
        return ""
    match = _MEDRXIV.fullmatch(value)
    return _day_fault(match, reading, _FIRST_MEDRXIV) if match else "form"


_FIRST_BIORXIV: Final = date(2019, 12, 11)
_FIRST_MEDRXIV: Final = date(2020, 1, 1)


def _day_fault(match: "re.Match[str]", reading: Reading, first: date) -> str:
    """Return what is wrong with the day in a number, whose parts are the first three groups."""
    year, month, day = map(int, match.group(1, 2, 3))
    if not (2010 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31):
        return "date"
    # A day that the month doesn't have is one of the next month.
    given = date(year, month, 1) + timedelta(days=day - 1)
    tomorrow = reading.today + timedelta(days=1)
    return "" if first <= given <= tomorrow else "date"


def _doi(value: str, reading: Reading) -> str:
    match = _DOI.fullmatch(value)
    if not match:
        return "form"
    if not _NO_REGISTRANT.match(match[1]):
        return ""
    is_new = reading.module.is_newer and _NEWER_REGISTRANT.fullmatch(match[1])
    return "" if is_new else "registrant"


def _hdl(value: str, _: Reading) -> str:
    if query := _QUERY.search(value):
        value = value[: query.start()]
    if not _HANDLE.fullmatch(value):
        return "form"
    return "form" if _EN_DASH_BYTES & set(value[:-1].encode()) else ""


_QUERY: Final = lazily(
    r"\?(?:noredirect|ignore_aliases|auth|cert|index|type|urlappend|locatt|action)"
)
# The module looks for bytes: those of the en dash are also in other characters.
_EN_DASH_BYTES: Final = frozenset("–".encode())


def _weighted(digits: str, weights: range) -> int:
    return sum(
        weight * (10 if digit == "X" else int(digit))
        for weight, digit in zip(weights, digits, strict=True)
    )


def _is_isbn_10(digits: str) -> bool:
    return bool(_ISBN_10.fullmatch(digits)) and _weighted(digits, range(10, 0, -1)) % 11 == 0


_ISBN_10: Final = lazily("[0-9]{9}[0-9X]")
_ISBN_CHARACTERS: Final = lazily(r"[0-9X\s-]*")
_ISSN: Final = lazily("[0-9]{7}[0-9X]")
_EAN: Final = lazily("[0-9]{13}")


def _has_ean_sum(digits: str) -> bool:
    ones = sum(map(int, digits[::2]))
    threes = sum(map(int, digits[1::2]))
    return (ones + 3 * threes) % 10 == 0


def _isbn(value: str, _: Reading) -> str:
    if not _ISBN_CHARACTERS.fullmatch(value):
        return "invalid character"
    digits = _SEPARATORS.sub("", value)
    if len(digits) == 10:
        return _isbn_10(digits)
    if len(digits) != 13:
        return "length"
    if not _EAN.fullmatch(digits):
        return "invalid form"
    if not digits.startswith(("978", "979")) or digits.startswith("9790"):
        return "invalid prefix"
    return "" if _has_ean_sum(digits) else "checksum"


def _isbn_10(digits: str) -> str:
    if not _ISBN_10.fullmatch(digits):
        return "invalid form"
    if digits.startswith(("630", "631")):
        return "invalid group id"
    return "" if _is_isbn_10(digits) else "checksum"


def _sbn(value: str, _: Reading) -> str:
    if not _ISBN_CHARACTERS.fullmatch(value):
        return "invalid character"
    digits = _SEPARATORS.sub("", value)
    if len(digits) != 9:
        return "length"
    return _isbn_10(f"0{digits}")


def _issn(value: str, _: Reading) -> str:
    digits = _SEPARATORS.sub("", value)
    if not _ISSN.fullmatch(digits):
        return "form"
    return "" if _weighted(digits, range(8, 0, -1)) % 11 == 0 else "checksum"


def _ismn(value: str, _: Reading) -> str:
    digits = _SEPARATORS.sub("", value)
    if not _EAN.fullmatch(digits) or not digits.startswith("9790"):
        return "form"
    return "" if _has_ean_sum(digits) else "checksum"


def _jstor(value: str, _: Reading) -> str:
    is_wrong = (
        "jstor" in value.lower()
        or value.startswith(("http://", "https://"))
        or any(map(str.isspace, value))
    )
    return "form" if is_wrong else ""


def _lccn(value: str, _: Reading) -> str:
    digits = "".join(value.split())
    if digits != value:
        return "form"
    digits = digits.partition("/")[0]
    head, _hyphen, tail = digits.rpartition("-")
    if head and tail:
        digits = head + tail.rjust(6, "0")
    return "" if _LCCN.fullmatch(digits) else "form"


_CHECKS: Final[dict[str, Callable[[str, Reading], str]]] = {
    "arxiv": _arxiv,
    "asin": _asin,
    "bibcode": _bibcode,
    "biorxiv": _biorxiv,
    "doi": _doi,
    "eissn": _issn,
    "hdl": _hdl,
    "isbn": _isbn,
    "ismn": _ismn,
    "issn": _issn,
    "jstor": _jstor,
    "lccn": _lccn,
    "medrxiv": _medrxiv,
    "sbn": _sbn,
}


# -- what belongs to them -------------------------------------------------------------------------


def _judge_asin_domain(reading: Reading) -> None:
    domain = reading.values["asin-tld"]
    if "asin" not in reading.values:
        reading.add("err_asintld_missing_asin", "asin-tld", other="asin")
    elif domain is not MADE and domain not in reading.module.asin_domains:
        reading.add("err_bad_asin_tld", "asin-tld")


def _judge_broken_doi(reading: Reading) -> None:
    when = reading.values["doi-broken-date"]
    if "doi" not in reading.values:
        reading.add("err_doibroken_missing_doi", "doi-broken-date", other="doi")
    elif re.search("[0-9]{4}", when):
        reading.add("maint_doi_inactive_dated", "doi-broken-date")
    elif when is not MADE:
        reading.add("maint_doi_inactive", "doi-broken-date")


def _judge_embargo(reading: Reading, embargo: DateForm | None) -> None:
    if embargo is None:
        return
    today = reading.today
    if "pmc" not in reading.values:
        reading.add("err_embargo_missing_pmc", "pmc-embargo-date", other="pmc")
    elif embargo.day and embargo.day <= (today.year, today.month, today.day):
        reading.add("maint_pmc_embargo", "pmc-embargo-date")


def _judge_access(reading: Reading, name: str) -> None:
    value = reading.values[name]
    words = reading.module.keywords["identifier-access"]
    if value is not MADE and value not in words:
        reading.add("err_invalid_param_val", name, other=", ".join(sorted(words)))
    owner = name.removesuffix("-access")
    if owner not in reading.values:
        reading.add("err_param_access_requires_param", name, other=owner)


def judge_preprint(reading: Reading, valid: AbstractSet[str]) -> None:
    """Complain of a preprint without its identifier.

    Args:
        reading: the citation.
        valid: the identifiers that are valid.
    """
    name = reading.kind
    value = reading.values.get(name, "")
    # Newer editions say of one that is not valid only that.
    if name not in valid and not (value and reading.module.is_newer):
        reading.add(f"err_{name}_missing", name, other=name)
    if name == "arxiv" and "class" in reading.values and value[:1] not in "0123456789":
        reading.add("err_class_ignored", "class")

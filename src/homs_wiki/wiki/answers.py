"""What a wiki's error codes mean for whoever wants to save.

Codes are the same on every wiki; the texts beside them come in the wiki's language. Sources: the
API's documentation of ``action=edit``, and each of them as a MediaWiki 1.39 gave it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from homs_wiki.wiki.errors import (
    ConflictError,
    LoginError,
    RefusedError,
    UnansweredError,
    WikiError,
)


class _Meaning(NamedTuple):
    """What to tell of a code.

    Attributes:
        message: in words to act on; "{title}" is the page.
        error: what is raised.
        may_wait: seconds after which another try makes sense; None if it makes none.
    """

    message: str
    error: type[RefusedError] = RefusedError
    may_wait: float | None = None


LOST_SESSION: Final = frozenset({"badtoken", "assertuserfailed", "assertnameduserfailed"})
"""Codes that say that the login is gone: log in again, then try again."""

_SOON: Final = 5.0
_LATER: Final = 30.0

_MEANINGS: Final = {
    "editconflict": _Meaning("“{title}” was changed by somebody else meanwhile", ConflictError),
    "articleexists": _Meaning("“{title}” was made by somebody else meanwhile", ConflictError),
    "missingtitle": _Meaning("there is no page “{title}” any more", ConflictError),
    "pagedeleted": _Meaning("“{title}” was deleted meanwhile", ConflictError),
    "badmd5": _Meaning("the text was damaged on its way to the wiki", may_wait=0),
    "badtags": _Meaning("the wiki knows no such change tag, or it may not be set by hand"),
    "tags-apply-no-permission": _Meaning("the account may not set change tags"),
    "abusefilter-disallowed": _Meaning("a filter of the wiki forbids this edit of “{title}”"),
    "abusefilter-warning": _Meaning(
        "a filter of the wiki warns of this edit of “{title}”; nothing was saved: "
        "look at its reason, and make the edit by hand if it is right"
    ),
    "titleblacklist-forbidden": _Meaning("the title “{title}” is on the wiki's blacklist"),
    "spamblacklist": _Meaning("a web address in the text is on the wiki's blacklist"),
    "protectedpage": _Meaning("“{title}” is protected: the account may not edit it"),
    "cascadeprotected": _Meaning("“{title}” is protected by a page that it is used in"),
    "protectednamespace": _Meaning("the account may not edit pages in the namespace of “{title}”"),
    "protectednamespace-interface": _Meaning("“{title}” is a text of the interface: protected"),
    "permissiondenied": _Meaning("the account may not do that on “{title}”"),
    "writeapidenied": _Meaning("the account may not edit through the API"),
    "noedit": _Meaning("the account may not edit: does the bot password grant “edit”?"),
    "cantcreate": _Meaning("the account may not create pages: does the bot password grant it?"),
    "nocreate-loggedin": _Meaning(
        "the account may not create pages: does the bot password grant it?"
    ),
    "blocked": _Meaning("the account is blocked from editing"),
    "autoblocked": _Meaning("the account's IP address is blocked from editing"),
    "contenttoobig": _Meaning("the text of “{title}” is larger than the wiki allows"),
    "captcha": _Meaning(
        "the wiki wants a captcha solved: edit once by hand, or ask for an account that need not"
    ),
    "readonly": _Meaning("the wiki is read-only at present", may_wait=_LATER),
    "ratelimited": _Meaning("the wiki's rate limit is reached", may_wait=_LATER),
    "actionthrottledtext": _Meaning("the wiki's rate limit is reached", may_wait=_LATER),
    "maxlag": _Meaning("the wiki's databases lag behind", may_wait=_SOON),
    "nosuchrevid": _Meaning("the wiki has no such revision"),
    "invalidtitle": _Meaning("“{title}” is no possible title"),
    **{code: _Meaning("the session was lost", may_wait=0) for code in LOST_SESSION},
}

_HTML_LENGTH: Final = 200


def error_for(code: str, said: str, title: str, may_wait: float | None = None) -> WikiError:
    """Return the exception for an error that the wiki answered with.

    Args:
        code: the wiki's.
        said: the wiki's words, as plain text.
        title: the page in question.
        may_wait: how many seconds the wiki asked to wait, if it did.
    """
    if code.startswith("internal_api_error"):
        return UnansweredError(f"the wiki broke down over the request: {_short(said)}")
    meaning = _MEANINGS.get(code) or _Meaning(f"the wiki refused “{{title}}” ({code})")
    message = meaning.message.format(title=title)
    if said and code not in LOST_SESSION:
        message = f"{message}; the wiki says: {_short(said)} [{code}]"
    waits = meaning.may_wait
    if waits is not None and may_wait is not None:
        waits = max(waits, may_wait)
    return meaning.error(code, said, message, waits)


def login_error(user: str, said: str) -> LoginError:
    """Return the exception for a login that the wiki refused."""
    return LoginError(
        f"the wiki does not log in {user}: {_short(said)}; "
        "check the account, the bot password's name and its secret"
    )


def _short(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= _HTML_LENGTH else f"{words[:_HTML_LENGTH]}…"

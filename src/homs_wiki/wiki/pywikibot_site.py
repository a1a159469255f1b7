"""A real wiki, talked to through pywikibot's request layer: the only module that imports it.

Left to itself pywikibot runs code that lies in the current folder, looks through the arguments of
the command, sends a lost edit again, and lets an edit overwrite another. So it is imported into an
empty private folder, every request goes out once, and every write names its user and its base.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import secrets
import shutil
import sys
import tempfile
from contextlib import suppress
from datetime import timedelta
from functools import cache, cached_property
from importlib import import_module
from itertools import count
from threading import RLock
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeVar
from urllib.parse import urlencode, urlsplit

from homs_wiki.profile import load_profile
from homs_wiki.wiki import replies
from homs_wiki.wiki.answers import LOST_SESSION, error_for, login_error
from homs_wiki.wiki.credentials import BotPassword, Credentials, OAuth
from homs_wiki.wiki.errors import LoginError, UnansweredError, WikiError
from homs_wiki.wiki.export import ExportError, read_export
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.sites import is_loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from homs_wiki.profile import Profile
    from homs_wiki.wiki.site import Account, Draft, Facts, Rendered, Revision, Saved
    from homs_wiki.wiki.sites import Site

_MAXLAG: Final = "5"
_TIMEOUT: Final = 90.0
_BATCH: Final = 50
"""Titles that one question may name."""
_LONGEST_REASON: Final = 200
_EXPORT: Final = 500
"""Revisions that Special:Export is asked for at once; a wiki may allow a thousand."""
_CHUNK: Final = 1 << 16
_LONGEST_QUERY: Final = 2000
"""Bytes of a question that go into an address; one that is longer is sent like an edit."""
_ALWAYS: Final = {
    "format": "json",
    "formatversion": "2",
    "errorformat": "plaintext",
    "errorlang": "en",
}
_WITH_TEXT: Final = {
    "prop": "revisions",
    "rvprop": f"{replies.REVISION_PROPERTIES}|content",
    "rvslots": "main",
}
_LOST_LOGIN: Final = frozenset({"NeedToken", "WrongToken", "sessionlost"})
"""Results, and reasons, of a login whose session was lost between its two steps."""

_Answer = TypeVar("_Answer")

_numbers = count(1)
# pywikibot keeps its session and settings in its modules.
_lock = RLock()


class PywikibotSite:
    """A wiki that one account edits; see `homs_wiki.wiki.site.WikiSite` for its methods.

    The account is logged in when first needed, and again when the wiki has forgotten it.

    Args:
        site: which wiki; its ``api`` must be known.
        credentials: the account's.
        timeout: seconds to wait for an answer.
        patience: how often to ask what changes nothing.

    Raises:
        LoginError: by any method: the wiki does not know the account, or its secret is wrong.
    """

    def __init__(
        self,
        site: Site,
        credentials: Credentials,
        timeout: float = _TIMEOUT,
        patience: Patience | None = None,
    ) -> None:
        if site.api is None:
            raise ValueError("the address of the wiki is not known")
        self._settings = site
        self.name = site.name
        self.api: str = site.api
        self._credentials = credentials
        self._timeout = timeout
        self._patience = patience or Patience()
        self._token: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections and forget the login; the next request begins anew."""
        self._forget()
        if session := self.__dict__.pop("_session", None):
            session.close()

    # -- questions ----------------------------------------------------------------------------

    @cached_property
    def profile(self) -> Profile:
        """How the wiki's pages are read: as the settings say, else as its database or language."""
        if self._settings.profile:
            return load_profile(self._settings.profile)
        facts = self.facts()
        profile = load_profile(facts.database)
        # A profile with notes is one in place of another that is not known.
        return load_profile(f"{facts.language}.wikipedia") if profile.notes else profile

    def account(self) -> Account:
        """Return who is logged in, as the wiki sees it now."""
        wanted = {"meta": "userinfo", "uiprop": "rights|ratelimits|blockinfo"}
        return self._ask(
            wanted, lambda reply: replies.account(reply["query"]["userinfo"]), as_user=True
        )

    def facts(self) -> Facts:
        """Return what the wiki says of itself."""
        wanted = {"meta": "siteinfo", "siprop": "general"}
        return self._ask(wanted, lambda reply: replies.facts(reply["query"]["general"]))

    def current(self, title: str) -> Revision | None:
        """Return the page's latest revision with its text; None if there is no such page."""
        page = self._ask({**_WITH_TEXT, "titles": title}, _only_page, title)
        if "invalid" in page:
            raise error_for("invalidtitle", _text_of(page.get("invalidreason")), title)
        revisions = page.get("revisions")
        return replies.revision(revisions[0]) if revisions else None

    def revision(self, number: int) -> Revision:
        """Return a revision with its text."""
        return replies.revision(self._page_of(number)["revisions"][0])

    def title_of(self, number: int) -> str:
        """Return the title of the page that a revision belongs to."""
        title: str = self._page_of(number)["title"]
        return title

    def _page_of(self, number: int) -> dict[str, Any]:
        found = self._ask({**_WITH_TEXT, "revids": str(number)}, lambda reply: reply["query"])
        pages = [page for page in found.get("pages", ()) if page.get("revisions")]
        if not pages:
            raise error_for("nosuchrevid", f"revision {number}", "")
        first: dict[str, Any] = pages[0]
        return first

    def after(self, title: str, number: int) -> list[Revision]:
        """Return the revisions that follow revision ``number``, oldest first, without texts.

        The page's latest revision is among them even if its time is before that of ``number``.
        """
        found: list[Revision] = []
        wanted = {**_newer(number, ""), "prop": "info|revisions", "titles": title}
        for page in self._ask_on(wanted, _only_page, title):
            with replies.promised():
                found += map(replies.revision, page.get("revisions", ()))
                latest = page.get("lastrevid", 0)
        if latest and latest not in {number, *(revision.id for revision in found)}:
            found.append(self.revision(latest)._replace(text=None))
        return [revision for revision in found if revision.id != number]

    def history(self, title: str, *, since: int = 0) -> Iterator[Revision]:
        """Yield the page's revisions with their texts, oldest first, those behind ``since``.

        The order is that of the wiki's own list: by time. Tags are left out: the wiki changes
        them later. A whole history comes by Special:Export as far as that goes, and what is
        behind it by the API.
        """
        wanted = {**_newer(since, "|content"), "titles": title}
        seen = {since}
        if not since:
            for revision in self._exported(title):
                seen.add(revision.id)
                # Others may have the same second.
                wanted["rvstart"] = replies.stamp_of(revision.time)
                yield revision
            numbers = {**wanted, "rvprop": "ids"}
            if all(seen >= some for some in self._ask_on(numbers, _numbers_in, title)):
                return
        for found in self._ask_on(wanted, _revisions_in, title):
            yield from (each._replace(tags=()) for each in found if each.id not in seen)

    def _exported(self, title: str) -> Iterator[Revision]:
        """Yield the beginning of a history, as far as Special:Export has it without a gap."""
        seen = {0}
        wanted = {
            "title": "Special:Export",
            "pages": title,
            "limit": str(_EXPORT),
            "dir": "asc",
            "offset": "1",
        }
        with suppress(ExportError, UnansweredError):
            has_more = True
            while has_more:
                count, known = 0, len(seen)
                for revision in self._export(wanted):
                    count += 1
                    if revision.id in seen:
                        continue
                    if revision.parent not in seen:
                        return
                    seen.add(revision.id)
                    before = revision.time - timedelta(seconds=1)
                    wanted["offset"] = before.strftime("%Y%m%d%H%M%S")
                    yield revision
                # Without any progress all of them are of one second.
                has_more = count == _EXPORT and len(seen) > known

    def _export(self, wanted: dict[str, str]) -> Iterator[Revision]:
        with self._open(wanted) as response:
            if "xml" in response.headers.get("Content-Type", ""):
                yield from read_export(_chunks(response))

    def _open(self, parameters: dict[str, str]) -> Any:
        """Send a question to the wiki's pages; return the answer, of which the head is here."""
        with _lock:
            pywikibot = self._prepared()
            try:
                answer = pywikibot.comms.http.request(
                    self._remote,
                    uri=urlsplit(self.api).path.removesuffix("api.php") + "index.php",
                    method="POST",
                    data=parameters,
                    allow_redirects=False,
                    stream=True,
                    default_error_handling=False,  # it would leave the connection open
                )
            except Exception as error:
                raise UnansweredError(_reason(error)) from error
        if isinstance(answer, Exception):
            raise UnansweredError(_reason(answer)) from answer
        return answer

    def stored(self, title: str, text: str) -> str:
        """Return what the wiki would store for a text: after its pre-save transform."""
        wanted = {"action": "parse", "onlypst": "1", "title": title, "text": text}
        # A signature is that of the account.
        return self._ask(wanted, lambda reply: str(reply["parse"]["text"]), title, as_user=True)

    def render(self, title: str, text: str, language: str | None = None) -> Rendered:
        """Return what the wiki's parser makes of a text, with messages in a language."""
        wanted = {
            "action": "parse",
            "title": title,
            "text": text,
            "prop": "text|categories|templates|parsewarnings",
            "disablelimitreport": "1",
            "disableeditsection": "1",
        }
        if language:
            wanted["uselang"] = language
        return self._ask(wanted, lambda reply: replies.rendered(reply["parse"]), title)

    def existing(self, titles: Sequence[str]) -> dict[str, bool]:
        """Tell of each title whether there is such a page."""
        found: dict[str, bool] = {}
        for start in range(0, len(titles), _BATCH):
            batch = titles[start : start + _BATCH]
            wanted = {"prop": "info", "titles": "|".join(batch)}
            query = self._ask(wanted, lambda reply: reply["query"])
            there = {
                page["title"]: not (page.get("missing") or page.get("invalid"))
                for page in query["pages"]
            }
            normal = {each["from"]: each["to"] for each in query.get("normalized", ())}
            found |= {title: there.get(normal.get(title, title), False) for title in batch}
        return found

    # -- saving -------------------------------------------------------------------------------

    def save(self, draft: Draft) -> Saved:
        """Send a draft, once; see `homs_wiki.wiki.site.WikiSite.save`."""
        self._patience.ask(self._be_logged_in)
        try:
            return self._save(draft)
        except UnansweredError:
            # Perhaps a filter warned; in the same session a second try would count as "I know".
            self._forget()
            raise

    def _save(self, draft: Draft) -> Saved:
        reply = self._send(self._edit(draft), draft.title)
        with replies.promised():
            edit = reply["edit"]
            if edit.get("result") == "Success":
                return replies.saved(edit, draft.base)
            if "captcha" in edit:
                raise error_for("captcha", "", draft.title)
            if "code" in edit:  # an extension's way to refuse
                raise error_for(edit["code"], _text_of(edit.get("info")), draft.title)
        raise UnansweredError("the wiki's answer to the edit is neither yes nor no")

    def _edit(self, draft: Draft) -> dict[str, str]:
        """Return the parameters of the edit."""
        wanted = {
            "action": "edit",
            "title": draft.title,
            "text": draft.text,
            "summary": draft.summary,
            "md5": hashlib.md5(draft.text.encode(), usedforsecurity=False).hexdigest(),
            "watchlist": "nochange",
            "maxlag": _MAXLAG,
            "assert": "user",
            "assertuser": self._user,
            "token": self._token or "",
        }
        if draft.base:
            wanted |= {"baserevid": str(draft.base), "nocreate": "1"}
        else:  # "0" as a base would be ignored, and the page overwritten
            wanted["createonly"] = "1"
        if draft.started is not None:
            wanted["starttimestamp"] = replies.stamp_of(draft.started)
        if draft.tags:
            wanted["tags"] = "|".join(draft.tags)
        wanted["minor" if draft.minor else "notminor"] = "1"
        if draft.bot:
            wanted["bot"] = "1"
        return wanted

    # -- the account --------------------------------------------------------------------------

    @property
    def _user(self) -> str:
        return self._settings.user or ""

    def _be_logged_in(self) -> None:
        if self._token is None:
            self._login()

    def _login(self) -> None:
        """Log in, and fetch the token that every edit carries."""
        self._forget()
        if isinstance(self._credentials, BotPassword):
            self._login_with(self._credentials)
        wanted = {"action": "query", "meta": "tokens|userinfo", "type": "csrf"}
        reply = self._send(wanted)
        with replies.promised():
            name = reply["query"]["userinfo"]["name"]
            is_nobody = bool(reply["query"]["userinfo"].get("anon"))
            token = reply["query"]["tokens"]["csrftoken"]
        if is_nobody and isinstance(self._credentials, BotPassword):  # lost since the last step
            raise error_for("assertuserfailed", "", "")
        if name != self._user:
            raise LoginError(
                f"the wiki knows us as {name}, not as {self._user}: "
                "nothing is edited under another name"
            )
        self._token = token

    def _login_with(self, secret: BotPassword) -> None:
        reply = self._send({"action": "query", "meta": "tokens", "type": "login"})
        name = f"{secret.user}@{secret.bot}"
        with replies.promised():
            wanted = {
                "action": "login",
                "lgname": name,
                "lgpassword": secret.password,
                "lgtoken": reply["query"]["tokens"]["logintoken"],
            }
        reply = self._send(wanted)
        with replies.promised():
            result, reason = reply["login"]["result"], reply["login"].get("reason")
        if _LOST_LOGIN & {result, reason.get("code") if isinstance(reason, dict) else None}:
            raise error_for("badtoken", _text_of(reason), "")
        if result != "Success":
            raise login_error(name, _text_of(reason) or result)

    def _forget(self) -> None:
        """Be nobody. The cookies of a session that was lost would stand in the way of a new one."""
        self._token = None
        if session := self.__dict__.get("_session"):
            session.cookies.clear()

    # -- requests -----------------------------------------------------------------------------

    def _ask(
        self,
        wanted: dict[str, str],
        read: Callable[[dict[str, Any]], _Answer],
        title: str = "",
        *,
        as_user: bool = False,
    ) -> _Answer:
        """Ask a question, which changes nothing, until it is answered.

        Args:
            wanted: the parameters; ``action`` is "query" if none is named.
            read: makes what is wanted of the reply.
            title: the page, for messages.
            as_user: whether it matters who asks.
        """

        def once() -> _Answer:
            more = {}
            if as_user:
                self._be_logged_in()
                more = {"assert": "user", "assertuser": self._user}
            reply = self._send({"action": "query", **wanted, **more}, title)
            with replies.promised():
                return read(reply)

        return self._patience.ask(once)

    def _ask_on(
        self, wanted: dict[str, str], read: Callable[[dict[str, Any]], _Answer], title: str
    ) -> Iterator[_Answer]:
        """Ask a question as often as the wiki has more to say."""
        more: dict[str, str] | None = {}
        while more is not None:
            answer, more = self._ask(
                {**wanted, **more}, lambda reply: (read(reply), _continued(reply)), title
            )
            yield answer

    def _send(self, wanted: dict[str, str], title: str = "") -> dict[str, Any]:
        """Send one request, once.

        Raises:
            WikiError: see `homs_wiki.wiki.answers`.
        """
        reply = self._exchange({**_ALWAYS, **wanted})
        if errors := reply.get("errors"):
            with replies.promised():
                code, said = str(errors[0]["code"]), str(errors[0].get("text", ""))
            if code in LOST_SESSION:
                self._forget()
            raise error_for(code, said, title)
        return reply

    def _exchange(self, parameters: dict[str, str]) -> dict[str, Any]:
        """Let pywikibot carry a request there and the answer back."""
        with _lock:
            pywikibot = self._prepared()
            try:
                reply: dict[str, Any] = pywikibot.request(self._remote, parameters).submit()
            except WikiError:
                raise
            except Exception as error:
                # Whatever went wrong on the way, whether the wiki acted on it is not known.
                raise UnansweredError(f"no answer from {self.api}: {_reason(error)}") from error
        return reply

    def _prepared(self) -> _Pywikibot:
        """Return pywikibot, set up for this site: it has one of each for all."""
        pywikibot: _Pywikibot = self._pywikibot
        pywikibot.comms.http.session = self._session
        pywikibot.config.socket_timeout = (min(self._timeout, 10), self._timeout)
        return pywikibot

    @cached_property
    def _pywikibot(self) -> Any:
        return _load_pywikibot()

    @cached_property
    def _remote(self) -> Any:
        """The wiki as pywikibot knows it, with a family of its own."""
        return self._pywikibot.pywikibot.Site(
            url=self.api,
            fam=f"homswiki{next(_numbers)}",
            interface=self._pywikibot.site,
        )

    @cached_property
    def _session(self) -> Any:
        """The connections and cookies of this wiki alone: pywikibot has one jar for all."""
        import requests

        session = requests.Session()
        # Neither a proxy nor ~/.netrc has anything to do with a wiki on this machine.
        session.trust_env = not is_loopback(urlsplit(self.api).hostname or "")
        if isinstance(self._credentials, OAuth):
            session.auth = _oauth(self._credentials)
        return session


def _oauth(tokens: OAuth) -> Any:
    try:
        from requests_oauthlib import OAuth1
    except ImportError as error:
        raise LoginError("OAuth needs the package requests-oauthlib: install it") from error
    return OAuth1(*tokens)


def _reason(error: BaseException) -> str:
    """Return the innermost cause in a few words."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    words = " ".join(str(error).split()) or type(error).__name__
    return words[:_LONGEST_REASON]


def _newer(since: int, more: str) -> dict[str, str]:
    """Return the parameters that ask for a page's revisions from ``since`` on, oldest first."""
    wanted = {
        "prop": "revisions",
        "rvdir": "newer",
        "rvprop": f"{replies.REVISION_PROPERTIES}{more}",
        "rvslots": "main",
        "rvlimit": "max",
    }
    return {**wanted, "rvstartid": str(since)} if since else wanted


def _only_page(reply: dict[str, Any]) -> dict[str, Any]:
    (page,) = replies.pages(reply)
    return page


def _chunks(response: Any) -> Iterator[bytes]:
    try:
        yield from response.iter_content(_CHUNK)
    except Exception as error:
        raise UnansweredError(_reason(error)) from error


def _revisions_in(reply: dict[str, Any]) -> list[Revision]:
    return [
        replies.revision(data)
        for page in replies.pages(reply)
        for data in page.get("revisions", ())
    ]


def _numbers_in(reply: dict[str, Any]) -> set[int]:
    return {data["revid"] for page in replies.pages(reply) for data in page.get("revisions", ())}


def _continued(reply: dict[str, Any]) -> dict[str, str] | None:
    """Return the parameters that ask for the rest; None if there is none."""
    more = reply.get("continue")
    return {key: str(value) for key, value in more.items()} if more else None


class _Pywikibot(NamedTuple):
    """The parts of pywikibot that are used."""

    pywikibot: Any
    config: Any
    comms: Any
    request: Any
    site: Any


@cache
def _load_pywikibot() -> _Pywikibot:
    """Import pywikibot where it finds nothing to run: with an empty folder of its own.

    After that the folder is gone, and nothing is written any more: what pywikibot keeps in files
    (cookies, its throttle, a cache) is not used.
    """
    private = tempfile.mkdtemp(prefix="homs-wiki-")
    try:
        return _import_pywikibot(private)
    finally:
        shutil.rmtree(private, ignore_errors=True)


def _import_pywikibot(private: str) -> _Pywikibot:
    arguments, environment = sys.argv, dict(os.environ)
    sys.argv = [arguments[0] if arguments else "homs-wiki", f"-dir:{private}"]
    for name in [name for name in os.environ if name.startswith(("PYWIKIBOT", "PWB"))]:
        del os.environ[name]
    os.environ["PYWIKIBOT_NO_USER_CONFIG"] = "2"
    try:
        pywikibot = import_module("pywikibot")
        comms = import_module("pywikibot.comms")
        import_module("pywikibot.comms.http")
        api = import_module("pywikibot.data.api")
        site = import_module("pywikibot.site")
    except ImportError as error:
        raise LoginError(
            "talking to a wiki needs the package pywikibot: pip install 'homs-wiki[wiki]'"
        ) from error
    finally:
        sys.argv = arguments
        os.environ.clear()
        os.environ.update(environment)
    config = pywikibot.config
    config.family_files.clear()
    config.put_throttle = config.minthrottle = config.maxthrottle = 0
    config.max_retries = 0
    config.solve_captcha = False
    # What goes wrong is raised, and told by us; what is sent is nobody's business. With the first
    # message pywikibot would also set up handlers of its own, so there must be none.
    vars(import_module("pywikibot.logging"))["logoutput"] = lambda *_, **__: None
    for farewell in (comms.http.flush, pywikibot._flush):
        atexit.unregister(farewell)
    return _Pywikibot(
        pywikibot,
        config,
        comms,
        _request_class(api.Request, comms.http),
        _site_class(site.APISite),
    )


def _request_class(base: Any, http: Any) -> Any:
    """Return a class of pywikibot's requests that are sent once, and whose answers are ours."""

    class SingleRequest(base):  # type: ignore[misc]
        """A request that goes out once, as it is."""

        def __init__(self, site: Any, parameters: dict[str, str]) -> None:
            # As a question: for a write pywikibot would ask who we are; we assert it.
            super().__init__(
                site=site, throttle=False, max_retries=0, parameters={"action": "query"}
            )
            self.action = parameters["action"]
            self._parameters = parameters
            self._is_sent = False

        def __repr__(self) -> str:
            # There are secrets among the parameters.
            return f"SingleRequest({self.action!r})"

        __str__ = __repr__

        def _add_defaults(self) -> None:
            """Add nothing."""

        def _use_get(self) -> bool:
            return self.action == "query"

        def _http_param_string(self) -> str:
            return ""

        def _get_request_params(self, use_get: bool, _: str) -> tuple[bool, str, Any, Any]:
            uri = self.site.apipath()
            query = urlencode(self._parameters) if use_get else ""
            if query and len(query) <= _LONGEST_QUERY:
                return True, f"{uri}?{query}", None, {}
            kind, body = multipart(self._parameters)
            return False, uri, body, {"Content-Type": kind}

        def _http_request(
            self, use_get: bool, uri: str, data: Any, headers: Any, _parameters: str
        ) -> tuple[Any, bool]:
            if self._is_sent:
                raise RuntimeError("a request is never sent twice")
            self._is_sent = True
            response = http.request(
                self.site,
                uri=uri,
                method="GET" if use_get else "POST",
                data=data,
                headers=headers,
                # Another address was not asked for: it must not see the password.
                allow_redirects=False,
            )
            return response, use_get

        def _json_loads(self, response: Any) -> dict[str, Any]:
            return _reply_in(response)

        def _handle_warnings(self, _result: Any) -> bool:
            return False

    return SingleRequest


def _reply_in(response: Any) -> dict[str, Any]:
    """Return what the API said, with errors in the shape that was asked for."""
    try:
        reply = json.loads(response.content)
    except ValueError:
        reply = None
    if not isinstance(reply, dict):
        raise UnansweredError(
            _no_answer_of_the_api(response), _seconds(response.headers.get("Retry-After"))
        )
    if error := reply.pop("error", None):
        # An old MediaWiki's shape, which pywikibot would act upon.
        with replies.promised():
            reply["errors"] = [{"code": error["code"], "text": error.get("info", "")}]
    return reply


def multipart(parameters: Mapping[str, str]) -> tuple[str, bytes]:
    """Return parameters as ``multipart/form-data``: the content type, and the body.

    In an address or an ordinary form a letter of Urdu takes six bytes, here two.
    """
    boundary = secrets.token_hex(16)
    pieces = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parameters.items()
    ]
    body = f"{''.join(pieces)}--{boundary}--\r\n".encode("utf-8", "surrogatepass")
    return f"multipart/form-data; boundary={boundary}", body


def _no_answer_of_the_api(response: Any) -> str:
    where = response.headers.get("Location")
    if where and response.is_redirect:
        return f"the wiki's API is elsewhere: at {where[:_LONGEST_REASON]}; name that as 'api'"
    return f"an answer that is not the API's came (HTTP {response.status_code})"


def _site_class(base: Any) -> Any:
    """Return a class of pywikibot's sites that asks nothing before it is told to."""

    class QuietSite(base):  # type: ignore[misc]
        """A site whose account and pace are our own matter."""

        throttle = SimpleNamespace(retry_after=0)  # pywikibot's would write a file

        def login(self, *_: Any, **_more: Any) -> None:
            """Do nothing."""

    return QuietSite


def _text_of(message: Any) -> str:
    """Return the text of a message that comes with its code, or without."""
    return str(message.get("text", "") if isinstance(message, dict) else message or "")


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isdecimal() else None

"""A real MediaWiki through `PywikibotSite`: what it answers, and what is made of it.

One wiki serves all tests of this file, each with pages of its own.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from html import unescape
from itertools import count
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from homs_wiki.wiki.credentials import BotPassword
from homs_wiki.wiki.errors import (
    ConflictError,
    LoginError,
    RefusedError,
    UnansweredError,
    WikiError,
)
from homs_wiki.wiki.local import LocalWiki
from homs_wiki.wiki.patience import Patience
from homs_wiki.wiki.pywikibot_site import PywikibotSite, _revisions_in
from homs_wiki.wiki.saving import save, sha1_of
from homs_wiki.wiki.site import Draft, Rendered, Saved
from homs_wiki.wiki.sites import Site
from homs_wiki.wiki.transform import expected_changes, normalised

QUICK = Patience(4, pause=0, settle=0, sleep=lambda _: None)
ONCE = Patience(1)
LINES = "پہلی سطر\n\nدوسری سطر\n\nتیسری سطر\n\nچوتھی سطر"
numbers = count(1)


class Wiki(NamedTuple):
    """The wiki, our site on it, and a person who is an administrator."""

    local: LocalWiki
    site: PywikibotSite
    admin: Any
    anybody: Any

    def configure(self, php: str | None) -> None:
        self.local.configure("for-a-test", php)

    def execute(self, database: str, statement: str, *values: object) -> None:
        file = self.local.folder / "wiki" / "data" / f"{database}.sqlite"
        with closing(sqlite3.connect(file, timeout=10)) as base, base:
            base.execute(statement, values)

    def lose_session(self) -> None:
        """Let the wiki forget ours."""
        for cookie in self.site._session.cookies:
            pattern = f"%MWSession%{cookie.value}"
            self.execute("wikicache", "DELETE FROM objectcache WHERE keyname LIKE ?", pattern)


def site_on(wiki: LocalWiki, patience: Patience = QUICK) -> PywikibotSite:
    bot = wiki.accounts.bot
    secret = BotPassword(bot.user, bot.app or "", bot.secret or "")
    return PywikibotSite(Site("test", wiki.api, "test", bot.user, bot.app), secret, 30, patience)


@pytest.fixture(scope="module")
def whole_wiki(
    prepared_wiki: LocalWiki,
    tmp_path_factory: pytest.TempPathFactory,
    client: Callable[..., Any],
) -> Iterator[Wiki]:
    with (
        prepared_wiki.copy_to(tmp_path_factory.mktemp("site")) as local,
        site_on(local) as site,
    ):
        yield Wiki(local, site, client(local, local.accounts.admin), client(local))


@pytest.fixture
def wiki(whole_wiki: Wiki) -> Iterator[Wiki]:
    """The wiki; settings of a test end with it."""
    yield whole_wiki
    whole_wiki.configure(None)


@pytest.fixture
def title() -> str:
    return f"آزمائش {next(numbers)}"


def put(wiki: Wiki, title: str, text: str = LINES) -> int:
    """Save a text as the administrator; return the revision."""
    return int(wiki.admin.edit(title, text)["edit"]["newrevid"])


def put_ours(wiki: Wiki, title: str, text: str = LINES) -> int:
    current = wiki.site.current(title)
    saved = wiki.site.save(Draft(title, text, "", current.id if current else None))
    assert saved.revision
    return saved.revision


def texts(wiki: Wiki, title: str) -> list[str | None]:
    return [revision.text for revision in wiki.site.history(title)]


def users(wiki: Wiki, title: str) -> list[str | None]:
    return [revision.user for revision in wiki.site.history(title)]


# -- questions ------------------------------------------------------------------------------------


def test_who_we_are_and_what_the_wiki_is(wiki: Wiki) -> None:
    account = wiki.site.account()
    assert account.name == "Bot"
    assert {"edit", "createpage", "bot"} <= account.rights
    assert not account.is_blocked
    assert account.limits is None
    facts = wiki.site.facts()
    assert facts.language == "ur"
    assert facts.generator.startswith("MediaWiki 1.")
    assert facts.largest == 2048 * 1024
    assert not facts.is_read_only
    assert facts.page_address == f"{wiki.local.url}/index.php/$1"
    assert wiki.site.profile.name == "ur.wikipedia"


def test_the_profile_is_that_of_the_settings_or_else_of_the_database(wiki: Wiki) -> None:
    with site_on(wiki.local) as site:
        site._settings = site._settings._replace(profile="fa.wikipedia")
        assert site.profile.name == "fa.wikipedia"
    # The setting comes too late to look for pages there: only the name of the database is asked.
    wiki.configure("$wgHooks['APIQuerySiteInfoGeneralInfo'][] = static function ( $m, &$r ) {"
                   " $r['wikiid'] = 'arwiki'; };")  # fmt: skip
    with site_on(wiki.local) as site:
        assert site.profile.name == "ar.wikipedia"


def test_a_page_that_is_not_there(wiki: Wiki, title: str) -> None:
    assert wiki.site.current(title) is None
    assert wiki.site.after(title, 0) == []
    assert list(wiki.site.history(title)) == []
    with pytest.raises(RefusedError, match=r"no such revision") as raised:
        wiki.site.revision(10**9)
    assert raised.value.code == "nosuchrevid"
    with pytest.raises(RefusedError, match="no possible title"):
        wiki.site.current("[حمص]")


def test_a_page_and_its_revisions(wiki: Wiki, title: str) -> None:
    first = put(wiki, title, "پہلا")
    saved = wiki.site.save(Draft(title, "دوسرا", "خلاصہ", first, minor=True, bot=True))
    assert saved.before == first
    assert saved.time
    current = wiki.site.current(title)
    assert current
    assert current == wiki.site.revision(current.id)
    assert tuple(current) == (
        saved.revision, first, saved.time, "Bot", "خلاصہ", sha1_of("دوسرا"), "دوسرا", True, (),
    )  # fmt: skip
    assert wiki.site.title_of(first) == title
    assert wiki.site.after(title, first) == [current._replace(text=None)]
    assert wiki.site.after(title, current.id) == []
    assert [each.id for each in wiki.site.history(title)] == [first, saved.revision]
    assert list(wiki.site.history(title, since=first)) == [current]
    assert (datetime.now(UTC) - current.time) < timedelta(minutes=5)


def test_which_pages_are_there(wiki: Wiki, title: str) -> None:
    put(wiki, title)
    names = [title, title.replace(" ", "_"), f"{title} نہیں", "[حمص]", "صارف:Bot"]
    assert wiki.site.existing(names) == dict(zip(names, [True, True, False, False, False],
                                                 strict=True))  # fmt: skip
    assert wiki.site.existing([]) == {}
    assert len(wiki.site.existing([f"x {number}" for number in range(120)])) == 120


def test_a_rendered_page(wiki: Wiki, title: str) -> None:
    put(wiki, f"سانچہ:{title}", "سلام")
    text = f"{{{{{title}}}}} {{{{{title} نہیں}}}} [[زمرہ:شہر]] '''x'''"
    rendered = wiki.site.render(title, text)
    assert isinstance(rendered, Rendered)
    assert "<b>x</b>" in rendered.html
    assert "سلام" in rendered.html
    assert rendered.categories == ("شہر",)
    assert rendered.templates == {f"سانچہ:{title}": True, f"سانچہ:{title} نہیں": False}


def test_a_history_that_does_not_fit_into_one_answer_comes_whole(wiki: Wiki, title: str) -> None:
    sent = [f"{number}\n" + "متن " * 900 + "۔" for number in range(7)]
    for text in sent:
        put(wiki, title, text)
    wiki.configure("$wgAPIMaxResultSize = 20000;")
    assert texts(wiki, title) == sent
    assert len(wiki.site.after(title, 0)) == 7


def test_what_is_hidden_stays_hidden_even_from_who_may_see_it(wiki: Wiki, title: str) -> None:
    first, second = put(wiki, title, "پہلا"), put(wiki, title, "دوسرا")
    wiki.configure("$wgGroupPermissions['sysop']['deleterevision'] = true;")
    answer = wiki.admin.write(
        action="revisiondelete", type="revision", ids=first, hide="content|user|comment"
    )
    assert "errors" not in answer
    assert "error" not in answer
    account = wiki.local.accounts.admin
    secret = BotPassword(account.user, account.app or "", account.secret or "")
    of_admin = Site("test", wiki.local.api, "test", account.user, account.app)
    with PywikibotSite(of_admin, secret, patience=QUICK) as seeing:
        seeing.account()
        for site in (wiki.site, seeing):
            hidden, shown = site.history(title)
            assert (hidden.id, shown.id) == (first, second)
            assert (hidden.text, hidden.user, hidden.comment, hidden.sha1) == (None,) * 4
            assert (shown.text, shown.user) == ("دوسرا", "Admin")


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "$wgExportAllowHistory = false;",
        "$wgExportMaxHistory = 3;",
        "$wgHooks['SpecialPageBeforeExecute'][] = static function () { die( '<x' ); };",
        "$wgRawHtmlMessages[] = 'x'; header( 'HTTP/1.1 500 x' );",
    ],
    ids=["all goes well", "no histories", "few at once", "no XML", "a broken page"],
)
def test_a_history_is_whole_however_little_the_export_tells(
    wiki: Wiki, title: str, settings: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homs_wiki.wiki.pywikibot_site._EXPORT", 4)
    ids = [put(wiki, title, f"متن {number}") for number in range(11)]
    if settings and "500" in settings:
        settings = f"if ( isset( $_POST['pages'] ) ) {{ {settings} die(); }}"
    wiki.configure(settings)
    found = list(wiki.site.history(title))
    assert [each.id for each in found] == ids
    assert [each.text for each in found] == [f"متن {number}" for number in range(11)]
    api = list(wiki.site._ask_on({"prop": "revisions", "titles": title, "rvdir": "newer",
        "rvprop": "ids|timestamp|user|comment|sha1|flags|content", "rvslots": "main",
        "rvlimit": "max"}, _revisions_in, title))  # fmt: skip
    assert [each for some in api for each in some] == found
    assert [each.id for each in wiki.site.history(title, since=ids[4])] == ids[5:]


def made_at(wiki: Wiki, revision: int, time: str) -> None:
    """Let a revision have another time, as imported ones do."""
    statement = "UPDATE revision SET rev_timestamp = ? WHERE rev_id = ?"
    wiki.execute("wiki", statement, time, revision)


def test_revisions_of_an_earlier_time_stand_where_their_time_is(wiki: Wiki, title: str) -> None:
    first, imported, latest = (put(wiki, title, text) for text in ("پہلا", "دوسرا", "تیسرا"))
    made_at(wiki, imported, "20040101000000")
    assert [each.id for each in wiki.site.history(title)] == [imported, first, latest]
    assert [each.id for each in wiki.site.history(title, since=first)] == [latest]
    assert [each.id for each in wiki.site.after(title, first)] == [latest]
    assert save(wiki.site, Draft(title, "نیا", "", latest), QUICK).how == "saved"


def test_what_was_saved_onto_a_revision_of_the_future_is_found(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    made_at(wiki, base, "20990101000000")
    saved = wiki.site.save(Draft(title, "نیا", "", base))
    assert [each.id for each in wiki.site.after(title, base)] == [saved.revision]


# -- saving: every row of the table ---------------------------------------------------------------


def refused(wiki: Wiki, draft: Draft) -> RefusedError:
    """Return the wiki's refusal of a draft that is sent once; nothing may be saved."""
    before = wiki.site.current(draft.title)
    with pytest.raises(RefusedError) as raised:
        wiki.site.save(draft)
    assert wiki.site.current(draft.title) == before
    error = raised.value
    assert error.code == "captcha" or error.said
    return error


def test_an_overlapping_change_is_a_conflict(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    put(wiki, title, LINES.replace("دوسری", "کوئی اور"))
    error = refused(wiki, Draft(title, LINES.replace("دوسری", "ہماری"), "", base))
    assert isinstance(error, ConflictError)
    assert error.code == "editconflict"


@pytest.mark.parametrize("who", ["another person", "ourselves"])
def test_a_change_elsewhere_is_merged_and_that_is_told(wiki: Wiki, title: str, who: str) -> None:
    base = put(wiki, title)
    theirs = LINES.replace("پہلی", "کوئی اور")
    between = (put if who == "another person" else put_ours)(wiki, title, theirs)
    draft = Draft(title, LINES.replace("چوتھی", "ہماری"), "خلاصہ", base)
    outcome = save(wiki.site, draft, QUICK)
    assert outcome.how == "merged"
    merged = wiki.site.current(title)
    assert merged
    assert (merged.id, merged.parent) == (outcome.revision, between)
    assert merged.text == theirs.replace("چوتھی", "ہماری")


def test_zero_as_a_base_overwrites_so_it_is_never_sent(wiki: Wiki, title: str) -> None:
    put(wiki, title)
    answer = wiki.admin.write(action="edit", title=title, text="x", baserevid=0)
    assert answer["edit"]["result"] == "Success"
    assert refused(wiki, Draft(title, "y", "", 0)).code == "articleexists"


def test_a_deleted_page_is_not_made_anew(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    wiki.admin.write(action="delete", title=title)
    error = refused(wiki, Draft(title, "x", "", base))
    assert isinstance(error, ConflictError)
    assert error.code == "missingtitle"
    # A client that names only the base makes it anew.
    answer = wiki.admin.write(action="edit", title=title, text="x", baserevid=base)
    assert answer["edit"]["result"] == "Success"


def test_a_page_deleted_since_work_began_is_not_made_anew(wiki: Wiki, title: str) -> None:
    put(wiki, title)
    wiki.admin.write(action="delete", title=title)
    started = datetime.now(UTC) - timedelta(minutes=5)
    error = refused(wiki, Draft(title, "x", "", None, started))
    assert isinstance(error, ConflictError)
    assert error.code == "pagedeleted"
    assert wiki.site.save(Draft(title, "x", "", None)).revision


def test_a_page_deleted_and_made_anew_is_a_conflict(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    wiki.admin.write(action="delete", title=title)
    put(wiki, title, "نیا")
    with pytest.raises(ConflictError):
        save(wiki.site, Draft(title, "x", "", base), QUICK)
    assert texts(wiki, title) == ["نیا"]


@pytest.mark.parametrize(("redirect", "code"), [(True, "editconflict"), (False, "missingtitle")])
def test_a_page_that_was_moved_is_a_conflict(
    wiki: Wiki, title: str, redirect: bool, code: str
) -> None:
    base = put(wiki, title)
    more = {} if redirect else {"noredirect": 1}
    wiki.admin.write(action="move", **{"from": title, "to": f"{title} نیا"}, **more)
    error = refused(wiki, Draft(title, "x", "", base))
    assert isinstance(error, ConflictError)
    assert error.code == code
    assert wiki.site.title_of(base) == f"{title} نیا"


def test_a_new_page_that_somebody_made_is_a_conflict(wiki: Wiki, title: str) -> None:
    put(wiki, title)
    error = refused(wiki, Draft(title, "x", "", None))
    assert isinstance(error, ConflictError)
    assert error.code == "articleexists"


def test_a_text_damaged_on_its_way_is_not_saved(
    wiki: Wiki, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = wiki.site._edit
    monkeypatch.setattr(wiki.site, "_edit", lambda draft: edit(draft) | {"text": "خراب"})
    error = refused(wiki, Draft(title, "متن", "", None))
    assert (error.code, error.may_wait) == ("badmd5", 0)


def test_a_text_that_is_there_already_makes_no_revision(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    assert wiki.site.save(Draft(title, LINES, "", base)) == Saved(None, base, None)
    assert save(wiki.site, Draft(title, LINES, "", base), QUICK) == ("unchanged", base)
    assert texts(wiki, title) == [LINES]


def filtered(wiki: Wiki, title: str, action: str, parameter: str) -> None:
    """Let AbuseFilter act upon every edit of a page."""
    pattern = f'page_title == "{title}"'
    wiki.execute(
        "wiki",
        "INSERT INTO abuse_filter (af_pattern, af_user, af_user_text, af_timestamp, af_actions,"
        " af_public_comments, af_comments) VALUES (?, 1, 'Admin', '20240101000000', ?, 'x', '')",
        pattern.encode(),
        action,
    )
    wiki.execute(
        "wiki",
        "INSERT INTO abuse_filter_action VALUES ((SELECT max(af_id) FROM abuse_filter), ?, ?)",
        action,
        parameter.encode(),
    )


def protected(wiki: Wiki, title: str) -> None:
    wiki.admin.write(action="protect", title=title, protections="edit=sysop")


class Case(NamedTuple):
    """A refusal: how it comes about, and the code and words that are told."""

    code: str
    message: str
    arrange: Callable[[Wiki, str], object] = lambda _wiki, _title: None
    settings: str | None = None
    may_wait: bool = False
    change: dict[str, Any] = {}  # noqa: RUF012 - of the draft
    changed_title: str | None = None


CAPTCHA = """
wfLoadExtensions( [ 'ConfirmEdit', 'ConfirmEdit/QuestyCaptcha' ] );
$wgCaptchaTriggers['edit'] = $wgCaptchaTriggers['create'] = true;
$wgCaptchaQuestions = [ 'x' => 'y' ];
$wgGroupPermissions['bot']['skipcaptcha'] = $wgGroupPermissions['user']['skipcaptcha'] = false;
"""
LIMIT = """
$wgMainCacheType = CACHE_DB;
$wgRateLimits['edit']['user'] = $wgRateLimits['edit']['newbie'] = [ 0, 60 ];
"""
LAG = """
$wgHooks['ApiMaxLagInfo'][] = static function ( &$lag ) {
    $lag = [ 'host' => 'db1', 'lag' => 99, 'type' => 'db' ];
};
"""
REFUSALS = {
    "an unknown tag": Case("badtags", "no such change tag", change={"tags": ("انجان",)}),
    "a filter forbids": Case(
        "abusefilter-disallowed",
        "a filter of the wiki forbids",
        lambda wiki, title: filtered(wiki, title, "disallow", "abusefilter-disallowed"),
    ),
    "a filter warns": Case(
        "abusefilter-warning",
        "nothing was saved",
        lambda wiki, title: filtered(wiki, title, "warn", "abusefilter-warning"),
    ),
    "the title is on a blacklist": Case(
        "titleblacklist-forbidden",
        "is on the wiki's blacklist",
        lambda wiki, title: put(wiki, "میڈیاویکی:Titleblacklist", f".*{title}.*"),
        change={"base": None},
        changed_title="ممنوع عنوان",
    ),
    "an address is on a blacklist": Case(
        "spamblacklist",
        "a web address in the text",
        lambda wiki, _: put(wiki, "میڈیاویکی:Spam-blacklist", "spam\\.example"),
        change={"text": "https://spam.example/x"},
    ),
    "protected": Case("protectedpage", "is protected", protected),
    "a text of the interface": Case(
        "protectednamespace-interface",
        "a text of the interface",
        change={"base": None},
        changed_title="میڈیاویکی:Example",
    ),
    "too large": Case(
        "contenttoobig",
        "larger than the wiki allows",
        settings="$wgMaxArticleSize = 1;",
        change={"text": "متن " * 400},
    ),
    "a captcha": Case("captcha", "a captcha", settings=CAPTCHA),
    "read-only": Case(
        "readonly", "read-only", settings="$wgReadOnly = 'دیکھ بھال';", may_wait=True
    ),
    "the rate limit": Case("ratelimited", "rate limit", settings=LIMIT, may_wait=True),
    "lagging databases": Case("maxlag", "lag behind", settings=LAG, may_wait=True),
    "no right to edit": Case(
        "permissiondenied",
        "may not",
        settings="$wgGroupPermissions['*']['edit'] = $wgGroupPermissions['user']['edit'] ="
        " $wgGroupPermissions['bot']['edit'] = false;",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_is_told_by_its_code_and_saves_nothing(wiki: Wiki, title: str, name: str) -> None:
    case = REFUSALS[name]
    title = case.changed_title or title
    base = None if "base" in case.change else put(wiki, title)
    case.arrange(wiki, title)
    wiki.configure(case.settings)
    error = refused(wiki, Draft(title, "نیا متن", "", base)._replace(**case.change))
    assert error.code == case.code
    assert case.message in str(error)
    assert (error.may_wait is not None) == case.may_wait
    assert not isinstance(error, ConflictError)


def test_a_warning_of_a_filter_is_not_passed_by_a_second_try(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    filtered(wiki, title, "warn", "abusefilter-warning")
    with pytest.raises(RefusedError):
        save(wiki.site, Draft(title, "x", "", base), QUICK)
    assert texts(wiki, title) == [LINES]
    # A client that sends it again has passed.
    assert wiki.site.save(Draft(title, "x", "", base)).revision


def test_a_warning_whose_answer_was_lost_is_not_passed_either(
    wiki: Wiki, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = put(wiki, title)
    filtered(wiki, title, "warn", "abusefilter-warning")
    wiki.site.account()
    send, sent = wiki.site._exchange, []

    def lose_the_first(parameters: dict[str, str]) -> dict[str, Any]:
        answer = send(parameters)
        sent.append(parameters["action"])
        if sent.count("edit") == 1:
            monkeypatch.undo()
            raise UnansweredError("lost")
        return answer

    monkeypatch.setattr(wiki.site, "_exchange", lose_the_first)
    with pytest.raises(RefusedError) as raised:
        save(wiki.site, Draft(title, "x", "", base), QUICK)
    assert raised.value.code == "abusefilter-warning"
    assert texts(wiki, title) == [LINES]


def test_a_blocked_account(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    wiki.admin.write(action="block", user="Bot", nocreate=1)
    try:
        assert wiki.site.account().is_blocked
        error = refused(wiki, Draft(title, "x", "", base))
    finally:
        wiki.admin.write(action="unblock", user="Bot")
    assert error.code == "blocked"
    assert "blocked from editing" in str(error)


def test_the_rate_limit_is_known_beforehand(wiki: Wiki) -> None:
    wiki.configure("$wgRateLimits['edit']['user'] = [ 8, 60 ];")
    assert wiki.site.account().limits == (8, 60)


# -- the session ----------------------------------------------------------------------------------


def test_a_lost_session_saves_nothing_and_the_next_try_logs_in_again(
    wiki: Wiki, title: str
) -> None:
    base = put(wiki, title)
    wiki.site.account()
    wiki.lose_session()
    error = refused_session(wiki, Draft(title, "x", "", base))
    assert error.code in ("badtoken", "assertuserfailed", "assertnameduserfailed")
    wiki.lose_session()
    assert save(wiki.site, Draft(title, "x", "", base), QUICK).how == "saved"
    assert users(wiki, title) == ["Admin", "Bot"]


def refused_session(wiki: Wiki, draft: Draft) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        wiki.site.save(draft)
    return raised.value


def test_without_a_session_a_fresh_token_never_saves_as_an_ip(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    wiki.site.account()
    wiki.lose_session()
    wiki.site._token = "+\\"  # noqa: S105 - what the wiki gives to whom it does not know
    error = refused_session(wiki, Draft(title, "x", "", base))
    assert error.code in ("assertuserfailed", "assertnameduserfailed")
    assert users(wiki, title) == ["Admin"]
    # This is what it guards against.
    answer = wiki.anybody(action="edit", title=title, text="x", token="+\\")  # noqa: S106
    assert answer["edit"]["result"] == "Success"
    assert users(wiki, title) == ["Admin", "127.0.0.1"]


def test_questions_log_in_again_too(wiki: Wiki, title: str) -> None:
    wiki.site.account()
    wiki.lose_session()
    assert wiki.site.account().name == "Bot"
    wiki.lose_session()
    assert "صارف:Bot" in wiki.site.stored(title, "~~~~")


@pytest.mark.parametrize(
    ("user", "bot", "secret"),
    [("Bot", "homs-wiki", "x" * 32), ("Bot", "other", None), ("Nobody", "homs-wiki", None)],
    ids=["a wrong secret", "an unknown bot password", "an unknown account"],
)
def test_a_login_that_fails_is_told_and_not_tried_again(
    wiki: Wiki, title: str, user: str, bot: str, secret: str | None
) -> None:
    password = BotPassword(user, bot, secret or wiki.local.accounts.bot.secret or "")
    site = PywikibotSite(Site("test", wiki.local.api, "test", user, bot), password, patience=QUICK)
    with site, pytest.raises(LoginError, match=f"does not log in {user}@{bot}") as raised:
        site.save(Draft(title, "x", "", None))
    assert password.password not in str(raised.value)
    assert wiki.site.current(title) is None


def test_a_session_that_is_lost_right_after_the_login_is_no_failed_login(
    wiki: Wiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site_on(wiki.local) as site:
        log_in = site._login_with

        def lose(secret: BotPassword) -> None:
            log_in(secret)
            monkeypatch.undo()
            site._session.cookies.clear()

        monkeypatch.setattr(site, "_login_with", lose)
        assert site.account().name == "Bot"


def test_an_account_of_another_name_is_not_used(wiki: Wiki, title: str) -> None:
    bot = wiki.local.accounts.bot
    password = BotPassword(bot.user, bot.app or "", bot.secret or "")
    site = PywikibotSite(Site("test", wiki.local.api, "test", "Admin", bot.app), password)
    with site, pytest.raises(LoginError, match="knows us as Bot, not as Admin"):
        site.save(Draft(title, "x", "", None))
    assert wiki.site.current(title) is None


def test_a_site_that_was_closed_can_be_used_again(wiki: Wiki) -> None:
    site = site_on(wiki.local)
    assert site.account().name == "Bot"
    site.close()
    assert site.account().name == "Bot"
    site.close()
    site.close()


def test_nobody_there_is_no_answer() -> None:
    password = BotPassword("Bot", "x", "secret")
    site = PywikibotSite(
        Site("test", "http://127.0.0.1:9/api.php", "test", "Bot", "x"), password, patience=QUICK
    )
    with site, pytest.raises(UnansweredError, match="no answer from http://127"):
        site.facts()


# -- facts that the design stands on --------------------------------------------------------------


def test_a_base_time_makes_the_base_revision_void(wiki: Wiki, title: str) -> None:
    base = put(wiki, title)
    wiki.admin.edit(title, "دوسرا")
    stamp = wiki.admin(action="query", prop="revisions", titles=title)["query"]["pages"][0]
    time = stamp["revisions"][0]["timestamp"]
    answer = wiki.admin.write(
        action="edit", title=title, text="تیسرا", baserevid=base, basetimestamp=time
    )
    assert answer["edit"]["result"] == "Success"  # and the second text is overwritten
    assert "basetimestamp" not in wiki.site._edit(Draft(title, "x", "", base))


def test_two_edits_in_one_second_are_told_apart_by_the_base_revision(
    wiki: Wiki, title: str
) -> None:
    for _ in range(5):
        base, theirs = put(wiki, title, "پہلا"), put(wiki, title, "دوسرا")
        both = [wiki.site.revision(base), wiki.site.revision(theirs)]
        if both[0].time == both[1].time:
            break
    with pytest.raises(ConflictError):
        save(wiki.site, Draft(title, "تیسرا", "", base), QUICK)


@pytest.mark.parametrize(
    "text",
    [
        "دستخط ~~~ اور ~~~~",
        "[[حمص (شہر)|]] [[|شہر]]",
        "{{نقل:X1}} {{subst:X1}} {{جا:X1}} {{محفوظ نقل:X1}} {{محفوظ_نقل:X1}}",
        "<nowiki>~~~~ {{نقل:X1}}</nowiki> <!-- ~~~~ --> <ref>{{نقل:X1}}</ref>",
        "{{نقل:نہیں ہے}}",
        "== سرخی ==\n\n* a\n* b\n\n{{نقل:#if:1|ہاں}}",
    ],
)
def test_what_the_wiki_says_it_would_store_it_stores(wiki: Wiki, title: str, text: str) -> None:
    if wiki.site.current("سانچہ:X1") is None:
        put(wiki, "سانچہ:X1", "[[حمص]] {{{1|}}}<noinclude>نہیں</noinclude>")
    said = wiki.site.stored(title, text)
    wiki.site.save(Draft(title, text, "", None))
    current = wiki.site.current(title)
    assert current
    assert said == current.text
    # Once transformed, there is nothing left to transform, so a stored text can be sent safely.
    assert wiki.site.stored(title, said) == said
    if said != text:
        assert expected_changes(text, wiki.site.profile)


TEXTS = {
    "CRLF": "پہلی\r\nدوسری\rتیسری",
    "NFD": "کا\u0653 ب e\u0301 \u0627\u0654 لاہور",
    "C0 and noncharacters": "a\x01b\x0bc\x0cd\x1fe\ufffef\uffff\tg",
    "a lone surrogate": "a\ud800b",
    "blanks at the end": "متن \t\n\n \n",
    "blanks at the beginning": "\n\n  متن",
    "white space of Unicode at the end": "متن\u00a0\u3000",
    "only blanks": " \n ",
    "marks of direction": "\u200f(حمص)\u200e \u2067x\u2069 \u202bx\u202c \u061c",
    "joiners": "می\u200cخواهم بے\u200dشک \u200b\u2060",
    "a byte order mark": "\ufeffa\ufeffb",
    "presentation forms": "ﷺ ﻻ ﭘ",
    "outside the basic plane": "𝒳 🕌 \U000e0001",
    "private use and C1": "\ue000 \x80\x9f",
    "entities": "&nbsp;&#x202b;&amp;",
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_back_as_was_said_beforehand(wiki: Wiki, title: str, name: str) -> None:
    text = TEXTS[name]
    sent = normalised(text)
    assert all(change.is_certain for change in expected_changes(text, wiki.site.profile))
    assert bool(expected_changes(text, wiki.site.profile)) == (sent != text)
    outcome = save(wiki.site, Draft(title, sent, "", None), QUICK)
    current = wiki.site.current(title)
    assert current
    assert (outcome.how, current.text, current.sha1) == ("saved", sent, sha1_of(sent))
    # And the wiki would have made the same of it by itself.
    raw = wiki.admin.edit(f"{title} خام", text.encode("utf-8", "surrogatepass"))
    assert raw["edit"]["result"] == "Success"
    assert wiki.admin.text(f"{title} خام") == sent


@pytest.mark.parametrize(
    "summary",
    [
        " خلاصہ  \n دو سطر ",
        "== سرخی ==",
        "=",
        "= a",
        "e\u0301 ک",
        "ح" * 700,
        "ab " * 300,
        "<b> [[حمص]] ~~~~ {{نقل:X1}}",
        "\u200f(حمص)\u200f",
    ],
)
def test_a_summary_is_kept_as_it_was_sent(wiki: Wiki, title: str, summary: str) -> None:
    from homs_wiki.wiki.saving import stored_summary

    base = put(wiki, title)
    save(wiki.site, Draft(title, "x", summary, base), QUICK)
    current = wiki.site.current(title)
    assert current
    assert current.comment == stored_summary(summary)


CITE = {
    '<ref dir="xyz">x</ref>': "ref_invalid_dir",
    '<ref name="12">x</ref>': "ref_numeric_key",
    '<ref name="007">x</ref>': "ref_numeric_key",
    '<ref name="۱۲">x</ref>': None,
    '<ref name="-1">x</ref>': None,
    '<ref name="1.5">x</ref>': None,
    "<ref />": "ref_no_key",
    '<ref name="" />': "ref_no_key",
    '<ref foo="b">x</ref>': "ref_too_many_keys",
    "<ref name=two words>x</ref>": "ref_too_many_keys",
    "<ref></ref>": "ref_no_input",
    "<ref> </ref>": "ref_no_input",
    "<ref>a <ref>b</ref></ref>": "included_ref",
    '{{#tag:references|<ref name="a">x</ref><references/>}}': "included_references",
    '<ref name="a">x</ref><ref name="a">y</ref>': "references_duplicate_key",
    '<ref name="a">x</ref><ref name="a">x </ref>': "references_duplicate_key",
    '<ref name="a" /><references/>': "references_no_text",
    '<ref name="a_b">x</ref><ref name="A b" /><references/>': "references_no_text",
    '<ref name="e\u0301">x</ref><ref name="\u00e9" /><references/>': None,
    '<ref group="n">x</ref>': "group_refs_without_references",
    '<references foo="1"/>': "references_invalid_parameters",
    '<references group="g"><ref name="a" group="h">x</ref></references>': (
        "references_group_mismatch"
    ),
    '<references><ref name="a">x</ref></references>': "references_missing_group",
    '<ref>y</ref><references><ref name="a">x</ref></references>': "references_missing_key",
    "<references><ref>x</ref></references>": "references_no_key",
    '<ref name="a"/><references><ref name="a" /></references>': "empty_references_define",
    # Silent: these are for the linter.
    "<ref>x": None,
    "x</ref>": None,
    "<ref>x</ref><references>": None,
    "<ref name=“a”>x</ref>": None,
    '<ref name="a>x</ref>': None,
    '<ref follow="b">x</ref>': None,
    "<ref>x</ref>": None,
}


def cite_errors(html: str) -> list[str]:
    """Return the errors of Cite in a page whose messages are their names."""
    return re.findall(r"\(cite_(?:error|warning)_(\w+)", unescape(html))


@pytest.mark.parametrize("text", CITE)
def test_errors_of_cite_are_read_from_the_rendered_page(wiki: Wiki, title: str, text: str) -> None:
    found = cite_errors(wiki.site.render(title, text, "qqx").html)
    expected = CITE[text]
    assert found == [] if expected is None else expected in found


def test_too_few_labels_of_a_group(wiki: Wiki, title: str) -> None:
    put(wiki, "میڈیاویکی:Cite link label group-آزمائش", "a b")
    text = '<ref group="آزمائش">x</ref>' * 3 + '<references group="آزمائش" />'
    assert "no_link_label_group" in cite_errors(wiki.site.render(title, text, "qqx").html)


# -- answers that are none ------------------------------------------------------------------------


class Answer:
    """What the network may bring in place of the API's answer."""

    def __init__(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.content, self.status_code, self.headers = content, status, headers
        self.is_redirect = status in (301, 302, 307, 308)
        self.encoding, self.ok, self.reason, self.url = "utf-8", status < 400, "x", "http://x/"
        self.request = SimpleNamespace(headers={})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(b"<html>502</html>"), "not the API's came .HTTP 200"),
        (Answer(b"<html>", 502), "502"),
        (Answer(b"", 504), "timed out"),
        (Answer(b"", 414), "URI"),
        (Answer(b'{"edit": {"result": "Suc'), "not the API's"),
        (Answer(b"null"), "not the API's"),
        (Answer(b"[]"), "not the API's"),
        (Answer(b"{}"), "not as its API promises"),
        (Answer(b'{"edit": []}'), "not as its API promises"),
        (Answer(b'{"edit": {"result": "Success", "newrevid": 7}}'), "not as its API promises"),
        (Answer(b'{"edit": {"result": "Failure"}}'), "neither yes nor no"),
        (Answer(b'{"errors": [{}]}'), "not as its API promises"),
        (Answer(b'{"errors": [{"code": "internal_api_error_DBQueryError"}]}'), "broke down"),
        (Answer(b'{"error": {}}'), "not as its API promises"),
        (Answer(b"", 307, Location="http://evil.example/"), "elsewhere: at http://evil"),
        (Answer(b"\xff\xfe\x00"), "not the API's"),
    ],
    ids=lambda value: None if isinstance(value, Answer) else value,
)
def test_an_answer_that_makes_no_sense_is_no_answer(
    wiki: Wiki, title: str, answer: Answer, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiki.site.account()
    token = wiki.site._token
    asked: list[tuple[Any, ...]] = []

    def request(*arguments: Any, **more: Any) -> Any:
        asked.append(arguments)
        assert more["allow_redirects"] is False
        return answer

    monkeypatch.setattr(wiki.site._session, "request", request)
    with pytest.raises(UnansweredError, match=message):
        wiki.site.save(Draft(title, "x", "", None))
    assert len(asked) == 1
    wiki.site._token = token
    for question in (wiki.site.facts, lambda: wiki.site.current(title), wiki.site.account):
        asked.clear()
        with pytest.raises(WikiError):
            question()
        assert asked


def test_an_error_in_the_shape_of_old_is_read_too(
    wiki: Wiki, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiki.site.account()
    answers = [Answer(b'{"error": {"code": "assertuserfailed", "info": "x"}}')]
    monkeypatch.setattr(wiki.site._session, "request", lambda *_, **__: answers.pop())
    with pytest.raises(RefusedError) as raised, suppress(IndexError):
        wiki.site.save(Draft(title, "x", "", None))
    assert raised.value.code == "assertuserfailed"

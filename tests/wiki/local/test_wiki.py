"""A real wiki: what it is after it was made, copied and configured."""

import json
import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.wiki.local import FolderError, LocalWiki, NotRunningError, Software

ARTICLE = Path(__file__).parents[3] / "article"
TITLE = "حمص کی جنگ (2024ء)"

Connect = Callable[..., Any]


def test_it_is_as_it_says(read_wiki: LocalWiki, software: Software, client: Connect) -> None:
    answer = client(read_wiki)(
        action="query", meta="siteinfo", siprop="general|extensions|namespaces|magicwords"
    )["query"]
    assert answer["general"]["lang"] == read_wiki.language == "ur"
    assert answer["general"]["rtl"] is True
    assert answer["general"]["generator"] == f"MediaWiki {software.version}"
    assert answer["general"]["server"] == read_wiki.url
    on = {each["name"].replace(" ", "") for each in answer["extensions"]}
    assert on >= set(software.extensions)
    assert answer["namespaces"]["4"]["name"] == "ویکیپیڈیا"


def test_accounts_have_their_groups(read_wiki: LocalWiki, client: Connect) -> None:
    for account, group in ((read_wiki.accounts.admin, "sysop"), (read_wiki.accounts.bot, "bot")):
        info = client(read_wiki, account)(
            action="query", meta="userinfo", uiprop="groups|rights|ratelimits"
        )["query"]["userinfo"]
        assert info["name"] == account.user
        assert group in info["groups"]
        assert {"edit", "noratelimit", "editprotected"} & {*info["rights"]} >= {"edit"}


def test_passwords_are_for_the_owner_alone(read_wiki: LocalWiki) -> None:
    assert stat.S_IMODE(read_wiki.accounts_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(read_wiki.folder.joinpath("wiki").stat().st_mode) == 0o700
    shown = repr(read_wiki.accounts) + repr(read_wiki.settings) + repr(read_wiki)
    for account in read_wiki.accounts:
        assert account.password not in shown
        assert str(account.secret) not in shown


def test_passwords_are_nowhere_but_in_their_file(read_wiki: LocalWiki) -> None:
    secrets = [
        secret.encode()
        for account in read_wiki.accounts
        for secret in (account.password, str(account.secret))
    ]
    assert len(set(secrets)) == 4
    for path in read_wiki.folder.rglob("*"):
        if path.is_file() and path != read_wiki.accounts_file:
            content = path.read_bytes()
            assert not any(secret in content for secret in secrets), path


def test_the_article_looks_right(wiki: LocalWiki, client: Connect) -> None:
    bot = client(wiki, wiki.accounts.bot)
    text = (ARTICLE / "battle-of-homs-2024.wiki").read_text(encoding="utf-8")
    assert bot.edit(TITLE, text)["edit"]["result"] == "Success"
    parsed = bot(
        action="parse",
        page=TITLE,
        prop="text|templates",
        uselang="qqx",
        disablelimitreport=True,
    )["parse"]
    html = unescape(parsed["text"])
    assert not re.search(r"\(cite_(?:error|warning)", html)
    assert 'class="error"' not in html
    assert [each["title"] for each in parsed["templates"] if not each["exists"]] == []
    assert html.count('class="citation news"') == text.count("{{cite news")
    assert '<table class="infobox' in html
    assert "float:left" in html
    assert html.count("حوالہ درکار") >= text.count("{{حوالہ درکار")


@pytest.mark.parametrize(
    ("wikitext", "expected"),
    [
        pytest.param(
            "{{cite web |url=http://example.org/ |title=T |website=W |date=5 مئی 2024ء "
            "|access-date=6 مئی 2024ء |language=ar}}",
            "“T” (بزبان عربی)۔ W۔ 5 مئی 2024ء۔ اخذ شدہ بتاریخ 6 مئی 2024ء۔",
            id="a page of the web",
        ),
        pytest.param(
            "{{حوالہ کتاب |مصنف=ا ب |عنوان=کتاب |ناشر=ن |سال اشاعت=2020 |صفحہ=5}}",
            "ا ب (2020)۔ کتاب۔ ن۔ ص۔ 5۔",
            id="a book with Urdu parameters",
        ),
        pytest.param(
            "{{cite news |title=T |work=W |archive-url=http://a.example/ "
            "|archive-date=7 مئی 2024ء |url=http://b.example/}}",
            "“T”۔ W۔ 7 مئی 2024ء کو اصل سے آرکائیو شدہ۔",
            id="an archived page",
        ),
        pytest.param(
            "{{cite journal |last=L |first=F |last2=M |title=T |journal=J |volume=1 |issue=2}}",
            "L، F؛ M۔ “T”۔ J 1 (2)۔",
            id="an article in a journal",
        ),
        pytest.param("{{cite web |url=http://example.org/}}", "عنوان درج نہیں", id="no title"),
        pytest.param("{{fact}}", "[حوالہ درکار]", id="a request under another name"),
        pytest.param("{{start date|2024|12|5}}", "5 دسمبر 2024ء", id="a date"),
        pytest.param("{{lang|ar|حمص}}", "حمص", id="another language"),
        pytest.param("{{short description|x}}", "", id="nothing to see"),
    ],
)
def test_templates_show(
    read_wiki: LocalWiki, client: Connect, wikitext: str, expected: str
) -> None:
    parsed = client(read_wiki)(
        action="parse", text=wikitext, prop="text", contentmodel="wikitext", disablelimitreport=True
    )
    text = unescape(re.sub("<[^>]*>", "", parsed["parse"]["text"]))
    assert " ".join(text.split()) == expected


def test_an_infobox_has_two_sides_or_three(read_wiki: LocalWiki, client: Connect) -> None:
    box = "{{Infobox military conflict |combatant1=A |combatant2=B |casualties3=Z%s}}"
    ask = client(read_wiki)
    for more, columns in (("", 3), ("|combatant3=C", 2)):
        html = ask(action="parse", text=box % more, prop="text", contentmodel="wikitext")
        assert f'<td colspan="{columns}" class="infobox-side' in html["parse"]["text"]
        assert "Z" in html["parse"]["text"]


def test_templates_are_documented(read_wiki: LocalWiki, client: Connect) -> None:
    pages = client(read_wiki)(action="templatedata", titles="Template:Cite web", redirects=True)
    (page,) = pages["pages"].values()
    assert page["params"]["title"]["label"]["ur"] == "عنوان"
    assert "accessdate" in page["params"]["access-date"]["aliases"]


def test_lua_runs(read_wiki: LocalWiki, software: Software, client: Connect) -> None:
    if "Scribunto" not in software.extensions or software.lua is None:
        pytest.skip("Scribunto or Lua is not installed")
    answer = client(read_wiki)(
        action="scribunto-console", title="ماڈیول:آزمائش", content="return {}", question="=6*7"
    )
    assert answer["return"] == "42"


def test_settings_count_from_the_next_request(wiki: LocalWiki, client: Connect) -> None:
    bot = client(wiki, wiki.accounts.bot)
    wiki.configure("read-only", "$wgReadOnly = 'a test';")
    assert bot.edit("الف", "متن")["error"]["code"] == "readonly"
    wiki.configure("read-only", None)
    assert bot.edit("الف", "متن")["edit"]["result"] == "Success"
    wiki.configure("read-only", None)


@pytest.mark.parametrize("name", ["", "../x", "a b", "a.php"])
def test_settings_have_plain_names(stopped_wiki: LocalWiki, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        stopped_wiki.configure(name, "")


def test_an_account_can_be_added(wiki: LocalWiki, client: Connect) -> None:
    editor = wiki.add_account("ایک مدیر")
    assert client(wiki, editor).edit("الف", "متن")["edit"]["result"] == "Success"
    again = wiki.add_account("ایک مدیر", ("sysop",))
    assert again.secret != editor.secret
    assert client(wiki, again).write(action="delete", title="الف")["delete"]


def test_copies_are_independent(prepared_wiki: LocalWiki, tmp_path: Path, client: Connect) -> None:
    with (
        prepared_wiki.copy_to(tmp_path / "a") as one,
        prepared_wiki.copy_to(tmp_path / "b") as other,
    ):
        assert one.url != other.url
        client(one, one.accounts.bot).edit("الف", "یہاں")
        missing = client(other)(action="parse", page="الف", prop="wikitext")
        assert missing["error"]["code"] == "missingtitle"


def test_there_must_be_something_to_copy(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="no test wiki to copy"):
        LocalWiki(tmp_path / "a").copy_to(tmp_path / "b")


def test_a_copy_replaces_nothing(prepared_wiki: LocalWiki, stopped_wiki: LocalWiki) -> None:
    with pytest.raises(FolderError, match="a test wiki already"):
        prepared_wiki.copy_to(stopped_wiki.folder)


def test_a_wiki_that_does_not_run_has_no_address(prepared_wiki: LocalWiki) -> None:
    with pytest.raises(NotRunningError, match="start it"):
        print(prepared_wiki.url)  # noqa: T201 - asking is enough


def test_the_language_is_kept(stopped_wiki: LocalWiki) -> None:
    assert LocalWiki(stopped_wiki.folder).language == "ur"
    with pytest.raises(FolderError, match="'ur', not 'en'"):
        LocalWiki(stopped_wiki.folder, "en").start()


def test_what_cannot_be_read_is_told(stopped_wiki: LocalWiki) -> None:
    settings = stopped_wiki.folder / "wiki" / "settings.json"
    settings.write_text(json.dumps({"language": "ur"}))
    with pytest.raises(FolderError, match="reset the wiki"):
        stopped_wiki.start()
    stopped_wiki.accounts_file.write_text("{}")
    with pytest.raises(FolderError, match="reset the wiki"):
        print(stopped_wiki.accounts)  # noqa: T201 - asking is enough


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api.php", 200),
        ("/index.php/A.b", 404),
        ("/resources/assets/mediawiki.png", 200),
        ("/mw-config/index.php", 403),
        ("/mw-config", 403),
        ("//mw%2Dconfig/./index.php", 403),
        ("/index.php/../mw-config/index.php", 403),
        ("/maintenance/install.php/x", 403),
    ],
)
def test_only_what_a_wiki_needs_is_answered(read_wiki: LocalWiki, path: str, status: int) -> None:
    assert ask(read_wiki, path) == status


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8080", 200), ("127.0.0.1", 200), ("example.org", 403), ("127.0.0.1.x.org", 403)],
)
def test_only_this_machine_is_answered(read_wiki: LocalWiki, host: str, status: int) -> None:
    """A page on the web could give 127.0.0.1 a name of its own, and read what is here."""
    assert ask(read_wiki, "/api.php?action=query&format=json", host) == status


def ask(wiki: LocalWiki, path: str, host: str | None = None) -> int:
    connection = HTTPConnection("127.0.0.1", wiki.port, timeout=60)
    try:
        connection.request("GET", path, headers={"Host": host} if host else {})
        return connection.getresponse().status
    finally:
        connection.close()


def test_clients_may_write_at_the_same_time(wiki: LocalWiki, client: Connect) -> None:
    def write(number: int) -> list[str]:
        bot = client(wiki, wiki.accounts.bot)
        answers = [bot.edit(f"صفحہ {number}", f"متن {turn}") for turn in range(3)]
        return [str(answer.get("edit", answer)["result"]) for answer in answers]

    with ThreadPoolExecutor(3) as threads:
        results = list(threads.map(write, range(3)))
    assert results == [["Success"] * 3] * 3

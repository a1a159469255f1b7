"""Real wikis for the tests: made once, and copied for each test that changes something.

Where MediaWiki or PHP is missing, tests that need them are skipped, and say so; with CI=true in the
environment they fail.
"""

import json
import os
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, build_opener

import pytest

from homs_wiki.wiki.local import Account, LocalWiki, MissingSoftwareError, Software, find_software


class Client:
    """As little of a client of the API as will do; ``client(action="query", …)``."""

    def __init__(self, wiki: LocalWiki, account: Account | None) -> None:
        self._api = wiki.api
        self._opener: OpenerDirector = build_opener(
            ProxyHandler({}), HTTPCookieProcessor(CookieJar())
        )
        if account is not None:
            token = self(action="query", meta="tokens", type="login")["query"]["tokens"]
            answer = self(
                action="login",
                lgname=account.login,
                lgpassword=account.secret,
                lgtoken=token["logintoken"],
            )
            assert answer["login"]["result"] == "Success"

    def __call__(self, **parameters: Any) -> Any:
        data = urlencode({**parameters, "format": "json", "formatversion": "2"}).encode()
        with self._opener.open(self._api, data, timeout=60) as answer:
            return json.load(answer)

    def write(self, **parameters: Any) -> Any:
        """Ask for something that needs a token, such as ``action="edit"``."""
        tokens = self(action="query", meta="tokens")["query"]["tokens"]
        return self(**parameters, token=tokens["csrftoken"])

    def edit(self, title: str, text: str) -> Any:
        """Save a page, and return the answer."""
        return self.write(action="edit", title=title, text=text)

    def text(self, title: str) -> str:
        """Return the wikitext of a page."""
        return str(self(action="parse", page=title, prop="wikitext")["parse"]["wikitext"])


@pytest.fixture(scope="session")
def software() -> Software:
    """What a wiki runs on; without it, tests that need one are skipped."""
    try:
        return find_software()
    except MissingSoftwareError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def prepared_wiki(software: Software, tmp_path_factory: pytest.TempPathFactory) -> LocalWiki:
    """A wiki in Urdu that is made and does not run; only to be copied."""
    folder = tmp_path_factory.mktemp("prepared")
    return LocalWiki(folder, "ur", mediawiki=software.mediawiki).prepare()


@pytest.fixture
def stopped_wiki(prepared_wiki: LocalWiki, tmp_path: Path) -> Iterator[LocalWiki]:
    """A wiki of the test's own, which does not run yet; it is stopped in the end."""
    wiki = prepared_wiki.copy_to(tmp_path / "wiki")
    yield wiki
    wiki.stop()


@pytest.fixture
def wiki(stopped_wiki: LocalWiki) -> LocalWiki:
    """A wiki of the test's own that runs."""
    return stopped_wiki.start()


@pytest.fixture(scope="session")
def read_wiki(
    prepared_wiki: LocalWiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalWiki]:
    """A wiki that runs, for tests that change nothing."""
    with prepared_wiki.copy_to(tmp_path_factory.mktemp("read")) as wiki:
        yield wiki


@pytest.fixture(scope="session")
def client() -> Callable[..., Client]:
    """Return a function: a wiki, and an account or None, to a client of its API."""

    def connect(wiki: LocalWiki, account: Account | None = None) -> Client:
        return Client(wiki, account)

    return connect

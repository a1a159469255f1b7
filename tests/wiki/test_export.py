"""What Special:Export sends."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from homs_wiki.wiki.export import ExportError, read_export
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.site import Revision

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base_36(text: str) -> str:
    number, digits = int(sha1_of(text), 16), ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits.rjust(31, "0")


def export(*revisions: str) -> bytes:
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="ur">'
        "<siteinfo><sitename>x</sitename></siteinfo><page><title>حمص</title><ns>0</ns><id>9</id>"
        f"{''.join(revisions)}</page></mediawiki>"
    ).encode()


def revision(number: int, said: str, /, **other: str) -> str:
    contributor = "<contributor><username>صارف</username><id>3</id></contributor>"
    parts = {
        "id": f"<id>{number}</id><parentid>{number - 1}</parentid>",
        "time": "<timestamp>2024-12-08T06:00:00Z</timestamp>",
        "contributor": contributor,
        "minor": "<minor />",
        "comment": "<comment>خلاصہ &amp; &lt;b&gt;</comment>",
        "text": f'<text bytes="9" xml:space="preserve">{said}</text>',
        "sha1": f"<sha1>{base_36(said)}</sha1>",
        **other,
    }
    return f"<revision>{''.join(parts.values())}</revision>"


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
def test_revisions_come_whole_however_they_are_cut(size: int) -> None:
    content = export(revision(7, "متن\n\nدوسرا "), revision(8, ""))
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    time = datetime(2024, 12, 8, 6, tzinfo=UTC)
    first = Revision(
        7, 6, time, "صارف", "خلاصہ & <b>", sha1_of("متن\n\nدوسرا "), "متن\n\nدوسرا ", True
    )
    second = first._replace(id=8, parent=7, text="", sha1=sha1_of(""))
    assert list(read_export(chunks)) == [first, second]


def test_each_comes_as_soon_as_it_is_there() -> None:
    content = export(revision(7, "متن"), revision(8, "متن"))
    middle = content.index(b"</revision>") + len(b"</revision>")

    def chunks() -> Iterator[bytes]:
        yield content[:middle]
        pytest.fail("the next was asked for too early")

    assert next(read_export(chunks())).id == 7


def test_what_is_hidden_is_none() -> None:
    (hidden,) = read_export(
        [
            export(
                revision(
                    7,
                    "",
                    contributor='<contributor deleted="deleted" />',
                    comment='<comment deleted="deleted" />',
                    text='<text bytes="9" deleted="deleted" />',
                    sha1="<sha1 />",
                    minor="",
                )
            )
        ]
    )
    assert hidden[3:] == (None, None, None, None, False, ())


def test_an_ip_and_no_comment() -> None:
    (found,) = read_export(
        [export(revision(7, "", contributor="<contributor><ip>::1</ip></contributor>", comment=""))]
    )
    assert (found.user, found.comment) == ("::1", "")


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mediawiki>&b;</mediawiki>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><title>x</title>",
        b"\xff",
        BOMB,
        export(revision(7, "متن", sha1="<sha1>1</sha1>")),
        export(revision(7, "متن", time="")),
        export(revision(7, "متن", id="<id>x</id>")),
        export(revision(7, "متن"))[:-20],
    ],
    ids=["nothing", "html", "no utf-8", "entities", "another text", "no time", "no id", "cut"],
)
def test_what_is_no_export_is_an_error(content: bytes) -> None:
    with pytest.raises(ExportError):
        list(read_export([content]))


def test_an_error_comes_behind_what_was_whole() -> None:
    content = export(revision(7, "متن"), revision(8, "متن", time=""))
    middle = content.index(b"</revision>") + len(b"</revision>")
    reading = read_export([content[:middle], content[middle:]])
    assert next(reading).id == 7
    with pytest.raises(ExportError):
        list(reading)

"""Words to put into pages, by language; sentences and titles are made up for this purpose."""

from typing import NamedTuple


class Words(NamedTuple):
    """What can be put into a page of one language.

    Attributes:
        words: common words that name no number and no month.
        sentences: sentences that fit nearly anywhere, without numbers.
        titles: titles of sections, of works, of pages to link to and of categories.
        works: names of newspapers and websites.
    """

    words: tuple[str, ...]
    sentences: tuple[str, ...]
    titles: tuple[str, ...]
    works: tuple[str, ...]


_ENGLISH = Words(
    (
        "careful", "northern", "quiet", "village", "harbour", "earlier", "probably", "narrow",
        "wooden", "frequent", "local", "officials", "remained", "several", "improved", "gradual",
        "rarely", "widely", "formal", "sudden", "bridge", "orchard", "pottery", "lantern",
        "complete", "distant", "meadow", "rebuilt", "southern", "steady", "moderate", "copper",
    ),
    (
        "Visitors were asked to leave their boots at the wooden gate.",
        "The mayor later apologised for the late delivery of the chairs.",
        "Neighbouring villages kept the custom of lighting lanterns at harvest.",
        "A small bakery near the harbour supplied bread to the crew.",
        "Critics found the lighting of the hall too dim for reading.",
        "Local potters still use clay from the banks of the river.",
        "Heavy snow closed the mountain road and delayed the inspectors.",
        "The choir rehearsed in the empty warehouse behind the station.",
        "Farmers had long asked for a second well beside the orchard.",
        "Nobody has explained why the copper bell was never returned.",
    ),
    (
        "Lighthouse keepers", "Village customs", "River navigation", "Early criticism",
        "Harbour works", "Public gardens", "Weather and roads", "Pottery and glass",
    ),
    ("The Harbour Gazette", "Northern Courier", "Orchard Review", "Lantern Post"),
)  # fmt: skip
_URDU = Words(
    (
        "پرانا", "خاموش", "مقامی", "شمالی", "مشہور", "باقاعدہ", "اچانک", "مضبوط", "کشادہ",
        "دیہاتی", "تاریخی", "بنیادی", "گزشتہ", "اکثر", "بازار", "درخت", "باغات", "کنارے",
    ),
    (
        "مقامی کسانوں نے باغ کے پاس دوسرا کنواں کھودنے کی درخواست کی۔",
        "برف باری سے پہاڑی سڑک بند ہو گئی اور معائنہ کار دیر سے پہنچے۔",
        "بندرگاہ کے قریب ایک چھوٹا تندور مسافروں کو روٹی دیتا تھا۔",
        "گاؤں والے فصل کے موقع پر چراغ جلانے کی رسم نبھاتے رہے۔",
        "ہال کی مدھم روشنی پر لوگوں نے بعد میں اعتراض کیا۔",
    ),
    ("دیہی رسوم", "بندرگاہ کی تعمیر", "باغات اور نہریں", "ابتدائی تنقید"),
    ("روزنامہ بندرگاہ", "ہفت روزہ چراغ"),
)  # fmt: skip

_BY_LANGUAGE = {"ur": _URDU}


def words_of(language: str) -> Words:
    """Return what can be put into pages of a language; English for those without their own."""
    return _BY_LANGUAGE.get(language, _ENGLISH)

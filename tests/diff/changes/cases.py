"""Edits of small pages and what is said of them; all texts were written for these tests."""

from typing import NamedTuple

ENGLISH = """\
{{Infobox military conflict
| conflict = Skirmish at Tarn Ford
| date = 5 December 2024
| place = [[Tarn Ford]]
| casualties1 = 7 killed
}}
The '''skirmish''' took place near [[Tarn Ford|the ford]], 40 km from the coast.<ref name="mill">\
{{cite web |title=The mill and the ford |url=https://example.org/mill |date=2 May 2020}}</ref> It \
began on 5 May 1990.<ref>Plain book, page 7.</ref> The bridge is {{convert|4|km}} away.

== Background ==
For many years the village had asked for a second bridge. Nobody answered its letters.

The council met again in the winter. It decided to build a wall.<ref name="mill" />

* [[Barley]] was sold at the gate.
* Oats were sold at the mill.

{| class="wikitable"
! Crop !! Sacks
|-
| Barley || 12
|-
| Oats || 7
|}

The drought lasted 2000 days.<ref>https://example.org/flood</ref>

=== Early years ===
The first wall was made of clay and straw by the millers.

== Aftermath ==
[[File:Ford.jpg|thumb|The ford in 1991]]
The water rose for three days. Then the people left for the hills. <!-- which hills? -->

== References ==
<references />

[[Category:Skirmishes]]
[[Category:Fords|Tarn]]
[[de:Furt]]
"""

URDU = """\
{{حرب
| محاربہ = معرکۂ گھاٹ
| تاریخ = 5 دسمبر 2024ء
| نقصانات1 = 7
}}
'''معرکہ''' [[گھاٹ|پرانے گھاٹ]] کے قریب ہوا جو ساحل سے 40 کلومیٹر دور ہے۔<ref name="چکی">\
{{حوالہ ویب |title=چکی اور گھاٹ |url=https://example.org/chakki |date=2 مئی 2020ء}}</ref> یہ 5 مئی \
1990ء کو شروع ہوا۔ گاؤں والوں نے دوسرے پل کی درخواست کی تھی۔

== پس منظر ==
مجلس کا اجلاس سردیوں میں دوبارہ ہوا۔ اس نے دیوار بنانے کا فیصلہ کیا۔

[[زمرہ:معرکے]]
"""


class Case(NamedTuple):
    """One edit.

    Attributes:
        name: what an editor would call it.
        find: what is replaced, on the page of its language.
        put: what stands there afterwards.
        expected: kind, subject, before and after of every change; "*" stands for anything.
        language: of the page.
    """

    name: str
    find: str
    put: str
    expected: list[tuple[str, str, str, str]]
    language: str = "en"


_WHITE_SPACE = [("white-space-changed", "", "", "")]

CASES = [
    # What is hardly a change.
    Case("white space in a line", "council met", "council  met", _WHITE_SPACE),
    Case("an empty line more", "letters.\n\n", "letters.\n\n\n", _WHITE_SPACE),
    Case(
        "white space in a heading",
        "== Aftermath ==",
        "==Aftermath==",
        [("white-space-changed", "Aftermath", "== Aftermath ==", "==Aftermath==")],
    ),
    Case(
        "an infobox laid out anew",
        "| conflict = Skirmish at Tarn Ford\n| date = 5 December 2024\n",
        "|date     = 5 December 2024\n|conflict = Skirmish at Tarn Ford\n",
        [("template-reformatted", "Infobox military conflict", "", "")],
    ),
    Case(
        "a citation laid out anew",
        "{{cite web |title=The mill and the ford |url=https://example.org/mill |date=2 May 2020}}",
        "{{cite web\n| url = https://example.org/mill\n| title = The mill and the ford\n"
        "| date = 2 May 2020\n}}",
        [("template-reformatted", "Cite web", "", "")],
    ),
    Case("bold taken off", "'''skirmish'''", "skirmish", [("markup-changed", "", "*", "*")]),
    # Sections.
    Case(
        "section renamed",
        "== Aftermath ==",
        "== What followed ==",
        [("section-renamed", "What followed", "Aftermath", "What followed")],
    ),
    Case(
        "section on another level",
        "=== Early years ===",
        "== Early years ==",
        [("section-level-changed", "Early years", "3", "2")],
    ),
    Case(
        "section renamed and on another level",
        "=== Early years ===",
        "== First years ==",
        [
            ("section-renamed", "First years", "Early years", "First years"),
            ("section-level-changed", "First years", "3", "2"),
        ],
    ),
    Case(
        "section added",
        "== References ==",
        "== Legacy ==\nA stone stands there. It is grey.<ref>Stone list.</ref>\n\n== References ==",
        [("section-added", "Legacy", "", "")],
    ),
    Case(
        "heading put over text that was there",
        "The council met",
        "== Council ==\nThe council met",
        [("section-added", "Council", "", "")],
    ),
    Case(
        "section removed",
        "=== Early years ===\nThe first wall was made of clay and straw by the millers.\n\n",
        "",
        [("section-removed", "Early years", "", "")],
    ),
    # Text.
    Case("number in a sentence", "40 km", "46 km", [("number-changed", "*", "40", "46")]),
    Case(
        "date in a sentence",
        "5 May 1990",
        "5 June 1990",
        [("date-changed", "*", "5 May 1990", "5 June 1990")],
    ),
    Case(
        "words in a sentence",
        "asked for a second bridge",
        "begged for a stone bridge",
        [("sentence-changed", "*", "asked for a second", "begged for a stone")],
    ),
    Case(
        "number and word in a sentence",
        "near [[Tarn Ford|the ford]], 40 km",
        "beside [[Tarn Ford|the ford]], 46 km",
        [("sentence-changed", "*", "near", "beside"), ("number-changed", "*", "40", "46")],
    ),
    Case(
        "sentence added without a reference",
        "It decided to build",
        "Few members came to the hall. It decided to build",
        [("sentence-added", "Few members came to the hall.", "", "Few members came to the hall.")],
    ),
    Case(
        "sentence added with a reference",
        "Nobody answered its letters.",
        "Nobody answered its letters. The post was slow.<ref>Post office list.</ref>",
        [("sentence-added", "The post was slow.", "", "The post was slow.")],
    ),
    Case(
        "sentence removed with its reference",
        " It began on 5 May 1990.<ref>Plain book, page 7.</ref>",
        "",
        [("sentence-removed", "It began on 5 May 1990.", "It began on 5 May 1990.", "")],
    ),
    Case(
        "sentences in another order",
        "The water rose for three days. Then the people left for the hills.",
        "Then the people left for the hills. The water rose for three days.",
        [("sentence-moved", "*", "", "")],
    ),
    Case(
        "paragraph added",
        "The council met",
        "A mill stood there. It was old.\n\nThe council met",
        [("paragraph-added", "A mill stood there. It was old.", "", "*")],
    ),
    Case(
        "paragraph removed",
        "For many years the village had asked for a second bridge. "
        "Nobody answered its letters.\n\n",
        "",
        [("paragraph-removed", "*", "*", "")],
    ),
    Case(
        "paragraph split",
        "winter. It decided",
        "winter.\n\nIt decided",
        [("paragraph-split", "It decided to build a wall.", "", "")],
    ),
    Case(
        "paragraphs joined",
        "letters.\n\nThe council",
        "letters. The council",
        [("paragraph-joined", "The council met again in the winter.", "", "")],
    ),
    Case(
        "list item added",
        "* Oats",
        "* Rye was sold nowhere.\n* Oats",
        [("paragraph-added", "Rye was sold nowhere.", "", "Rye was sold nowhere.")],
    ),
    Case(
        "sentence pasted twice",
        "Nobody answered its letters.",
        "Nobody answered its letters. Nobody answered its letters.",
        [("sentence-added", "Nobody answered its letters.", "", "Nobody answered its letters.")],
    ),
    Case(
        "section split in two",
        "winter. It decided",
        "winter.\n\n=== Wall ===\nIt decided",
        [("section-added", "Wall", "", "")],
    ),
    Case(
        "list item with another mark",
        "* [[Barley]]",
        "** [[Barley]]",
        [("markup-changed", "Barley was sold at the gate.", "*", "**")],
    ),
    Case(
        "all items of a list numbered",
        "* [[Barley]] was sold at the gate.\n* Oats",
        "# [[Barley]] was sold at the gate.\n# Oats",
        [("markup-changed", "Barley was sold at the gate.", "*", "#")],
    ),
    Case("named space", "40 km", "40&nbsp;km", _WHITE_SPACE),
    Case(
        "the same number with separators",
        "lasted 2000 days",
        "lasted 2,000 days",
        [("number-changed", "*", "2000", "2,000")],
    ),
    Case(
        "the same date in another form",
        "5 May 1990",
        "May 5, 1990",
        [("date-changed", "*", "5 May 1990", "May 5, 1990")],
    ),
    # Tables.
    Case(
        "row added",
        "|-\n| Oats || 7",
        "|-\n| Rye || 4\n|-\n| Oats || 7",
        [("paragraph-added", "Rye | 4", "", "Rye | 4")],
    ),
    Case(
        "row removed",
        "|-\n| Oats || 7\n",
        "",
        [("paragraph-removed", "Oats | 7", "Oats | 7", "")],
    ),
    Case(
        "row moved",
        "|-\n| Barley || 12\n|-\n| Oats || 7\n",
        "|-\n| Oats || 7\n|-\n| Barley || 12\n",
        [("paragraph-moved", "*", "", "")],
    ),
    Case("number in a cell", "|| 12", "|| 13", [("number-changed", "Barley | 13", "12", "13")]),
    Case(
        "cell added",
        "! Crop !! Sacks",
        "! Crop !! Sacks !! Year",
        [("sentence-changed", "Crop | Sacks | Year", "", "Year")],
    ),
    # References.
    Case(
        "reference added",
        "its letters.",
        "its letters.<ref>Letters, box 4.</ref>",
        [("reference-added", "Letters, box 4.", "", "<ref>Letters, box 4.</ref>")],
    ),
    Case(
        "reference removed",
        "<ref>Plain book, page 7.</ref>",
        "",
        [("reference-removed", "Plain book, page 7.", "<ref>Plain book, page 7.</ref>", "")],
    ),
    Case(
        "reference used once more",
        "its letters.",
        'its letters.<ref name="mill" />',
        [("reference-reused", "mill", "", '<ref name="mill" />')],
    ),
    Case(
        "use of a reference dropped",
        'wall.<ref name="mill" />',
        "wall.",
        [("reference-use-removed", "mill", '<ref name="mill" />', "")],
    ),
    Case(
        "reference named",
        "<ref>Plain book",
        '<ref name="book">Plain book',
        [("reference-renamed", "book", "", "book")],
    ),
    Case(
        "reference behind the full stop",
        "1990.<ref>Plain book, page 7.</ref>",
        "1990<ref>Plain book, page 7.</ref>.",
        [("reference-moved", "Plain book, page 7.", "", "")],
    ),
    Case(
        "number in a reference",
        "Plain book, page 7.",
        "Plain book, page 9.",
        [("number-changed", "Plain book, page 9.", "7", "9")],
    ),
    Case(
        "address made a citation",
        "<ref>https://example.org/flood</ref>",
        "<ref>{{cite web |title=Flood |url=https://example.org/flood}}</ref>",
        [("reference-changed", "Flood", "https://example.org/flood", "*")],
    ),
    Case(
        "reference put before another one",
        'wall.<ref name="mill" />',
        'wall.<ref>Wall list.</ref><ref name="mill" />',
        [("reference-added", "Wall list.", "", "<ref>Wall list.</ref>")],
    ),
    # Citations.
    Case(
        "date of a citation",
        "date=2 May 2020",
        "date=3 May 2020",
        [("parameter-changed", "date", "2 May 2020", "3 May 2020")],
    ),
    Case(
        "title of a citation",
        "title=The mill and",
        "title=A mill and",
        [("parameter-changed", "title", "The mill and the ford", "A mill and the ford")],
    ),
    Case(
        "citation archived",
        "|date=2 May 2020}}",
        "|date=2 May 2020 |archive-url=https://example.com/a |archive-date=3 May 2021}}",
        [
            ("parameter-added", "archive-url", "", "https://example.com/a"),
            ("parameter-added", "archive-date", "", "3 May 2021"),
        ],
    ),
    Case(
        "parameter of a citation removed",
        " |date=2 May 2020",
        "",
        [("parameter-removed", "date", "2 May 2020", "")],
    ),
    Case(
        "kind of a citation changed",
        "{{cite web |title",
        "{{cite news |title",
        [("template-replaced", "Cite news", "Cite web", "Cite news")],
    ),
    Case(
        "kind of a citation changed, and what its publisher is",
        "{{cite web |title=The mill and the ford |url=https://example.org/mill |date=2 May 2020}}",
        "{{cite news |title=The mill and the ford |url=https://example.org/mill |year=2 May 2020}}",
        [
            ("template-replaced", "Cite news", "Cite web", "Cite news"),
            ("parameter-renamed", "year", "date", "year"),
        ],
    ),
    # Infoboxes and other templates.
    Case(
        "field with a number",
        "7 killed",
        "12 killed",
        [("field-changed", "casualties1", "7 killed", "12 killed")],
    ),
    Case(
        "field with a date",
        "date = 5 December 2024",
        "date = 6 December 2024",
        [("field-changed", "date", "5 December 2024", "6 December 2024")],
    ),
    Case(
        "field added",
        "| casualties1",
        "| result = Nobody won\n| casualties1",
        [("field-added", "result", "", "Nobody won")],
    ),
    Case(
        "field renamed",
        "| place = [[Tarn Ford]]",
        "| location = [[Tarn Ford]]",
        [("parameter-renamed", "location", "place", "location")],
    ),
    Case(
        "field removed",
        "| place = [[Tarn Ford]]\n",
        "",
        [("field-removed", "place", "Tarn Ford", "")],
    ),
    Case(
        "reference added to a field",
        "7 killed",
        "7 killed<ref>Casualty list.</ref>",
        [("reference-added", "Casualty list.", "", "<ref>Casualty list.</ref>")],
    ),
    Case(
        "parameter of another template",
        "{{convert|4|km}}",
        "{{convert|5|km}}",
        [("parameter-changed", "1", "4", "5")],
    ),
    Case(
        "template replaced",
        "{{convert|4|km}}",
        "{{cvt|4|km}}",
        [("template-replaced", "Cvt", "Convert", "Cvt")],
    ),
    Case(
        "template added",
        "its letters.",
        "its letters.{{citation needed}}",
        [("template-added", "Citation needed", "", "{{citation needed}}")],
    ),
    # Links, images, categories, languages, comments.
    Case(
        "link with another target",
        "[[Tarn Ford|the ford]]",
        "[[Mill Ford|the ford]]",
        [("link-retargeted", "the ford", "Tarn Ford", "Mill Ford")],
    ),
    Case("link put in", "Oats were", "[[Oats]] were", [("link-added", "Oats", "", "Oats")]),
    Case("link taken off", "[[Barley]]", "Barley", [("link-removed", "Barley", "Barley", "")]),
    Case("category added", "[[Category:Fords", "[[Category:Mills]]\n[[Category:Fords",
         [("category-added", "Mills", "", "[[Category:Mills]]")]),
    Case(
        "category removed",
        "[[Category:Skirmishes]]\n",
        "",
        [("category-removed", "Skirmishes", "[[Category:Skirmishes]]", "")],
    ),
    Case(
        "sort key of a category",
        "Fords|Tarn]]",
        "Fords|Ford]]",
        [("category-changed", "Fords", "Tarn", "Ford")],
    ),
    Case(
        "language link added",
        "[[de:Furt]]\n",
        "[[de:Furt]]\n[[fr:Gué]]\n",
        [("language-link-added", "Gué", "", "[[fr:Gué]]")],
    ),
    Case("image added", "The water rose", "[[File:Hill.jpg|thumb|A hill]]\nThe water rose",
         [("image-added", "Hill.jpg", "", "[[File:Hill.jpg|thumb|A hill]]")]),
    Case(
        "image replaced",
        "File:Ford.jpg",
        "File:Bank.jpg",
        [("image-replaced", "Bank.jpg", "Ford.jpg", "Bank.jpg")],
    ),
    Case(
        "options of an image",
        "|thumb|The ford",
        "|thumb|left|The ford",
        [("image-changed", "Ford.jpg", "", "left")],
    ),
    Case(
        "option and caption of an image",
        "|thumb|The ford in 1991",
        "|frame|The ford in winter",
        [
            ("image-changed", "Ford.jpg", "thumb", "frame"),
            ("sentence-changed", "The ford in winter", "1991", "winter"),
        ],
    ),
    Case(
        "language link to another page",
        "[[de:Furt]]",
        "[[de:Furt (Tarn)]]",
        [("language-link-changed", "Furt (Tarn)", "Furt", "Furt (Tarn)")],
    ),
    Case(
        "number in a caption",
        "The ford in 1991",
        "The ford in 1993",
        [("date-changed", "The ford in 1993", "1991", "1993")],
    ),
    Case(
        "comment changed",
        "<!-- which hills? -->",
        "<!-- which hills? how far? -->",
        [("comment-changed", "which hills? how far?", "*", "*")],
    ),
    # The same in Urdu.
    Case(
        "number in an Urdu sentence",
        "40 کلومیٹر",
        "46 کلومیٹر",
        [("number-changed", "*", "40", "46")],
        "ur",
    ),
    Case(
        "date in an Urdu sentence",
        "5 مئی 1990ء",
        "6 مئی 1990ء",
        [("date-changed", "*", "5 مئی 1990ء", "6 مئی 1990ء")],
        "ur",
    ),
    Case(
        "word in an Urdu sentence",
        "دوسرے پل کی",
        "نئے پل کی",
        [("sentence-changed", "*", "دوسرے", "نئے")],
        "ur",
    ),
    Case(
        "the same number in Urdu digits",
        "40 کلومیٹر",
        "۴۰ کلومیٹر",
        [("number-changed", "*", "40", "۴۰")],
        "ur",
    ),
    Case(
        "Arabic letter in an Urdu word",
        "درخواست کی تھی",
        "درخواست کي تھی",
        [("sentence-changed", "*", "کی", "کي")],
        "ur",
    ),
    Case(
        "joiner in place of a space",
        "گاؤں والوں",
        "گاؤں\u200cوالوں",
        [("sentence-changed", "*", "گاؤں والوں", "گاؤں\u200cوالوں")],
        "ur",
    ),
    Case(
        "vowel mark in a word",
        "معرکہ'''",
        "مَعرکہ'''",
        [("sentence-changed", "*", "معرکہ", "مَعرکہ")],
        "ur",
    ),
    Case(
        "field of an Urdu infobox",
        "نقصانات1 = 7",
        "نقصانات1 = 12",
        [("field-changed", "نقصانات1", "7", "12")],
        "ur",
    ),
    Case(
        "date of an Urdu citation",
        "date=2 مئی 2020ء",
        "date=3 مئی 2020ء",
        [("parameter-changed", "date", "2 مئی 2020ء", "3 مئی 2020ء")],
        "ur",
    ),
    Case(
        "Urdu sentence added",
        "یہ 5 مئی",
        "اس میں کوئی زخمی نہیں ہوا۔ یہ 5 مئی",
        [("sentence-added", "اس میں کوئی زخمی نہیں ہوا۔", "", "اس میں کوئی زخمی نہیں ہوا۔")],
        "ur",
    ),
    Case(
        "Urdu link with another target",
        "[[گھاٹ|پرانے",
        "[[دریا|پرانے",
        [("link-retargeted", "پرانے گھاٹ", "گھاٹ", "دریا")],
        "ur",
    ),
    Case(
        "Urdu category added",
        "[[زمرہ:معرکے]]\n",
        "[[زمرہ:معرکے]]\n[[زمرہ:گھاٹ]]\n",
        [("category-added", "گھاٹ", "", "[[زمرہ:گھاٹ]]")],
        "ur",
    ),
]  # fmt: skip

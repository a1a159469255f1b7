"""Triggers that many rules share.

A rule that looks at the text as MediaWiki reads it may find ``<small>`` in ``<sm<!-- -->all>``.
So among the triggers of such a rule is also what MediaWiki takes out of a page, `CUT`.
"""

from __future__ import annotations

from typing import Final

CUT: Final = ("<!--", "noinclude", "onlyinclude", "includeonly")
"""Of all that is gone before MediaWiki reads links, tags and tables."""

HTTP_LINK: Final = ("[http", *CUT)
"""Of external links in brackets, as most begin."""

TABLE: Final = ("{|", *CUT)
"""Of tables."""

BLANK_LABEL: Final = ("|]]", " ]]", "\t]]", *CUT)
"""Of links whose text is blank or not there."""

SHORT_FOOTNOTE: Final = ("sfn", "harv", "harn", "shortened", *CUT)
"""Of the names of templates for short footnotes in all profiles."""

FILES: Final = (
    "file", "image", "datei", "bild", "archivo", "imagen", "fichier", "dosya", "resim", "файл",
    "изображение", "تصویر", "صورة", "فائل", "ملف", "پرونده", "चित्र", "ファイル", "画像", "文件",
    "档案", "檔案", "图像", "图片", "圖像", "圖片", "<gallery", "&",
)  # fmt: skip
"""Of images: the names of their namespace in all profiles, letters of which may be entities."""

HTML_TAG: Final = (
    *(f"<{start}" for start in "acdefhiklmopqstuvw"),
    *(f"</{start}" for start in "abcdefhiklmopqstuvw"),
    *(f"{bracket}{start}" for bracket in ("<", "</") for start in ("rb", "rp", "rt", "ru")),
    *("<bd", "<bi", "<bl", "<b>", "<b/", "<b ", "<b\t", "<b\n", "<b\x0b"),
    *CUT,
)
"""Of HTML tags but ``<br>``; tags of extensions such as ``<ref>`` are none."""

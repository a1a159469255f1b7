"""The timeline of a page as rows of a table, and as a picture.

``rows`` makes the rows. The picture: ``words`` knows the reader's language, ``scale`` puts days on
a line, ``lanes`` and ``tracks`` give every statement its place, ``drawing`` puts it together with
the elements of ``svg``. All places are counted from where a line of text begins; only ``svg``
knows whether that is left or right.
"""

"""The root of all errors that this package raises on purpose."""


class HomsWikiError(Exception):
    """Something a person can act on; the message says what is wrong, where, and what to do."""

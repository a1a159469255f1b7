"""What can go wrong with a wiki, as exceptions with messages to act on."""

from homs_wiki.source import HomsWikiError


class WikiError(HomsWikiError):
    """A wiki refused, or could not be reached or used."""


class LocalWikiError(WikiError):
    """The local test wiki cannot be made, started or used."""


class LoginError(WikiError):
    """The account is not logged in, or its secret is wrong; nothing was edited."""


class UnansweredError(WikiError):
    """No answer came, or none that makes sense: nobody knows whether anything was done.

    Attributes:
        may_wait: seconds after which the wiki asked to be asked again; None if it said nothing.
    """

    def __init__(self, message: str, may_wait: float | None = None) -> None:
        super().__init__(message)
        self.may_wait = may_wait


class RefusedError(WikiError):
    """The wiki answered, and said no: nothing was saved.

    Attributes:
        code: the wiki's code ("protectedpage"), which is the same in every language.
        said: what the wiki said, as plain text.
        may_wait: seconds after which it may be tried again; None if trying again is no use.
    """

    def __init__(self, code: str, said: str, message: str, may_wait: float | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.said = said
        self.may_wait = may_wait


class ConflictError(RefusedError):
    """The page is not what the text was made from: changed, moved, deleted or made meanwhile."""

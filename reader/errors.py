"""Everything that can go wrong in a way a person should read about.

A message is one sentence: what happened, to what, and what to do next.
"""


class ReaderError(Exception):
    """The base of every error whose message is fit for a person; ends a command with ``exit_code``."""

    exit_code = 3


class NotFoundError(ReaderError):
    """Nothing answers to the name, number or id that was given."""

    exit_code = 1


class UsageError(ReaderError):
    """The command was called in a way it cannot follow."""

    exit_code = 2


class ContentError(ReaderError):
    """An article's file cannot be read, understood or written."""

    exit_code = 3


class SettingsError(ReaderError):
    """The settings file says something that Pullquote does not know."""

    exit_code = 3


class StoreError(ReaderError):
    """The store or the disk under it refused."""

    exit_code = 4


class ExportError(ReaderError):
    """An export's file cannot be read or written, or holds what must not be written over."""

    exit_code = 4


class FetchError(ReaderError):
    """A page could not be had from the network."""

    exit_code = 3


class QueryError(ReaderError):
    """What was typed to be found cannot be looked for."""

    exit_code = 2

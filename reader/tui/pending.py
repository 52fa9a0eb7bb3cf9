"""What has been typed of a sequence of keys: the digits of a count, or an action that wants a letter."""

from __future__ import annotations

from reader.values import NamedTuple

MAX_DIGITS = 6


class Pending(NamedTuple):
    """``digits`` of a number that the next key may use, or the id of the ``action`` that wants a letter."""

    digits: str = ""
    action: str = ""


NOTHING = Pending()


def is_digit(character: str | None) -> bool:
    """Tell whether a key begins a number or goes on with it."""
    return character is not None and len(character) == 1 and character in "0123456789"


def with_digit(pending: Pending, digit: str) -> Pending:
    """Return the number with one more digit; a number of six has no room for more."""
    return Pending((pending.digits + digit)[:MAX_DIGITS])

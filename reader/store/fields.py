"""Fields of a document, taken out as what they should be; each raises ValueError, naming the field."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

from reader.domain.article import ArticleId
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.store.journal import Record

T = TypeVar("T")


def article_of(record: Record) -> ArticleId:
    """Return the article a document belongs to."""
    return ArticleId(required(record, "article"))


def required(record: Record, name: str) -> str:
    """Return a text that must be there."""
    # A file edited by hand may hold anything where a document should be.
    if not isinstance(record, dict) or not isinstance(value := record.get(name), str):
        raise ValueError(f"it has no {name}")  # noqa: TRY004
    return value


def of(record: Record, name: str, kind: type[T], default: T) -> T:
    """Return a value of the given kind."""
    value = record.get(name, default)
    if not isinstance(value, kind):
        raise ValueError(f"its {name} is not of the right kind")  # noqa: TRY004
    return value


def text(record: Record, name: str) -> str:
    """Return a text; the empty one when it is not there."""
    return of(record, name, str, "")


def text_or_none(record: Record, name: str) -> str | None:
    """Return a text, or None when it is null or not there."""
    return None if record.get(name) is None else of(record, name, str, "")


def texts(record: Record, name: str) -> tuple[str, ...]:
    """Return a list of texts, which must be there."""
    values = record.get(name)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"its {name} are not texts")
    return tuple(values)


def count(record: Record, name: str) -> int:
    """Return a whole number; 0 when it is not there."""
    value = record.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"its {name} is not a number")  # noqa: TRY004
    return value


def number(record: Record, name: str) -> float:
    """Return a finite number, which must be there."""
    value = record.get(name)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(f"its {name} is not a number")
    return value


def span(pair: object) -> Span:
    """Return the span that a pair of offsets means."""
    if isinstance(pair, list) and len(pair) == 2:
        start, end = pair
        if isinstance(start, int) and isinstance(end, int):
            return Span(start, end)
    raise ValueError("its place is not a pair of numbers")


def pieces(record: Record) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return the places of a document and the words of each."""
    places, exact = spans(record), texts(record, "exact")
    if not places or len(places) != len(exact):
        raise ValueError("it has not as many places as passages, and at least one")
    return places, exact


def spans(record: Record) -> tuple[Span, ...]:
    """Return the places under ``spans``."""
    pairs = record.get("spans")
    if not isinstance(pairs, list):
        raise ValueError("its spans are not a list")  # noqa: TRY004
    return tuple(map(span, pairs))

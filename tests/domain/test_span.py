"""The algebra of spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.span import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, SPANS)
def test_clip_is_what_both_share(one: Span, other: Span) -> None:
    shared = {offset for offset in range(60) if offset in one and offset in other}
    clipped = one.clip(other)
    assert (set(range(clipped.start, clipped.end)) if clipped else set()) == shared
    assert one.overlaps(other) == bool(shared)
    assert one.clip(other) == other.clip(one)


@given(SPANS, SPANS)
def test_covering_is_clipping_to_the_other(one: Span, other: Span) -> None:
    if len(other):
        assert one.covers(other) == (one.clip(other) == other)


@given(SPANS, st.integers(0, 40))
def test_shifting_keeps_the_length(span: Span, distance: int) -> None:
    assert len(span.shift(distance)) == len(span)


def test_a_span_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)

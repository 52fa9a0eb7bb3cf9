"""A linear ranker: the sum of the weights of a candidate's features, and how far the best one leads.

``weights.txt`` holds the two tables; ``WEIGHTS.md`` says what they were trained on, how good they are, and
where they end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from pkgutil import get_data


@cache
def read_weights() -> dict[str, dict[str, float]]:
    """Return the tables of ``weights.txt``: ``[name]`` begins one, others are a weight and its features."""
    tables: dict[str, dict[str, float]] = {}
    table: dict[str, float] = {}
    for line in (get_data("reader.quotes", "weights.txt") or b"").decode("utf-8").splitlines():
        if line.startswith("["):
            table = tables.setdefault(line[1:-1], {})
            continue
        weight, _, names = line.partition(" ")
        table.update(dict.fromkeys(names.split(" "), float(weight)))
    return tables


def score(features: Iterable[str], table: str) -> float:
    """Return the sum of the weights that ``table`` gives to ``features``."""
    weights = read_weights()[table]
    return sum([weights[feature] for feature in features if feature in weights])


def shares(scores: Sequence[float]) -> list[float]:
    """Return the probability of each of ``scores`` against the others (softmax)."""
    if not scores:
        return []
    top = max(scores)
    powers = [exp(value - top) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]


def chance(features: Iterable[str]) -> float:
    """Return the probability that quoted text with ``features`` is a quotation (logistic)."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score(features, "keep")))))

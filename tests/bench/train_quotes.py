"""Train the weights of the quote engine on annotated articles and write ``reader/quotes/weights.txt``.

    python -m tests.bench.train_quotes ARTICLES.jsonl            four-fold figures only
    python -m tests.bench.train_quotes ARTICLES.jsonl --write    and the weights, trained on everything

A line of the file is one article: ``text``, ``quotes`` (``start``, ``end``, ``speaker``, ``speaker_start``,
``speaker_end``, ``kind``), ``nonquotes`` (``start``, ``end``) and ``ignore`` (pairs). Only names of features
reach the weights; see the model card in ``reader/quotes/WEIGHTS.md``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from reader.quotes.candidates import Speakers, gather
from reader.quotes.document import Document, view_quote
from reader.quotes.engine import look_around
from reader.quotes.features import Candidate, features, view_cues
from reader.quotes.keeping import Choice, is_attribute, is_statement, keep_features
from reader.quotes.mentions import Mention
from reader.quotes.ranker import shares

FOLDS = 4
STEP = 0.05
"""Weights are rounded to multiples of this."""

_TAIL = re.compile(r"[,(]| (?:of|for|who|at|from|with|in)\b")
"""Where the name in an annotated speaker ends."""

WEIGHTS = Path(__file__).parents[2] / "reader" / "quotes" / "weights.txt"


class Answer(NamedTuple):
    """The annotated speaker of one quotation: where the mention is, and the small-letter words of it."""

    start: int
    end: int
    words: tuple[str, ...]


class Example(NamedTuple):
    """One piece of quoted text: its candidates' features, which are right, whether it is a quotation."""

    kind: str
    candidates: list[list[str]]
    is_right: list[bool]
    keep: list[str]
    is_quotation: bool | None


class Rates(NamedTuple):
    """How a table is trained: passes, step width, shrinking, and how often a feature must occur."""

    passes: int
    step: float
    shrink: float
    least: int


SPEAKER_RATES = Rates(passes=12, step=0.05, shrink=2e-2, least=6)
KEEP_RATES = Rates(passes=10, step=0.15, shrink=2e-2, least=8)


def fit_of(mention: Mention, answer: Answer) -> int:
    """Return how well ``mention`` fits the annotated speaker, 0 to 3."""
    shared = min(mention.end, answer.end) - max(mention.start, answer.start)
    shorter = min(mention.end - mention.start, answer.end - answer.start)
    longest = 3 * (answer.end - answer.start) + 40
    by_name = bool(mention.words and answer.words) and mention.words[-1] == answer.words[-1]
    if shared > 0 and 2 * shared >= shorter and mention.end - mention.start <= longest:
        return 3 if by_name else 2
    return int(by_name)


def read_answers(article: Mapping[str, object]) -> dict[tuple[int, int], tuple[str, Answer | None]]:
    """Return kind and speaker of every annotated quotation by its place."""
    answers: dict[tuple[int, int], tuple[str, Answer | None]] = {}
    for quote in article["quotes"]:  # type: ignore[attr-defined]
        answer = None
        if quote["speaker_start"] is not None:
            head = _TAIL.split(quote["speaker"])[0]
            words = tuple(word.lower() for word in re.findall(r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*", head))
            answer = Answer(quote["speaker_start"], quote["speaker_end"], words)
        answers[quote["start"], quote["end"]] = quote["kind"], answer
    return answers


def _labels(candidates: Sequence[Candidate], answer: Answer | None) -> list[bool]:
    fits = [0 if answer is None else fit_of(item.placed.mention, answer) for item in candidates]
    best = max(fits, default=0)
    return [fit == best > 0 for fit in fits]


def read_examples(article: Mapping[str, object], weights: Mapping[str, float]) -> Iterator[Example]:
    """Yield one article's examples; earlier speakers are annotated, else those ``weights`` choose."""
    text = str(article["text"])
    answers = read_answers(article)
    ignored: list[tuple[int, int]] = [(a, b) for a, b in article["ignore"]]  # type: ignore[attr-defined]
    document, speakers = Document(text), Speakers()
    for index, passage in enumerate(document.passages):
        for number, segment in enumerate(passage.segments):
            view = view_quote(document, index, number)
            candidates = gather(document, index, view, speakers)
            history = speakers.history(index)
            cues = view_cues(view, passage.outline.signs, passage.cues_near(view.at))
            found = [features(item, view, passage.outline, cues, history) for item in candidates]
            kind, answer = answers.get((segment.start, segment.end), ("", None))
            is_right = _labels(candidates, answer)
            best = choose(candidates, found, weights)
            keep = keep_features(look_around(document, passage, number), view, passage.outline.signs, best)
            is_settled = is_attribute(text, segment.start) or is_statement(view)
            is_skipped = is_settled or (not kind and any(a <= segment.start < b for a, b in ignored))
            yield Example(kind, found, is_right, keep, None if is_skipped else bool(kind))
            chosen = candidates[is_right.index(True)] if any(is_right) else best and best.candidate
            if kind and chosen is not None:
                speakers.remember(chosen.placed, index)


def choose(
    candidates: Sequence[Candidate], found: Sequence[list[str]], weights: Mapping[str, float]
) -> Choice | None:
    """Return the candidate that ``weights`` prefer."""
    if not candidates:
        return None
    parts = shares([sum(weights.get(name, 0.0) for name in names) for names in found])
    best = max(range(len(parts)), key=parts.__getitem__)
    return Choice(candidates[best], parts[best], found[best])


class Learner:
    """Weights that shrink towards nothing and step by the gradient (AdaGrad), averaged over later passes."""

    def __init__(self, names: Iterable[str], rates: Rates) -> None:
        counts = Counter(names)
        self.weights = {name: 0.0 for name, count in counts.items() if count >= rates.least}
        self._slopes = dict.fromkeys(self.weights, 1e-2)
        self._sums = dict.fromkeys(self.weights, 0.0)
        self._summed = 0
        self._rates = rates

    def score(self, names: Iterable[str]) -> float:
        """Return the sum of the weights of ``names``."""
        return sum(self.weights.get(name, 0.0) for name in names)

    def step(self, names: Iterable[str], gradient: float) -> None:
        """Move the weights of ``names`` against ``gradient``."""
        if abs(gradient) < 1e-3:
            return
        weights, slopes = self.weights, self._slopes
        for name in names:
            if name in weights:
                slope = gradient + self._rates.shrink * weights[name]
                slopes[name] += slope * slope
                weights[name] -= self._rates.step * slope / sqrt(slopes[name])

    def end_pass(self, number: int) -> None:
        """Take the weights into the average if the pass is a late one."""
        if number >= self._rates.passes // 2:
            self._summed += 1
            for name, weight in self.weights.items():
                self._sums[name] += weight

    def result(self) -> dict[str, float]:
        """Return the averaged weights, rounded, the small ones left out."""
        means = {name: total / max(1, self._summed) for name, total in self._sums.items()}
        return {
            name: round(round(mean / STEP) * STEP, 2) for name, mean in means.items() if abs(mean) >= 2 * STEP
        }


def train_speaker(examples: Sequence[Example]) -> dict[str, float]:
    """Train the table that ranks candidates (softmax); several of a quotation's may be right."""
    usable = [example for example in examples if any(example.is_right)]
    learner = Learner((name for item in usable for names in item.candidates for name in names), SPEAKER_RATES)
    order = random.Random(1)
    for number in range(SPEAKER_RATES.passes):
        order.shuffle(usable)
        for example in usable:
            parts = shares([learner.score(names) for names in example.candidates])
            right = sum(part for part, is_right in zip(parts, example.is_right, strict=True) if is_right)
            for names, part, is_right in zip(example.candidates, parts, example.is_right, strict=True):
                learner.step(names, part - (part / right if is_right and right > 0 else 0.0))
        learner.end_pass(number)
    return learner.result()


def train_keep(examples: Sequence[Example]) -> dict[str, float]:
    """Train the table that tells quotations from other quoted text (logistic)."""
    usable = [example for example in examples if example.is_quotation is not None]
    learner = Learner((name for example in usable for name in example.keep), KEEP_RATES)
    order = random.Random(1)
    for number in range(KEEP_RATES.passes):
        order.shuffle(usable)
        for example in usable:
            value = max(-30.0, min(30.0, learner.score(example.keep)))
            learner.step(example.keep, 1 / (1 + exp(-value)) - bool(example.is_quotation))
        learner.end_pass(number)
    return learner.result()


def train(articles: Sequence[Mapping[str, object]]) -> dict[str, dict[str, float]]:
    """Train both tables; the second sees choices made by weights from the other half of the articles."""
    first = [
        [example for article in articles for example in read_examples(article, {})]
        for articles in halves(articles)
    ]
    examples: list[Example] = []
    for half, other in zip(halves(articles), reversed(first), strict=True):
        weights = train_speaker(other)
        examples.extend(example for article in half for example in read_examples(article, weights))
    return {"speaker": train_speaker([*first[0], *first[1]]), "keep": train_keep(examples)}


def halves(articles: Sequence[Mapping[str, object]]) -> list[Sequence[Mapping[str, object]]]:
    """Return every other article, and the rest."""
    return [articles[0::2], articles[1::2]]


def write_weights(tables: Mapping[str, Mapping[str, float]], target: Path) -> None:
    """Write ``tables`` as ``reader.quotes.ranker.read_weights`` reads them, equal weights on one line."""
    lines: list[str] = []
    for table, weights in tables.items():
        lines.append(f"[{table}]")
        for weight in sorted(set(weights.values())):
            names = sorted(name for name, value in weights.items() if value == weight)
            lines.append(f"{weight:g} {' '.join(names)}")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def count_right(
    articles: Iterable[Mapping[str, object]], tables: Mapping[str, Mapping[str, float]]
) -> Counter[str]:
    """Count, by kind, quotations whose first choice is right, and pieces rightly kept or left."""
    counts: Counter[str] = Counter()
    for article in articles:
        for example in read_examples(article, tables["speaker"]):
            if any(example.is_right):
                scores = [
                    sum(tables["speaker"].get(name, 0.0) for name in names) for names in example.candidates
                ]
                counts[example.kind] += 1
                counts[example.kind + " right"] += example.is_right[scores.index(max(scores))]
            if example.is_quotation is not None:
                value = sum(tables["keep"].get(name, 0.0) for name in example.keep)
                counts["kept"] += 1
                counts["kept right"] += (value > 0) == example.is_quotation
    return counts


def main() -> None:
    """Read the path, print the figures, write the weights if asked."""
    parser = argparse.ArgumentParser(description="Train the weights of the quote engine.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    lines = arguments.articles.read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        tables = train([article for index, article in enumerate(articles) if index % FOLDS != fold])
        counts += count_right(articles[fold::FOLDS], tables)
    for kind in ("direct", "partial", "kept"):
        share = 100 * counts[kind + " right"] / max(1, counts[kind])
        print(f"{kind:8s} {share:6.2f} % of {counts[kind]}")
    if arguments.write:
        write_weights(train(articles), WEIGHTS)


if __name__ == "__main__":
    main()

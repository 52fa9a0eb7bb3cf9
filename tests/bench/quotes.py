"""Print what the quote engine is worth: speed and scores beside those of simpler and other ways.

    python -m tests.bench.quotes ARTICLES.jsonl                   with the weights as they are
    python -m tests.bench.quotes ARTICLES.jsonl --folds 4         trained anew without each fold
    python -m tests.bench.quotes ARTICLES.jsonl --evaluate FILE   scored once more by another scorer

The articles are in the format of ``train_quotes``. Weights that were trained on the same articles flatter:
only the figures of folds may be quoted. Textacy is measured when it and a model of spaCy are installed.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from reader.quotes import find_quotes, ranker, speakers
from tests.bench.predict_quotes import as_record
from tests.bench.quote_scores import Found, Gold, Score, is_speaker_right, pair, read_gold, score
from tests.bench.train_quotes import train

KINDS = (("direct", frozenset(("direct",))), ("partial", frozenset(("partial",))))
ALL = frozenset(("direct", "partial"))
SURE_SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
SPACY_MODEL = "en_core_web_sm"

Finder = Callable[[str], list[Found]]
Part = tuple[list[int], dict[str, dict[str, float]]]
"""Indexes of articles, and the weights that the engine reads them with."""

_NAME = r"(?:(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\. )?[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*)*|[Hh]e|[Ss]he|[Tt]hey)"
_VERB = r"(?:said|says|added|told|wrote|asked|tweeted|explained|continued|argued|insisted|replied|noted)"
_NAIVE = re.compile(
    r"(?P<words>“[^”\n]+”|\"[^\"\n]+\"|''[^\n]+?'')"
    rf"(?:,? (?:(?P<then>{_NAME})(?:, [^,\n]{{1,80}},)? {_VERB}|{_VERB} (?P<who>{_NAME})))?"
)
_NAIVE_BEFORE = re.compile(rf"(?P<who>{_NAME}) {_VERB}[^.\n]{{0,40}}[,:]? $")


def find_ours(text: str) -> list[Found]:
    """Find quotations with the engine."""
    return [
        Found(
            quote.span.start,
            quote.span.end,
            None
            if quote.speaker is None
            else (quote.speaker.span.start, quote.speaker.span.end, quote.speaker.label),
            quote.kind.value,
            is_sure=quote.speaker is not None and quote.speaker.is_sure,
        )
        for quote in find_quotes(text)
    ]


def find_naively(text: str) -> list[Found]:
    """Find quotations with one regular expression: marks, and a verb of saying with a name beside them.

    Without one, the speaker is the last of the paragraph.
    """
    found: list[Found] = []
    for match in _NAIVE.finditer(text):
        start, end = match.span("words")
        group = "then" if match["then"] else "who"
        speaker = (*match.span(group), match[group]) if match[group] else None
        if speaker is None:
            before = _NAIVE_BEFORE.search(text, max(0, start - 100), start)
            speaker = None if before is None else (*before.span("who"), before["who"])
        if speaker is None and found and "\n" not in text[found[-1].end : start]:
            speaker = found[-1].speaker
        found.append(Found(start, end, speaker))
    return found


def load_textacy() -> Finder | str:
    """Return a finder that uses textacy, or why there is none."""
    if importlib.util.find_spec("textacy") is None or importlib.util.find_spec("spacy") is None:
        return "textacy is not installed"
    spacy = importlib.import_module("spacy")
    triples = importlib.import_module("textacy.extract.triples")
    try:
        model = spacy.load(SPACY_MODEL)
    except OSError:
        return f"the model {SPACY_MODEL} of spaCy is not installed"

    def find(text: str) -> list[Found]:
        try:
            quotes = list(triples.direct_quotations(model(text)))
        except ValueError:  # it raises on marks that do not pair
            return []
        found = []
        for quote in quotes:
            first, last = quote.speaker[0], quote.speaker[-1]
            place = (first.idx, last.idx + len(last))
            content = quote.content
            found.append(Found(content.start_char, content.end_char, (*place, text[slice(*place)])))
        return found

    return find


def folds(path: Path, count: int) -> Iterator[Part]:
    """Yield the indexes of each fold with weights that were trained on all the other articles."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for fold in range(count):
        tables = train([article for index, article in enumerate(lines) if index % count != fold])
        yield [index for index in range(len(lines)) if index % count == fold], tables


def run(finder: Finder, articles: Sequence[Gold]) -> tuple[list[list[Found]], float]:
    """Return what ``finder`` finds in each article, and milliseconds of processor time for 700 words."""
    began = time.process_time()
    found = [finder(article.text) for article in articles]
    words = sum(len(article.text.split()) for article in articles)
    return found, (time.process_time() - began) / max(1, words) * 700 * 1000


def print_scores(name: str, articles: Sequence[Gold], found: Sequence[Sequence[Found]], speed: float) -> None:
    """Print one line of the table."""
    pairs = [match for gold, items in zip(articles, found, strict=True) for match in pair(gold, items)]
    scores = [score(pairs, kinds) for _, kinds in KINDS]
    whole: Score = score(pairs, ALL)
    direct, partial = scores
    print(
        f"{name:20s} {speed:8.2f} {direct.detection:10.2f} {direct.speaker:9.2f} {partial.speaker:9.2f} "
        f"{direct.end_to_end:9.2f} {whole.end_to_end:9.2f}"
    )


def print_curve(articles: Sequence[Gold], runs: Sequence[tuple[float, Sequence[Sequence[Found]]]]) -> None:
    """Print, for each share from which a speaker is sure, how many are, and how many of those are right."""
    print(f"\n{'sure from':>10s} {'covers':>8s} {'right':>8s}")
    for share, found in runs:
        known = sure = right = 0
        for gold, items in zip(articles, found, strict=True):
            for one, other in pair(gold, items):
                if one is None or other is None or one.speaker is None or other.speaker is None:
                    continue
                known += 1
                sure += other.is_sure
                right += other.is_sure and is_speaker_right(one, other)
        print(f"{share:10.2f} {100 * sure / max(1, known):7.2f}% {100 * right / max(1, sure):7.2f}%")


def print_evaluated(scorer: Path, gold: Path, articles: Sequence[Gold], parts: Sequence[Part]) -> None:
    """Print the figures of the scorer at ``scorer``, whose ``main`` takes two files and ``--kinds``."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer} is no Python file: give --evaluate the path of a scorer.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names = [json.loads(line)["id"] for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    records: list[str] = []
    for indexes, tables in parts:
        with patch.object(ranker, "read_weights", lambda tables=tables: tables):
            for index in indexes:
                quotes = [as_record(quote) for quote in find_quotes(articles[index].text)]
                records.append(json.dumps({"id": names[index], "quotes": quotes}))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as target:
        target.write("\n".join(records) + "\n")
        target.flush()
        for kinds in ("direct", "partial", "direct,partial"):
            print(f"\n{scorer.name}, {kinds}")
            module.main([str(gold), target.name, "--kinds", kinds])


def each_fold(path: Path, count: int, length: int) -> list[Part]:
    """Return the folds, or everything with the weights as they are when ``count`` is below two."""
    return list(folds(path, count)) if count > 1 else [(list(range(length)), ranker.read_weights())]


def main() -> None:
    """Read the arguments, print the table, the curve and, if asked, another scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--evaluate", type=Path)
    arguments = parser.parse_args()
    articles = read_gold(arguments.articles)
    parts = each_fold(arguments.articles, arguments.folds, len(articles))
    print(f"{len(articles)} articles, {sum(len(article.quotes) for article in articles)} quotations")
    print(f"{'':20s} {'ms/700':>8s} {'find dir.':>10s} {'who dir.':>9s} {'who part.':>9s} ", end="")
    print(f"{'both dir.':>9s} {'both all':>9s}")
    runs, speed = run_shares(articles, parts)
    label = f"engine, {arguments.folds} folds" if arguments.folds > 1 else "engine"
    print_scores(label, articles, dict(runs)[speakers.SURE_SHARE], speed)
    for name, finder in (("regular expression", find_naively), ("textacy", load_textacy())):
        if isinstance(finder, str):
            print(f"{name:20s} {finder}")
        else:
            print_scores(name, articles, *run(finder, articles))
    print_curve(articles, runs)
    if arguments.evaluate is not None:
        print_evaluated(arguments.evaluate, arguments.articles, articles, parts)


def run_shares(
    articles: Sequence[Gold], parts: Sequence[Part]
) -> tuple[list[tuple[float, list[list[Found]]]], float]:
    """Return what the engine finds at every share of sureness, and its milliseconds for 700 words."""
    runs, spent = [], 0.0
    for share in SURE_SHARES:
        found: list[list[Found]] = [[] for _ in articles]
        spent = 0.0
        for indexes, tables in parts:
            with (
                patch.object(ranker, "read_weights", lambda tables=tables: tables),
                patch.object(speakers, "SURE_SHARE", share),
            ):
                part, speed = run(find_ours, [articles[index] for index in indexes])
            spent += speed * len(indexes) / len(articles)
            for index, items in zip(indexes, part, strict=True):
                found[index] = items
        runs.append((share, found))
    return runs, spent


if __name__ == "__main__":
    main()

"""Write the engine's quotations for annotated articles, one JSON document a line.

    python -m tests.bench.predict_quotes ARTICLES.jsonl PREDICTIONS.jsonl

Reads ``id`` and ``text`` of each line and prints how long the engine took, never the text.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from reader.domain.quote import Quote
from reader.quotes import find_quotes


def as_record(quote: Quote) -> dict[str, object]:
    """Return ``quote`` in the shape of the annotated file, with what only the engine knows beside it."""
    record: dict[str, object] = {"start": quote.span.start, "end": quote.span.end, "group": quote.group}
    record["kind"] = quote.kind.value
    speaker = quote.speaker
    if speaker is not None:
        record |= {"speaker": speaker.label, "mention": speaker.mention, "name": speaker.name}
        record |= {"speaker_start": speaker.span.start, "speaker_end": speaker.span.end}
        record |= {"sure": speaker.is_sure, "speaker_kind": speaker.kind and speaker.kind.value}
        record["role"] = speaker.role
    return record


def predict(source: Path, target: Path) -> tuple[int, int, float]:
    """Write predictions for ``source``; return articles, words and processor seconds."""
    articles, words, seconds = 0, 0, 0.0
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as output:
        for line in filter(str.strip, lines):
            article = json.loads(line)
            began = time.process_time()
            quotes = find_quotes(article["text"])
            seconds += time.process_time() - began
            articles, words = articles + 1, words + len(article["text"].split())
            output.write(
                json.dumps({"id": article["id"], "quotes": [as_record(quote) for quote in quotes]}) + "\n"
            )
    return articles, words, seconds


def main() -> None:
    """Read the two paths and report the speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    articles, words, seconds = predict(arguments.source, arguments.target)
    print(f"{articles} articles, {words} words, {seconds / max(1, words) * 700 * 1000:.2f} ms for 700 words")


if __name__ == "__main__":
    main()

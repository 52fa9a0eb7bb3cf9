"""Many texts through one pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

TEXT = "“We will be ready by May,” said Ana Rivera. “Not before.”"


def run(source: str) -> tuple[int, list[Any]]:
    command = [sys.executable, "-m", "reader", "quotes", "--jsonl"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False, env=os.environ)
    assert "Traceback" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_is_answered_in_its_order() -> None:
    lines = [
        json.dumps({"id": number, "text": TEXT if number % 2 else "Nobody spoke."}) for number in range(40)
    ]
    code, answers = run("\n".join([*lines, "", ""]))
    assert code == 0
    assert [answer["id"] for answer in answers] == list(range(40))
    assert answers[0]["quotes"] == []
    first, second = answers[1]["quotes"]
    assert TEXT[first["start"] : first["end"]] == first["text"] == "“We will be ready by May,”"
    assert second["speaker"]["name"] == "Ana Rivera"
    assert (first["group"], second["group"]) == (0, 0)


def test_a_line_that_is_no_document_is_answered_too_and_spoils_no_other() -> None:
    odd = ["nonsense", "[]", "{}", '{"text": 3}', '{"id": "x", "text": "", "language": 4}', "[" * 100_000]
    code, answers = run("\n".join([*odd, json.dumps({"id": "good", "text": TEXT})]))
    assert code == 3
    assert ["error" in answer for answer in answers] == [True] * len(odd) + [False]
    assert answers[-1]["id"] == "good"


def test_the_language_is_taken_from_the_line() -> None:
    german = {"id": "de", "language": "de", "text": "„Wir sind bereit“, sagte Ana Rivera."}
    _, (answer,) = run(json.dumps(german))
    (quote,) = answer["quotes"]
    assert quote["speaker"]["name"] == "Ana Rivera"


def test_an_empty_pipe_has_no_answers() -> None:
    assert run("") == (0, [])

"""`reader bookmarks`: choosing among kept quotations, and taking them away in each form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.exports.reading_back import read_bibtex, read_ris

FORMS = ("--markdown", "--csv", "--csl", "--bibtex", "--ris", "--json")


@pytest.fixture
def kept(reader: Command) -> Command:
    """Return the command line with three quotations of one article and one of another kept."""
    for number in ("1", "2", "3"):
        assert reader("keep", "bridge0001", number).code == 0
    assert reader("keep", "tour", "1").code == 0
    return reader


def texts(command: Command, *filters: str) -> list[str]:
    outcome = command("bookmarks", "--json", *filters)
    assert outcome.code == (0 if outcome.document else 1)
    return [bookmark["text"] for bookmark in outcome.document]


def test_filters_choose_and_combine(kept: Command) -> None:
    assert len(texts(kept)) == 4
    assert texts(kept, "--speaker", "OKAFOR") == ["“Nobody asked the river,”"]
    assert len(texts(kept, "--speaker", "rivera")) == 2
    assert texts(kept, "--speaker", "rivera", "--words", "drier BRIDGE") == [
        "“was drawn up in a drier year.”"
    ]
    assert len(texts(kept, "--article", "bridge0001")) == 3
    assert len(texts(kept, "--article", "the bridge")) == 3
    assert len(texts(kept, "--since", "30d")) == 4
    assert len(texts(kept, "--since", "2020-01-01")) == 4
    assert texts(kept, "--since", "2099-01-01") == []
    assert texts(kept, "--tag", "thesis") == []
    assert texts(kept, "--label", "check") == []


def test_an_article_that_has_gone_can_still_be_named(kept: Command) -> None:
    assert kept("remove", "bridge0001").code == 0
    assert len(texts(kept, "--article", "bridge0001")) == 3
    assert len(texts(kept, "--article", "The bridge w")) == 3
    assert "The bridge will wait" in kept("bookmarks", "--bibtex").out
    assert "¶" not in kept("bookmarks", "--markdown", "--article", "bridge0001").out


@pytest.mark.parametrize("form", [*FORMS, "--style=plain"])
def test_nothing_that_matches_is_code_1_and_writes_no_file(kept: Command, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    outcome = kept("bookmarks", form, "--speaker", "nobody", "--output", str(target))
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    assert not target.exists()


def test_each_form_is_read_by_its_own_reader(kept: Command) -> None:
    rows = list(csv.reader(io.StringIO(kept("bookmarks", "--csv").out)))
    assert [row[0] for row in rows[1:]] == texts(kept)
    entries = read_bibtex(kept("bookmarks", "--bibtex").out)
    assert [entry["ID"] for entry in entries] == ["lee2026bridge", "pullquote2026short"]
    assert entries[0]["annote"].count("Quote (") == 3
    first, _ = read_ris(kept("bookmarks", "--ris").out)
    assert len(first["notes"]) == 3  # type: ignore[arg-type]
    items = json.loads(kept("bookmarks", "--csl").out)
    assert items[0]["author"] == [{"family": "Lee", "given": "Jo"}]
    assert kept("bookmarks", "--style", "apa", "--speaker", "okafor").out.startswith(
        "“Nobody asked the river,” said Tom Okafor (quoted in Lee, 2026).\n\nLee, J. (2026, March 2)."
    )


def test_a_key_does_not_depend_on_what_else_is_exported(kept: Command) -> None:
    (entry,) = read_bibtex(kept("bookmarks", "--bibtex", "--speaker", "okafor").out)
    assert entry["ID"] == "lee2026bridge"


@pytest.mark.parametrize("form", FORMS)
def test_an_export_of_the_same_quotations_is_the_same_to_the_byte(
    kept: Command, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "out"
    assert kept("bookmarks", form, "--output", str(target)).code == 0
    data, written_at = target.read_bytes(), target.stat().st_mtime_ns
    outcome = kept("bookmarks", form, "--output", str(target))
    assert (outcome.code, outcome.out) == (0, "")
    assert (target.read_bytes(), target.stat().st_mtime_ns) == (data, written_at)
    assert kept("bookmarks", form).out == data.decode()


def test_markdown_grows_in_its_own_region(reader: Command, tmp_path: Path) -> None:
    target = tmp_path / "bridge.md"
    reader("keep", "bridge0001", "3")
    assert reader("bookmarks", "--markdown", "--output", str(target)).code == 0
    target.write_text(
        target.read_text("utf-8").replace("---\n<!--", "mine: yes\n---\nMy words.\n<!--"), "utf-8"
    )
    reader("keep", "bridge0001", "1")
    assert reader("bookmarks", "--markdown", "--output", str(target)).code == 0
    text = target.read_text("utf-8")
    assert "mine: yes\n---\nMy words.\n<!-- quotes:begin -->\n> [!quote] Ana Rivera · ¶2\n" in text
    assert text.index("[!quote] Ana Rivera · ¶2") < text.index("[!quote] Tom Okafor · ¶5")


def test_a_file_of_somebody_else_is_not_written_over(kept: Command, tmp_path: Path) -> None:
    target = tmp_path / "thesis.bib"
    target.write_text("@book{mine,}\n", "utf-8")
    outcome = kept.refused("bookmarks", "--bibtex", "--output", str(target))
    assert outcome.code == 4
    assert target.read_text("utf-8") == "@book{mine,}\n"
    assert kept("bookmarks", "--bibtex", "--output", str(target), "--replace").code == 0
    target.chmod(0o444)
    kept("keep", "tour", "1")
    refused = kept.refused("bookmarks", "--csv", "--output", str(target), "--replace")
    assert "is read-only" in refused.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--since", "yesterday"), 2),
        (("--style", "harvard"), 2),
        (("--csv", "--json"), 2),
        (("--article", "no such"), 1),
        (("--csv", "--output", "/no/such/folder/file"), 4),
        (("--csv", "--output", "/"), 4),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(kept: Command, arguments: tuple[str, ...], code: int) -> None:
    assert kept.refused("bookmarks", *arguments).code == code

"""Looking through a state folder for what is damaged, misplaced or left over, and putting it right.

Nothing is thrown away: the files are copied before a repair, and what cannot be used is set aside.
"""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from reader.domain.mark import Finding
from reader.errors import StoreError
from reader.store import records
from reader.store.ids import doc_id_of
from reader.store.journal import Change, Record, Tables
from reader.store.loading import FileIdentity, load_state
from reader.store.snapshot import read_snapshot
from reader.store.spool import BAD_SUFFIX
from reader.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.store.loading import StatePaths
    from reader.store.storage import JournalStorage

SET_ASIDE_FOLDER = "set-aside"
MOVED_ASIDE = f"it is moved into {SET_ASIDE_FOLDER}/, where nothing reads it"

DRAFT_AGE_SECONDS = 60
"""A temporary file older than this was left by a process that died."""


class Problem(NamedTuple):
    """Something wrong, and what puts it right: changes, a file to move away, or everything written anew."""

    finding: Finding
    changes: tuple[Change, ...] = ()
    leftover: Path | None = None
    is_on_disk: bool = False


def find_problems(storage: JournalStorage) -> list[Problem]:
    """Look at files and documents; nothing is changed."""
    problems = [Problem(Finding(storage.refusal))] if storage.refusal else []
    problems += _file_problems(storage)
    problems += _leftovers(storage.paths)
    problems += _document_problems(storage.tables)
    return problems


def mend(storage: JournalStorage) -> tuple[Finding, ...]:
    """Put right what can be, after copying the files; raises StoreError when that is impossible."""
    if not storage.is_owner:
        raise StoreError(
            storage.refusal or f"The state is in use by {storage.holder}: close that one, then repair again."
        )
    problems = [problem for problem in find_problems(storage) if problem.finding.remedy]
    if not problems:
        return ()
    try:
        safe = _copy_files(storage.paths)
        for problem in problems:
            if problem.leftover is not None:
                problem.leftover.replace(safe / problem.leftover.name)
    except OSError as error:
        raise StoreError(
            f"Nothing was repaired, because {storage.paths.folder} could not be copied first"
            f" ({error.strerror}): make room, then repair again."
        ) from error
    storage.append([change for problem in problems for change in problem.changes])
    if any(problem.is_on_disk for problem in problems):
        storage.write(storage.tables)
    return tuple(problem.finding for problem in problems)


def _copy_files(paths: StatePaths) -> Path:
    """Copy snapshot and journals into a new folder and return it; raises OSError."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    parent = paths.folder / SET_ASIDE_FOLDER
    parent.mkdir(exist_ok=True)
    taken = {path.name for path in parent.iterdir()}
    names = (stamp, *(f"{stamp}-{number}" for number in range(2, 1000)))
    safe = parent / next(name for name in names if name not in taken)
    safe.mkdir()
    for path in (paths.snapshot, paths.previous, paths.journal, paths.journal_previous):
        if path.exists():
            shutil.copy2(path, safe / path.name)
    return safe


def _file_problems(storage: JournalStorage) -> list[Problem]:
    """Read snapshot and journal from the disk again, as the next start would."""
    paths = storage.paths
    remedy = "everything is written anew from memory" if storage.is_owner else None
    problems = []
    if paths.snapshot.exists():
        try:
            read_snapshot(paths.snapshot.read_bytes())
        except (OSError, ValueError) as error:
            problems.append(
                Problem(Finding(f"{paths.snapshot} cannot be read: {error}.", remedy), is_on_disk=True)
            )
    problems += [
        Problem(Finding(f"{path}, the copy of a day, cannot be read.", MOVED_ASIDE), leftover=path)
        for path in paths.daily_copies()
        if not _is_readable(path)
    ]
    journal = load_state(paths).journal
    if damaged := journal.damaged:
        sentence = f"{paths.journal} has {len(damaged)} damaged line(s)."
        problems.append(Problem(Finding(sentence, remedy), is_on_disk=True))
    is_damaged = any(problem.is_on_disk for problem in problems)
    if storage.is_owner and not is_damaged and load_state(paths).tables != storage.tables:
        sentence = f"The files in {paths.folder} were altered by something else while they were in use."
        problems.append(Problem(Finding(sentence, remedy), is_on_disk=True))
    return problems


def _is_readable(path: Path) -> bool:
    try:
        read_snapshot(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True


def _leftovers(paths: StatePaths) -> Iterator[Problem]:
    """Find what earlier repairs set aside and what processes that died left behind."""
    for folder in (paths.folder, paths.spool, paths.backups):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path == paths.torn:
                sentence = f"{path} holds damaged changes that were set aside."
            elif path.name.startswith(f"{paths.snapshot.name}.broken-"):
                sentence = f"{path} is a state that could not be read."
            elif path.name.endswith(BAD_SUFFIX):
                sentence = f"{path} is a change of another process that could not be read."
            elif path.name.endswith(".tmp") and _is_old(path):
                sentence = f"{path} was left half-written by a process that died."
            else:
                continue
            yield Problem(Finding(sentence, MOVED_ASIDE), leftover=path)


def _is_old(path: Path) -> bool:
    """Tell whether a file was left behind; one that is gone meanwhile was being written."""
    identity = FileIdentity.of(path)
    return identity is not None and time.time() - identity.modified_ns / 1e9 > DRAFT_AGE_SECONDS


def _document_problems(tables: Tables) -> Iterator[Problem]:
    for table, documents in tables.items():
        for doc_id, record in documents.items():
            if (problem := _document_problem(tables, table, doc_id, record)) is not None:
                yield problem


def _document_problem(tables: Tables, table: str, doc_id: str, record: Record) -> Problem | None:
    """Judge one document: it must be readable, and stand under the id that its article or name gives it."""
    place = f"Document {doc_id} of table {table}"
    removal = Change(table, doc_id, None)
    if reason := records.why_unreadable(table, record):
        aside = records.set_aside(table, doc_id, record, reason)
        remedy = f"it is moved to the table {records.SET_ASIDE}"
        return Problem(Finding(f"{place} cannot be read: {reason}.", remedy), (removal, aside))
    right_id = records.id_in_table(table, record) or (doc_id if doc_id.isdecimal() else doc_id_of(doc_id))
    if right_id == doc_id:
        return None
    sentence = f"{place} stands under the wrong id."
    if right_id in tables[table]:
        aside = records.set_aside(table, doc_id, record, "its place is taken")
        remedy = f"it is moved to the table {records.SET_ASIDE}, its place being taken"
        return Problem(Finding(sentence, remedy), (removal, aside))
    move = (removal, Change(table, right_id, record))
    return Problem(Finding(sentence, f"it is moved to {right_id}"), move)

"""Conversations with a desk on a library of two articles and the bundled pieces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.desk.desk import Desk
from reader.paths import Folders
from reader.plain.conversation import converse
from tests.articles import write_library

Converse = Callable[..., list[str]]


@pytest.fixture
def ask(folders: Folders) -> Converse:
    """Have a conversation of its own and return what is said after the greeting and the first row."""
    write_library(folders.library)

    def conversation(*lines: str) -> list[str]:
        said: list[str] = []
        with Desk(folders) as desk:
            converse(desk, lines, said.append)
        return said[2:]

    return conversation


@pytest.fixture
def desk(folders: Folders) -> Callable[[], Desk]:
    """Open the desk afterwards, to see what was saved."""
    return lambda: Desk(folders)

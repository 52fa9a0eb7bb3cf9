"""What a concern of a screen stands on: the screen itself for the type checker, nothing when it runs.

A screen is put together from concerns. Were each a Textual class of its own, Textual would gather
bindings, styles and reactives anew for every one of them, which takes 0.4 to 0.7 ms at the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.tui.screens.asking import Asking

if TYPE_CHECKING:
    AskingConcern = Asking
else:
    Result = TypeVar("Result")

    class AskingConcern(Generic[Result]):
        """A part of a screen that can ask a question."""

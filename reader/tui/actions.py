"""What the table of actions means for a pane: its actions, its bindings, its hints."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from reader.tui.action_table import ACTIONS, APP_ACTIONS, Action, Pane


def actions_of(*panes: Pane) -> tuple[Action, ...]:
    """Return the actions that at least one of ``panes`` knows, in the table's order."""
    return tuple(action for action in ACTIONS if any(pane in action.panes for pane in panes))


def bindings_of(*panes: Pane) -> list[BindingType]:
    """Return a screen's bindings for ``panes``; where a key means two things, the screen's check decides."""
    return _bindings(action for action in actions_of(*panes) if action.id not in APP_ACTIONS)


def app_bindings() -> list[BindingType]:
    """Return the bindings of the app."""
    return _bindings(action for action in ACTIONS if action.id in APP_ACTIONS)


def _bindings(actions: Iterable[Action]) -> list[BindingType]:
    # Tab goes first: Textual's own Tab would move a focus that no widget here takes.
    return [
        Binding(
            key, action.id, action.label, show=False, id=f"{action.id}.{key}", priority=key.endswith("tab")
        )
        for action in actions
        for key in action.keys
    ]


def hints_of(pane: Pane) -> tuple[Action, ...]:
    """Return the actions the status line may offer in ``pane``, the most telling first."""
    offered = [action for action in actions_of(pane) if action.hint]
    return tuple(sorted(offered, key=lambda action: action.hint))

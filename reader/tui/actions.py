"""What the table of actions means for one app: its keys, a pane's bindings, a pane's hints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.tui.action_table import ACTIONS, APP_ACTIONS, Action, Pane
from reader.tui.keys import key_sign

if TYPE_CHECKING:
    from textual.dom import DOMNode


class Keymap:
    """The table of actions with the keys that are live in one app."""

    def __init__(self, actions: Sequence[Action] = ACTIONS) -> None:
        self.actions = tuple(actions)
        self._signs = {action.id: key_sign(action.keys[0]) for action in actions if action.keys}

    def actions_of(self, *panes: Pane) -> tuple[Action, ...]:
        """Return the actions that at least one of ``panes`` knows, in the table's order."""
        return tuple(action for action in self.actions if any(pane in action.panes for pane in panes))

    def hints_of(self, pane: Pane) -> tuple[Action, ...]:
        """Return the actions the status line may offer in ``pane``, the most telling first."""
        offered = [action for action in self.actions_of(pane) if action.hint and action.keys]
        return tuple(sorted(offered, key=lambda action: action.hint))

    def sign_of(self, action_id: str) -> str:
        """Return an action's first key as a person knows it; empty when it has none."""
        return self._signs.get(action_id, "")

    def sentence(self, action_id: str, does: str) -> str:
        """Return words like ``U brings it back``; empty when the action has no key."""
        sign = self.sign_of(action_id)
        return f"{sign} {does}" if sign else ""

    def bind_panes(self, node: DOMNode, *panes: Pane) -> None:
        """Bind a screen's keys; where a key means two things, the screen's check decides.

        What the app does is bound here too: of a modal screen's keys the app would see none.
        """
        _bind(node, self.actions_of(*panes))


DEFAULT_KEYMAP = Keymap()


def _bind(node: DOMNode, actions: Iterable[Action]) -> None:
    """Give one node bindings of its own, in place of what its class binds to the same keys.

    Textual reads bindings off classes and its own keymaps take keys silently away from other actions,
    so the node's private map is written to (a test tells when Textual changes it).
    """
    # Here, so that the command line can check keys without the interface.
    from textual.binding import Binding, BindingsMap

    # Tab goes first: Textual's own Tab would move a focus that no widget here takes.
    own = BindingsMap(
        Binding(
            key,
            f"app.{action.id}" if action.id in APP_ACTIONS else action.id,
            action.label,
            show=False,
            id=f"{action.id}.{key}",
            priority=key.endswith("tab"),
        )
        for action in actions
        for key in action.keys
    )
    node._bindings.key_to_bindings.update(own.key_to_bindings)

"""``reader keys``: the keys of the app, pane by pane."""

from __future__ import annotations

from argparse import Namespace

from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print the table of actions."""
    from reader.tui.action_table import Pane
    from reader.tui.actions import actions_of
    from reader.tui.keys import key_sign

    for pane in Pane:
        print(f"In the {pane}")
        for action in actions_of(pane):
            print(f"  {'  '.join(key_sign(key) for key in action.keys):<22} {action.help}")
        print()
    return 0

"""``reader keys``: the keys of the app, pane by pane."""

from __future__ import annotations

from argparse import Namespace

from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print the table of actions with the keys that the settings give them, and their ids."""
    from reader.settings import load_settings
    from reader.tui.action_table import Pane
    from reader.tui.keys import key_sign
    from reader.tui.presets import keymap_of

    keymap = keymap_of(load_settings(folders.config))
    for pane in Pane:
        print(f"In the {pane}")
        for action in keymap.actions_of(pane):
            keys = "  ".join(key_sign(key) for key in action.keys) or "–"
            print(f"  {keys:<22} {action.id:<18} {action.help}")
        print()
    return 0

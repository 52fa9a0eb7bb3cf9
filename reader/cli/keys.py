"""``reader keys``: the keys of the app, pane by pane."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.speaking import complain
from reader.errors import SettingsError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print the table of actions with the keys that the settings give them, and their ids.

    3 when some of those cannot be meant.
    """
    from reader.settings import load_settings
    from reader.tui.action_table import Pane
    from reader.tui.keys import key_sign
    from reader.tui.presets import keymap_of

    settings = load_settings(folders.config)
    keymap, mistakes = keymap_of(settings)
    for pane in Pane:
        print(f"In the {pane}")
        for action in keymap.actions_of(pane):
            keys = "  ".join(key_sign(key) for key in action.keys) or "–"
            print(f"  {keys:<22} {action.id:<18} {action.help}")
        print()
    for mistake in (*settings.mistakes, *mistakes):
        complain(mistake)
    return SettingsError.exit_code if mistakes else 0

"""The one table of actions is whole, and every key in it does something."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from reader.tui.action_table import ACTIONS, APP_ACTIONS, Pane
from reader.tui.actions import DEFAULT_KEYMAP
from reader.tui.app import ReaderApp
from reader.tui.keys import key_sign
from reader.tui.presets import PRESETS, preset
from reader.tui.screens.card import CardScreen
from reader.tui.screens.help import HelpScreen, help_rows
from reader.tui.screens.kept import KeptScreen
from reader.tui.screens.picker import Picker
from reader.tui.screens.reading import ReadingScreen

SCREENS: dict[Pane, type[Any]] = {
    Pane.LIST: ReadingScreen,
    Pane.PAGE: ReadingScreen,
    Pane.SELECTION: ReadingScreen,
    Pane.CARD: CardScreen,
    Pane.QUOTES: ReadingScreen,
    Pane.KEPT: KeptScreen,
    Pane.HELP: HelpScreen,
    Pane.PICKER: Picker,
}


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_has_keys_a_label_help_and_a_method(action: Any) -> None:
    assert action.keys
    assert action.label
    assert action.help.endswith(".")
    for pane in action.panes:
        owner = ReaderApp if action.id in APP_ACTIONS else SCREENS[pane]
        assert callable(getattr(owner, f"action_{action.id}", None)), (owner, action.id)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("pane", list(Pane))
def test_a_key_means_one_thing_in_a_pane_whatever_the_preset(name: str, pane: Pane) -> None:
    keys = Counter(key for action in preset(name).actions_of(pane) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_leaves_every_action_a_key_and_changes_what_it_says(name: str) -> None:
    assert all(action.keys for action in preset(name).actions)
    assert set(PRESETS[name]) <= {action.id for action in ACTIONS}
    changed = {
        action.id
        for action, usual in zip(preset(name).actions, ACTIONS, strict=True)
        if action.keys != usual.keys
    }
    assert changed == set(PRESETS[name])


@pytest.mark.parametrize("pane", [Pane.LIST, Pane.PAGE, Pane.SELECTION, Pane.QUOTES, Pane.KEPT])
def test_help_shows_every_action(pane: Pane) -> None:
    shown = "\n".join(f"{keys} {words}" for keys, words in help_rows(pane, DEFAULT_KEYMAP))
    for action in ACTIONS:
        if action.panes != (Pane.HELP,):
            assert action.help in shown
            assert key_sign(action.keys[0]) in shown

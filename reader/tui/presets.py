"""Keymaps: the presets, and a person's own keys over one of them, checked before anything is bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.tui.action_table import ACTIONS, Action, Pane
from reader.tui.actions import DEFAULT_KEYMAP, Keymap
from reader.tui.keys import key_sign, parse_key
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.settings import KeySetting, Settings

_LINES_AND_MARKS = {
    "down": "j ↓ ^E",
    "up": "k ↑ ^Y",
    "jump_forward": "^N",
    "toggle_read": "M",
    "set_mark": "m",
    "go_to_mark": "` '",
    "kept": "B",
}
"""What less has from vi: a line further by ^E and ^Y, and marks by m and '; what had these keys gives way."""
PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vim": _LINES_AND_MARKS,
    "less": {
        **_LINES_AND_MARKS,
        "help": "h ? F1",
        "back": "Esc ←",
        "close": "Esc ←",
        "percent": "% p",
        "previous_quote": "[",
    },
    "newsboat": {
        "toggle_read": "N m",
        "previous_match": "P",
        "previous_unread": "p",
        "keep": "s ^B",
        "star": "s ^E",
        "read_all": "A ^A",
        "justify": "#",
        "page_up": "b PgUp",
    },
}
"""What a preset changes: an action and all of its keys, as a person writes them."""


def preset(name: str) -> Keymap:
    """Return the keymap called ``name``."""
    changes = {
        action_id: tuple(map(parse_key, written.split())) for action_id, written in PRESETS[name].items()
    }
    return _with_keys(DEFAULT_KEYMAP, changes)


class ReadKeymap(NamedTuple):
    """The keymap that settings ask for, and sentences about what of their keys cannot be meant."""

    keymap: Keymap
    mistakes: tuple[str, ...] = ()


def keymap_of(settings: Settings) -> ReadKeymap:
    """Return the keymap that the settings ask for, without what cannot be meant.

    That are names which are no action's, keys there are not, and keys that would mean two things in one
    pane: those actions keep their usual keys.
    """
    if not settings.keys and settings.keymap == "default":
        return ReadKeymap(DEFAULT_KEYMAP)
    chosen = preset(settings.keymap)
    mistakes: list[str] = []
    meant: list[KeySetting] = []
    changes: dict[str, tuple[str, ...]] = {}
    for setting in settings.keys:
        if all(action.id != setting.action for action in ACTIONS):
            known = "`reader keys` lists them"
            mistakes.append(f"{setting.place}: there is no action “{setting.action}”; {known}.")
            continue
        try:
            changes[setting.action] = tuple(map(parse_key, setting.keys))
            meant.append(setting)
        except ValueError as error:
            mistakes.append(f"{setting.place}: {error}.")
    keymap = _with_keys(chosen, changes)
    mistakes += _clashes(keymap, meant)
    while clashing := _double_meanings(keymap, meant):
        # One goes at a time: without it, what it clashed with may stand.
        culprit = clashing[-1][1].id
        meant = [setting for setting in meant if setting.action != culprit]
        keymap = _with_keys(chosen, {setting.action: changes[setting.action] for setting in meant})
    return ReadKeymap(keymap, tuple(mistakes))


def _with_keys(keymap: Keymap, changes: Mapping[str, tuple[str, ...]]) -> Keymap:
    return Keymap([action._replace(keys=changes.get(action.id, action.keys)) for action in keymap.actions])


def _clashes(keymap: Keymap, own: Sequence[KeySetting]) -> list[str]:
    """Say of each key that means two things in a pane which line asks for the second meaning."""
    problems = []
    told: set[tuple[str, str, str]] = set()
    for place, action, key, other, pane in _double_meanings(keymap, own):
        where = "on the page" if pane is Pane.PAGE else f"in the {pane}"
        if (action.id, other.id, key) not in told:
            told |= {(action.id, other.id, key), (other.id, action.id, key)}
            problems.append(
                f"{place}: “{key_sign(key)}” would mean both {action.id} and {other.id} {where}; "
                f"give {other.id} other keys too."
            )
    return problems


def _double_meanings(
    keymap: Keymap, own: Sequence[KeySetting]
) -> list[tuple[str, Action, str, Action, Pane]]:
    by_id = {action.id: action for action in keymap.actions}
    return [
        (setting.place, action, key, other, pane)
        for setting in own
        if (action := by_id.get(setting.action)) is not None
        for key in action.keys
        for pane in action.panes
        for other in keymap.actions_of(pane)
        if other.id != action.id and key in other.keys
    ]

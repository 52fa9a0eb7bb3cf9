"""Keys as Textual names them, and as a person knows and writes them."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "apostrophe": "'",
    "quotation_mark": '"',
    "backslash": "\\",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "at": "@",
    "underscore": "_",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "full_stop": ".",
    "comma": ",",
    "percent_sign": "%",
    "grave_accent": "`",
    "asterisk": "*",
    "exclamation_mark": "!",
    "vertical_line": "|",
    "shift+left": "Shift-←",
    "shift+right": "Shift-→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "backspace": "Backspace",
    "insert": "Ins",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
_NAMES = {
    **{sign.lower(): key for key, sign in _SIGNS.items() if len(sign) > 1},
    **{key: key for key in _SIGNS},
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    " ": "space",
    "return": "enter",
}
_TEXTUAL_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name of a character is not Unicode's."""
_WITH_MODIFIER = r"(?i)(?:\^|(ctrl|shift|alt)[+-])(.+)"
_SAME_AS = {"i": "Tab", "m": "Enter", "h": "Backspace", "left_square_bracket": "Esc"}
"""Control characters that a terminal sends for another key too."""


def key_sign(key: str) -> str:
    """Return a key as a person knows it: ``]`` for ``right_square_bracket``, ``^D`` for ``ctrl+d``."""
    if key.startswith("ctrl+"):
        return f"^{key_sign(key[5:]).upper()}"
    if key in _SIGNS or len(key) == 1:
        return _SIGNS.get(key, key)
    modifier, plus, rest = key.partition("+")
    if plus:
        return f"{modifier.capitalize()}-{key_sign(rest)}"
    try:
        return unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key


def parse_key(written: str) -> str:
    """Return Textual's name of a key as a person writes it: ``]``, ``^D``, ``ctrl+d``, ``PgDn``.

    Raises ValueError with the reason, fit to follow a colon.
    """
    if len(written) == 1:
        return _NAMES.get(written) or _character_name(written)
    with_modifier = re.fullmatch(_WITH_MODIFIER, written)
    if with_modifier:
        if re.fullmatch(_WITH_MODIFIER, with_modifier[2]):
            raise ValueError(
                f"“{written}” has more than one of Ctrl, Shift and Alt, which few terminals send"
            )
        return _modified(written, (with_modifier[1] or "ctrl").lower(), parse_key(with_modifier[2]))
    key = _NAMES.get(written.lower())
    if key is None:
        raise ValueError(f"there is no key “{written}”")
    return key


def _character_name(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    if not name or not character.isprintable():
        raise ValueError("that is no key")
    return _TEXTUAL_NAMES.get(name, name)


def _modified(written: str, modifier: str, key: str) -> str:
    if modifier == "shift" and len(key) == 1:
        return key.upper()
    if modifier == "ctrl":
        key = key.lower() if len(key) == 1 else key
        if key in _SAME_AS:
            raise ValueError(f"a terminal sends “{written}” as {_SAME_AS[key]}")
    return f"{modifier}+{key}"

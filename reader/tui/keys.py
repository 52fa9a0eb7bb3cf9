"""Keys as Textual names them, and as a person knows them."""

from __future__ import annotations

_SIGNS = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "apostrophe": "'",
    "backslash": "\\",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
}


def key_sign(key: str) -> str:
    """Return a key as a person knows it: ``]`` for ``right_square_bracket``, ``^D`` for ``ctrl+d``."""
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    return _SIGNS.get(key, key)

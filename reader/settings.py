"""The user's settings, read from one TOML file that Pullquote never writes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from reader.errors import SettingsError
from reader.values import NamedTuple, frozen

MIN_COLUMN_WIDTH = 30
MAX_COLUMN_WIDTH = 120
KEYMAP_NAMES = ("default", "vim", "less", "newsboat")
THEME_NAMES = (
    *("night", "paper", "sepia", "contrast", "terminal"),
    # Those of Textual, which only the interface may load; a test holds the two lists to each other.
    *("atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato"),
    *("catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn"),
    *("rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night"),
)
DURABILITIES = ("fast", "strict")
COLUMN_COUNTS = ("auto", "1", "2")
MAX_LINE_SPACING = 2
CITATION_STYLES = ("plain", "markdown", "ap", "chicago", "apa", "mla", "wiki")
_KINDS = {
    str: "a text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    list: 'a list of texts such as ["command", "argument"]',
}


class KeySetting(NamedTuple):
    """One line of the table ``[keys]``: an action and its keys as written, and the line to name it by."""

    action: str
    keys: tuple[str, ...]
    place: str


@frozen
class Settings:
    """What can be set: theme, how the page is set, mouse, durability, keys, the way out.

    ``column_width`` is in cells; ``columns`` stand side by side, ``auto`` two where the page is wide
    enough; ``line_spacing`` is how many rows a line of prose takes.

    ``durability`` is ``fast`` (a change survives any crash, and a power cut after at most a second) or
    ``strict`` (it survives a power cut from its acknowledgement on, at some milliseconds a change).
    ``keymap`` names a preset, ``keys`` what is changed in it; which actions and keys there are, the
    interface knows. ``pipe`` is a program and its arguments, which get a quotation as JSON; empty means
    none. ``mistakes`` are sentences about what the file says and cannot be meant; the usual value stands in
    for each.
    """

    theme: str = ""
    column_width: int = 68
    columns: str = COLUMN_COUNTS[0]
    line_spacing: int = 1
    justify: bool = False
    mouse: bool = True
    durability: str = "fast"
    citation_style: str = CITATION_STYLES[0]
    pipe: tuple[str, ...] = ()
    keymap: str = "default"
    keys: tuple[KeySetting, ...] = ()
    mistakes: tuple[str, ...] = ()


def load_settings(path: Path) -> Settings:
    """Read the settings at ``path``; a missing file means the defaults.

    Raises SettingsError for a file that cannot be read or is not TOML: then nothing of it is known.
    """
    try:
        source = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The settings file {path} cannot be read ({error}); mend or remove it."
        ) from error
    return parse_settings(source, str(path))


def parse_settings(source: str, name: str) -> Settings:
    """Turn the text of a settings file called ``name`` into Settings; raises SettingsError if it is no TOML.

    What it says wrongly is left out and told, each with its line. A durability that cannot be meant is
    taken for the stricter one.
    """
    import tomllib

    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The settings file {name} is not TOML: {error}.") from error
    if type(values.get("columns")) is int:
        values["columns"] = str(values["columns"])
    keys, mistakes = _key_settings(values.pop("keys", {}), source, name)
    meant: dict[str, Any] = {}
    kinds = {field.name: _kind_of(getattr(Settings(), field.name)) for field in fields(Settings)}
    del kinds["mistakes"]
    for key, value in values.items():
        mistake = _mistake_in(key, value, kinds)
        if mistake:
            mistakes.append((_line_of(key, source), f"Line {_line_of(key, source)} of {name}{mistake}"))
        else:
            meant[key] = tuple(value) if type(value) is list else value
    if "durability" in values and "durability" not in meant:
        meant["durability"] = DURABILITIES[-1]
    return Settings(**meant, keys=keys, mistakes=tuple(sentence for _, sentence in sorted(mistakes)))


_BOUNDS = {
    "column_width": (
        range(MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH + 1),
        f"column_width must lie between {MIN_COLUMN_WIDTH} and {MAX_COLUMN_WIDTH}.",
    ),
    "line_spacing": (range(1, MAX_LINE_SPACING + 1), f"line_spacing is 1 or {MAX_LINE_SPACING}."),
}
_CHOICES = {
    "columns": COLUMN_COUNTS,
    "theme": THEME_NAMES,
    "durability": DURABILITIES,
    "keymap": KEYMAP_NAMES,
    "citation_style": CITATION_STYLES,
}


def _mistake_in(key: str, value: object, kinds: Mapping[str, type]) -> str:
    """Say, to follow "Line 3 of config.toml", why a setting cannot be meant; empty when it can."""
    if key not in kinds:
        return f" sets “{key}”, which is no setting; there are {', '.join(kinds)}."
    is_list_of_texts = type(value) is list and all(type(text) is str for text in value)
    if type(value) is not kinds[key] or (type(value) is list and not is_list_of_texts):
        return f": {key} takes {_KINDS[kinds[key]]}, not {value!r}."
    if key in _BOUNDS and value not in _BOUNDS[key][0]:
        return f": {_BOUNDS[key][1]}"
    # An empty theme is none chosen.
    if key in _CHOICES and value not in _CHOICES[key] and (key, value) != ("theme", ""):
        return f": there is no {key} “{value}”; choose from {', '.join(_CHOICES[key])}."
    return ""


def _kind_of(default: object) -> type:
    """Return the type TOML gives what ``default`` stands for; it has lists where we have tuples."""
    return list if isinstance(default, tuple) else type(default)


def _key_settings(
    table: object, source: str, name: str
) -> tuple[tuple[KeySetting, ...], list[tuple[int, str]]]:
    """Return the lines of the table ``[keys]``, and sentences about those that are none, by line."""
    if not isinstance(table, dict):
        line = _line_of("keys", source)
        sentence = (
            f"Line {line} of {name}: keys is a table, “[keys]”, with a line for each "
            "action; a ready-made set of keys is chosen with keymap."
        )
        return (), [(line, sentence)]
    lines = source.splitlines()
    header = next((number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\s*keys\s*\]", line)), 0)
    settings: list[KeySetting] = []
    mistakes: list[tuple[int, str]] = []
    for action, value in table.items():
        pattern = re.compile(rf"^\s*(keys\s*\.\s*)?[\"']?{re.escape(action)}[\"']?\s*=")
        found = (number for number, line in enumerate(lines, 1) if number > header and pattern.match(line))
        number = next(found, header or 1)
        place = f"Line {number} of {name}"
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            settings.append(KeySetting(action, tuple(keys), place))
        else:
            mistakes.append((number, f"{place}: {action} takes a key or a list of keys, not {value!r}."))
    return tuple(settings), mistakes


def _line_of(key: str, source: str) -> int:
    pattern = re.compile(rf"^\s*[\[\"']*{re.escape(key)}\b")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), 1)

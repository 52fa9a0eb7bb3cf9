"""The user's settings, read from one TOML file that Pullquote never writes."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import SettingsError
from reader.frozen import frozen

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
    none.
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


def load_settings(path: Path) -> Settings:
    """Read the settings at ``path``; a missing file means the defaults.

    Raises SettingsError, with the line, for an unknown key or a value of the wrong kind.
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
    """Turn the text of a settings file called ``name`` into Settings; raises SettingsError."""
    import tomllib

    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The settings file {name} is not TOML: {error}.") from error
    if type(values.get("columns")) is int:
        values["columns"] = str(values["columns"])
    keys = _key_settings(values.pop("keys", {}), source, name)
    known = {field.name: _kind_of(getattr(Settings(), field.name)) for field in fields(Settings)}
    for key, value in values.items():
        place = f"Line {_line_of(key, source)} of {name}"
        if key not in known:
            raise SettingsError(f"{place} sets “{key}”, which is no setting; there are {', '.join(known)}.")
        is_list_of_texts = type(value) is list and all(type(text) is str for text in value)
        if type(value) is not known[key] or (type(value) is list and not is_list_of_texts):
            raise SettingsError(f"{place}: {key} takes {_KINDS[known[key]]}, not {value!r}.")
    frozen: dict[str, Any] = {
        key: tuple(value) if type(value) is list else value for key, value in values.items()
    }
    settings = Settings(**frozen, keys=keys)
    if not MIN_COLUMN_WIDTH <= settings.column_width <= MAX_COLUMN_WIDTH:
        raise SettingsError(
            f"Line {_line_of('column_width', source)} of {name}: column_width must lie between "
            f"{MIN_COLUMN_WIDTH} and {MAX_COLUMN_WIDTH}."
        )
    if not 1 <= settings.line_spacing <= MAX_LINE_SPACING:
        raise SettingsError(
            f"Line {_line_of('line_spacing', source)} of {name}: line_spacing is 1 or {MAX_LINE_SPACING}."
        )
    for key, chosen, choices in (
        ("columns", settings.columns, COLUMN_COUNTS),
        ("theme", settings.theme or THEME_NAMES[0], THEME_NAMES),
        ("durability", settings.durability, DURABILITIES),
        ("keymap", settings.keymap, KEYMAP_NAMES),
        ("citation_style", settings.citation_style, CITATION_STYLES),
    ):
        if chosen not in choices:
            raise SettingsError(
                f"Line {_line_of(key, source)} of {name}: there is no {key} “{chosen}”; "
                f"choose from {', '.join(choices)}."
            )
    return settings


def _kind_of(default: object) -> type:
    """Return the type TOML gives what ``default`` stands for; it has lists where we have tuples."""
    return list if isinstance(default, tuple) else type(default)


def _key_settings(table: object, source: str, name: str) -> tuple[KeySetting, ...]:
    if not isinstance(table, dict):
        raise SettingsError(
            f"Line {_line_of('keys', source)} of {name}: keys is a table, “[keys]”, with a line for each "
            "action; a ready-made set of keys is chosen with keymap."
        )
    lines = source.splitlines()
    header = next((number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\s*keys\s*\]", line)), 0)
    settings = []
    for action, value in table.items():
        pattern = re.compile(rf"^\s*(keys\s*\.\s*)?[\"']?{re.escape(action)}[\"']?\s*=")
        found = (number for number, line in enumerate(lines, 1) if number > header and pattern.match(line))
        place = f"Line {next(found, header or 1)} of {name}"
        keys = [value] if isinstance(value, str) else value
        if not (isinstance(keys, list) and all(isinstance(key, str) for key in keys)):
            raise SettingsError(f"{place}: {action} takes a key or a list of keys, not {value!r}.")
        settings.append(KeySetting(action, tuple(keys), place))
    return tuple(settings)


def _line_of(key: str, source: str) -> int:
    pattern = re.compile(rf"^\s*[\[\"']*{re.escape(key)}\b")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), 1)

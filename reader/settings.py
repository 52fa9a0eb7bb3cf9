"""The user's settings, read from one TOML file that Pullquote never writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path

from reader.errors import SettingsError

MIN_COLUMN_WIDTH = 30
MAX_COLUMN_WIDTH = 120
THEME_NAMES = ("night", "paper", "sepia", "contrast", "terminal")
DURABILITIES = ("fast", "strict")
_KINDS = {str: "a text in quotation marks", int: "a whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set: the theme's name, the width of the column of text in cells, the mouse, and durability.

    ``durability`` is ``fast`` (a change survives any crash, and a power cut after at most a second) or
    ``strict`` (it survives a power cut from its acknowledgement on, at some milliseconds a change).
    """

    theme: str = ""
    column_width: int = 68
    mouse: bool = True
    durability: str = "fast"


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
    known = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    for key, value in values.items():
        place = f"Line {_line_of(key, source)} of {name}"
        if key not in known:
            raise SettingsError(f"{place} sets “{key}”, which is no setting; there are {', '.join(known)}.")
        if type(value) is not known[key]:
            raise SettingsError(f"{place}: {key} takes {_KINDS[known[key]]}, not {value!r}.")
    settings = Settings(**values)
    if not MIN_COLUMN_WIDTH <= settings.column_width <= MAX_COLUMN_WIDTH:
        raise SettingsError(
            f"Line {_line_of('column_width', source)} of {name}: column_width must lie between "
            f"{MIN_COLUMN_WIDTH} and {MAX_COLUMN_WIDTH}."
        )
    for key, chosen, choices in (
        ("theme", settings.theme or THEME_NAMES[0], THEME_NAMES),
        ("durability", settings.durability, DURABILITIES),
    ):
        if chosen not in choices:
            raise SettingsError(
                f"Line {_line_of(key, source)} of {name}: there is no {key} “{chosen}”; "
                f"choose from {', '.join(choices)}."
            )
    return settings


def _line_of(key: str, source: str) -> int:
    pattern = re.compile(rf"^\s*[\[\"']*{re.escape(key)}\b")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), 1)

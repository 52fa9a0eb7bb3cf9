"""The user's settings, read from one TOML file that Pullquote never writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path

from reader.errors import SettingsError

MIN_COLUMN_WIDTH = 30
MAX_COLUMN_WIDTH = 120
THEME_NAMES = ("night", "paper", "sepia", "contrast", "terminal")
_KINDS = {str: "a text in quotation marks", int: "a whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set: the theme's name, the width of the column of text in cells, and the mouse."""

    theme: str = ""
    column_width: int = 68
    mouse: bool = True


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
    if settings.theme and settings.theme not in THEME_NAMES:
        raise SettingsError(
            f"Line {_line_of('theme', source)} of {name}: there is no theme “{settings.theme}”; "
            f"choose from {', '.join(THEME_NAMES)}."
        )
    return settings


def _line_of(key: str, source: str) -> int:
    pattern = re.compile(rf"^\s*[\[\"']*{re.escape(key)}\b")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), 1)

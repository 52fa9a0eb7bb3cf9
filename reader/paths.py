"""Where the library, the state, the cache and the settings live: flag, then environment, then platform."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reader.values import NamedTuple, frozen

APP_NAME = "pullquote"


@frozen
class Folders:
    """The places in use; ``config`` is a file, ``content`` the bundled pieces."""

    library: Path
    state: Path
    cache: Path
    config: Path
    content: Path


class Overrides(NamedTuple):
    """The places a person named on the command line; None where he named none."""

    library: str | None = None
    state: str | None = None
    cache: str | None = None
    config: str | None = None


def locate(overrides: Overrides, environ: Mapping[str, str]) -> Folders:
    """Return the folders in use; nothing is created."""

    def choose(flag: str | None, variable: str) -> Path | None:
        chosen = flag or environ.get(variable)
        return Path(os.path.abspath(os.path.expanduser(chosen))) if chosen else None  # noqa: PTH100, PTH111

    library = choose(overrides.library, "PULLQUOTE_LIBRARY")
    state = choose(overrides.state, "PULLQUOTE_STATE")
    cache = choose(overrides.cache, "PULLQUOTE_CACHE")
    config = choose(overrides.config, "PULLQUOTE_CONFIG")
    if not (library and state and cache and config):
        import platformdirs

        platform = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        library = library or platform.user_data_path / "library"
        state = state or platform.user_state_path
        cache = cache or platform.user_cache_path
        config = config or platform.user_config_path / "config.toml"
    return Folders(library, state, cache, config, bundled_content())


def bundled_content() -> Path:
    """Return the folder of bundled pieces: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "bundled"
    return inside if inside.is_dir() else package.parent / "content"

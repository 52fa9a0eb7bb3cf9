"""The settings file is read strictly, and its names are those of the interface."""

from __future__ import annotations

import pytest

from reader.errors import SettingsError
from reader.settings import DURABILITIES, KEYMAP_NAMES, THEME_NAMES, KeySetting, Settings, parse_settings
from reader.store import Durability
from reader.tui import themes
from reader.tui.presets import PRESETS


def test_the_themes_that_can_be_set_are_those_there_are() -> None:
    assert themes.THEME_NAMES == THEME_NAMES


def test_the_durabilities_that_can_be_set_are_those_there_are() -> None:
    assert tuple(Durability) == DURABILITIES


def test_the_keymaps_that_can_be_set_are_those_there_are() -> None:
    assert tuple(PRESETS) == KEYMAP_NAMES


@pytest.mark.parametrize(
    "source",
    ['[keys]\nkeep = ["x", "s"]\n', '# keep = 1\nkeys.keep = ["x", "s"]', "[ keys ]\n'keep' = ['x', 's']"],
)
def test_keys_are_read_with_their_line(source: str) -> None:
    assert parse_settings(source, "x").keys == (KeySetting("keep", ("x", "s"), "Line 2 of x"),)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            'mouse = true\ntheme = "papr"\n',
            "Line 2 of x: there is no theme “papr”; choose from night",
        ),
        (
            '\ndurability = "safe"\n',
            "Line 2 of x: there is no durability “safe”; choose from fast, strict.",
        ),
        ('column_width = "wide"\n', "Line 1 of x: column_width takes a whole number, not 'wide'."),
        ("\n\ncolour = 1\n", "Line 3 of x sets “colour”, which is no setting"),
        ("column_width = 7\n", "Line 1 of x: column_width must lie between 30 and 120."),
        ('keymap = "emacs"\n', "Line 1 of x: there is no keymap “emacs”; choose from default, vim"),
        ('keys = "vim"\n', "Line 1 of x: keys is a table, “[keys]”"),
        ("[keys]\nkeep = 3\n", "Line 2 of x: keep takes a key or a list of keys, not 3."),
        ('pipe = "jq ."\n', 'Line 1 of x: pipe takes a list of texts such as ["command", "argument"], not'),
        ('pipe = ["jq", 1]\n', "Line 1 of x: pipe takes a list of texts"),
        (
            'citation_style = "harvard"\n',
            "Line 1 of x: there is no citation_style “harvard”; choose from plain,",
        ),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_line(source: str, sentence: str) -> None:
    (mistake,) = parse_settings(source, "x").mistakes
    assert mistake.startswith(sentence)


def test_all_mistakes_are_told_in_the_order_of_their_lines_and_the_rest_holds() -> None:
    source = (
        'theme = "paper"\ncolour = 1\ncolumn_width = 7\nmistakes = []\nmouse = false\n'
        'durability = "safe"\n[keys]\nkeep = 3\nhelp = "F2"\n'
    )
    settings = parse_settings(source, "x")
    assert [mistake.split(" of ")[0] for mistake in settings.mistakes] == [
        f"Line {number}" for number in (2, 3, 4, 6, 8)
    ]
    assert (settings.theme, settings.mouse, settings.column_width) == ("paper", False, 68)
    assert settings.durability == "strict", "the safer one, where that which was asked for is not known"
    assert [key.action for key in settings.keys] == ["help"]


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(SettingsError, match="The settings file x is not TOML"):
        parse_settings("theme = \n", "x")


def test_nothing_set_means_the_defaults() -> None:
    assert parse_settings("", "x") == Settings()


def test_a_command_to_pipe_to_is_a_list() -> None:
    assert parse_settings('pipe = ["jq", "."]\n', "x").pipe == ("jq", ".")

"""A person's own keys: read as written, checked at the start, and the only ones that are live."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from reader.paths import Folders
from reader.settings import parse_settings
from reader.tui.action_table import ACTIONS
from reader.tui.keys import key_sign, parse_key
from reader.tui.presets import keymap_of
from tests.tui.conftest import Opener


def problems_of(source: str) -> list[str]:
    return list(keymap_of(parse_settings(source, "x")).mistakes)


@pytest.mark.parametrize("character", [*string.ascii_letters, *string.digits, *string.punctuation, "ä", "£"])
def test_a_character_is_known_by_textuals_name_and_shown_as_itself(character: str) -> None:
    assert parse_key(character) == _character_to_key(character)
    assert key_sign(parse_key(character)) == character


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("^D", "ctrl+d"),
        ("Ctrl-d", "ctrl+d"),
        ("ctrl+D", "ctrl+d"),
        ("PgDn", "pagedown"),
        ("pagedown", "pagedown"),
        ("shift+tab", "shift+tab"),
        ("Shift-Tab", "shift+tab"),
        ("shift+a", "A"),
        ("F1", "f1"),
        ("Esc", "escape"),
        ("escape", "escape"),
        ("→", "right"),
        ("question_mark", "question_mark"),
    ],
)
def test_a_key_can_be_written_in_the_usual_ways(written: str, key: str) -> None:
    assert parse_key(written) == key


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_what_is_shown_of_a_key_can_be_written(action: object) -> None:
    keys: tuple[str, ...] = action.keys  # type: ignore[attr-defined]
    assert tuple(parse_key(key_sign(key)) for key in keys) == keys


def test_every_mistake_is_said_with_its_line() -> None:
    source = '[keys]\nkepe = "s"\nzen = "Fn"\nkeep = "y"\nhelp = "^I"\nundo = "ctrl+shift+u"\n'
    assert problems_of(source) == [
        "Line 2 of x: there is no action “kepe”; `reader keys` lists them.",
        "Line 3 of x: there is no key “Fn”.",
        "Line 5 of x: a terminal sends “^I” as Tab.",
        "Line 6 of x: “ctrl+shift+u” has more than one of Ctrl, Shift and Alt, which few terminals send.",
        "Line 4 of x: “y” would mean both keep and copy_quote on the page; give copy_quote other keys too.",
    ]


def test_two_own_keys_that_clash_are_said_once() -> None:
    assert problems_of('[keys]\nzen = "E"\nwider = "E"\n') == [
        "Line 2 of x: “E” would mean both zen and wider in the list; give wider other keys too."
    ]


def test_keys_may_be_exchanged() -> None:
    keymap, mistakes = keymap_of(parse_settings('[keys]\nkeep = "y"\ncopy_quote = "s"\ndrop = "D"\n', "x"))
    assert (keymap.sign_of("keep"), keymap.sign_of("copy_quote"), mistakes) == ("y", "s", ())


def test_what_cannot_be_meant_leaves_an_action_its_usual_keys() -> None:
    source = '[keys]\nzen = "Fn"\nkeep = "y"\nhelp = "F2"\nwider = "E"\nnarrower = "E"\n'
    keymap, mistakes = keymap_of(parse_settings(source, "x"))
    assert len(mistakes) == 3
    signs = [keymap.sign_of(action) for action in ("zen", "keep", "copy_quote", "help")]
    assert signs == ["z", "s", "y", "F2"]
    assert {keymap.sign_of("wider"), keymap.sign_of("narrower")} != {"E"}


async def test_the_app_starts_in_spite_of_mistakes_and_tells_of_them(
    library: Folders, open_app: Opener
) -> None:
    settings = parse_settings('theme = "papr"\ncolumn_width = 60\n[keys]\nkepe = "s"\n', "x")
    async with open_app(library, settings=settings) as session:
        said = session.reading_screen.status.status.message
        assert said.startswith(
            "2 settings cannot be meant; `reader check` tells all. Line 1 of x: there is no"
        )
        assert session.app.theme == "night"
        assert session.app.settings.column_width == 60
        await session.press("j")
        assert "papr" not in session.status


async def test_own_keys_are_the_only_live_ones_and_every_place_names_them(
    library: Folders, open_app: Opener
) -> None:
    settings = parse_settings('[keys]\nkeep = ["E"]\nhelp = "F2"\nback = ["Esc"]\nquit_now = "^G"\n', "x")
    async with open_app(library, settings=settings) as session:
        await session.press("enter", "right_square_bracket", "s")
        assert session.desk.bookmarks() == ()
        assert "E keep" in session.status
        assert "F2 help" in session.status
        await session.press("E")
        assert len(session.desk.bookmarks()) == 1
        await session.press("question_mark")
        assert session.app.screen is session.reading_screen
        await session.press("f2")
        shown = "\n".join(session.lines_of(session.app.screen.query_one("HelpList")))
        assert "E" in shown
        await session.press("escape", "ctrl+q", "Q")
        assert session.app.is_running
        await session.press("ctrl+c")
        assert "^G leaves Pullquote." in session.status
        await session.press("ctrl+g")
    assert session.app.return_code == 0


async def test_the_vim_preset_moves_the_read_mark(library: Folders, open_app: Opener) -> None:
    async with open_app(library, settings=parse_settings('keymap = "vim"\n', "x")) as session:
        await session.press("M")
        assert "Marked as read." in session.status
        await session.press("apostrophe")
        assert session.app.screen is session.reading_screen


async def test_an_action_may_have_no_key(library: Folders, open_app: Opener) -> None:
    async with open_app(library, settings=parse_settings("[keys]\nbrowse = []\nkeep = []\n", "x")) as session:
        await session.press("enter", "right_square_bracket", "s")
        assert session.desk.bookmarks() == ()
        assert "keep" not in session.status

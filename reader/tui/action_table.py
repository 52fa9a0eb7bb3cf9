"""The one table of actions: keys, help, the palette and the status line's hints all come from it."""

from __future__ import annotations

from reader.tui.action import (
    CARD,
    EVERYWHERE,
    HELP,
    KEPT,
    LIST,
    MOVING,
    PAGE,
    PICKER,
    QUOTES,
    READING,
    SELECTION,
    Action,
    Pane,
)
from reader.tui.page_action_table import PAGE_ACTIONS
from reader.tui.quote_action_table import QUOTE_ACTIONS

__all__ = ["ACTIONS", "APP_ACTIONS", "CHANGING_ACTIONS", "Action", "Pane"]

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "down", "Move down a row or a line.", MOVING),
    Action("up", ("k", "up"), "up", "Move up a row or a line.", MOVING),
    Action("open", ("enter", "right", "l"), "read", "Open the article.", (LIST,), hint=1),
    Action("open_space", ("space",), "read", "Open the article; then Space turns its pages.", (LIST,)),
    Action("choose", ("enter", "right", "l"), "choose", "Take the row under the cursor.", (PICKER,), hint=1),
    Action("jump", ("enter", "right", "l"), "to its place", "Show the quotation in its article.", (KEPT,), 1),
    *QUOTE_ACTIONS,
    Action("copy_article", ("y",), "copy link", "Copy the article's title and address.", (LIST,)),
    Action("page_down", ("space", "f", "ctrl+f", "pagedown"), "page", "Turn a page.", (PAGE,), hint=4),
    Action(
        "list_page_down",
        ("f", "ctrl+f", "pagedown"),
        "page",
        "Move a page of rows down.",
        (LIST, QUOTES, KEPT, CARD, HELP, PICKER),
    ),
    Action("page_up", ("b", "ctrl+b", "pageup"), "page back", "Turn a page back.", MOVING),
    Action("half_down", ("d", "ctrl+d"), "half page", "Move half a page down.", MOVING),
    Action("half_up", ("u", "ctrl+u"), "half back", "Move half a page up.", MOVING),
    Action("next_sentence", ("right_parenthesis",), "sentence", "Go to the next sentence.", (PAGE,)),
    Action(
        "previous_sentence", ("left_parenthesis",), "sentence back", "Go to the sentence before.", (PAGE,)
    ),
    Action("next_paragraph", ("right_curly_bracket",), "paragraph", "Go to the next paragraph.", (PAGE,)),
    Action(
        "previous_paragraph",
        ("left_curly_bracket",),
        "paragraph back",
        "Go to the paragraph before.",
        (PAGE,),
    ),
    Action("next_heading", ("full_stop",), "heading", "Go to the next heading.", (PAGE,)),
    Action("previous_heading", ("comma",), "heading back", "Go to the heading before.", (PAGE,)),
    Action(
        "percent",
        ("percent_sign",),
        "share",
        "Go to a share of the article: 50% is its middle (5j goes five lines, 3) three sentences).",
        (PAGE,),
    ),
    Action("jump_back", ("ctrl+o",), "jump back", "Go back to where the last jump began.", READING),
    Action("jump_forward", ("ctrl+y",), "jump forward", "Go forward to where you went back from.", READING),
    Action("set_mark", ("M",), "mark", "Mark this place with a letter.", (PAGE,)),
    Action("go_to_mark", ("grave_accent",), "to a mark", "Go to the place marked with a letter.", (PAGE,)),
    Action("top", ("g", "home"), "top", "Go to the first row or line.", MOVING),
    Action("bottom", ("G", "end"), "bottom", "Go to the last row or line.", MOVING),
    Action("next_article", ("J",), "next article", "Go to the next article of the list.", READING, hint=6),
    Action("previous_article", ("K",), "article before", "Go to the article before.", READING),
    Action("next_unread", ("n",), "next unread", "Go to the next unread article.", (LIST,)),
    Action("previous_unread", ("p", "N"), "unread before", "Go to the unread article before.", (LIST,)),
    Action("toggle_read", ("m",), "read/unread", "Mark the article as read, or as unread.", READING, hint=5),
    # No letter: the one that fits straightens the page's edges, and a person may think to be there.
    Action("read_all", ("ctrl+a",), "all read", "Mark all articles of the list as read.", (LIST,)),
    Action("kept", ("apostrophe", "B"), "kept", "Show all kept quotations.", READING, hint=3),
    Action(
        "quotes",
        ("quotation_mark", "w"),
        "all quotes",
        "Show the article's quotations in a list, or put that away.",
        (LIST, PAGE),
        hint=4,
    ),
    Action(
        "put_away",
        ("quotation_mark", "w"),
        "back",
        "Put the quotations away and return to where you were.",
        (QUOTES,),
    ),
    Action(
        "to_quote", ("enter", "right", "l"), "to the page", "Go to the quotation on the page.", (QUOTES,), 1
    ),
    Action(
        "filter_quotes",
        ("slash",),
        "find",
        "Show only the quotations with the words in them or in their speaker.",
        (QUOTES,),
        2,
    ),
    Action(
        "by_speaker",
        ("at", "W"),
        "by speaker",
        "Group the quotations by speaker, or show them in order.",
        (QUOTES,),
        2,
    ),
    Action("put_kept_away", ("apostrophe", "B"), "back", "Leave the kept quotations.", (KEPT,)),
    Action(
        "filter_kept",
        ("slash",),
        "find",
        "Show only what has all the words in its text, speaker, note, tags or title.",
        (KEPT,),
        2,
    ),
    Action(
        "group_kept", ("at", "W"), "group", "Group by article, speaker, tag, day, or not at all.", (KEPT,), 4
    ),
    Action("choose_kept", ("v", "space"), "choose", "Choose it: keys act on all chosen.", (KEPT,), 5),
    Action("choose_kept_range", ("V",), "choose to here", "Choose from the last chosen to here.", (KEPT,)),
    Action("all_quotes", ("1",), "all", "Show all quotations again.", (QUOTES, KEPT)),
    Action("kept_quotes", ("2",), "kept", "Show only the kept ones.", (QUOTES,)),
    Action("noted_quotes", ("3",), "noted", "Show only those with a note.", (QUOTES, KEPT)),
    Action("lost_places", ("5",), "lost places", "Look for what has no certain place any more.", (KEPT,)),
    Action(
        "place_here",
        ("P",),
        "place here",
        "Put the lost quotation one came with on the selected words.",
        (SELECTION,),
        hint=1,
    ),
    Action("unsure_quotes", ("4",), "in doubt", "Show only those with a speaker in doubt.", (QUOTES, KEPT)),
    Action(
        "filter",
        ("slash",),
        "find",
        "Show only the articles with the words in title, source or author.",
        (LIST,),
        hint=2,
    ),
    Action("find", ("slash",), "find", "Find words in the article, or re: a regular expression.", (PAGE,), 5),
    Action(
        "find_word",
        ("asterisk",),
        "this word",
        "Find the word you are at, or the words selected.",
        (PAGE, SELECTION),
    ),
    Action(
        "only_speaker",
        ("at", "W"),
        "only his",
        "Light only the quotations of this one's speaker, or all again.",
        (PAGE,),
    ),
    Action("show_all", ("1",), "all", "Show all articles.", (LIST,)),
    Action("show_unread", ("2",), "unread", "Show only the unread articles.", (LIST,)),
    Action("show_starred", ("3",), "starred", "Show only the starred articles.", (LIST,)),
    Action("show_kept", ("4",), "with quotes", "Show only the articles with kept quotes.", (LIST,)),
    Action(
        "order", ("Z",), "order", "Order the list by age, day, title, source, quotes, unread first.", (LIST,)
    ),
    Action("add", ("a",), "add", "Add a file to the library.", (LIST,), hint=6),
    Action(
        "remove", ("D", "delete"), "remove", "Move the article to the trash; undo brings it back.", (LIST,)
    ),
    Action(
        "rescan", ("r", "R"), "look again", "Take in files dropped into the library folder.", (LIST, PAGE)
    ),
    Action("browse", ("o",), "browser", "Open the article's address in the browser.", READING),
    Action("unfold", ("F",), "related", "Unfold the related lines, or fold them.", (PAGE,)),
    Action(
        "layers",
        ("backslash", "c"),
        "layers",
        "Show quotations and speakers, quotations, only what is kept, reported speech too, or nothing.",
        (PAGE,),
    ),
    Action("switch_pane", ("tab", "shift+tab"), "other pane", "Go to the other pane.", READING),
    Action("zen", ("z",), "zen", "Show the page alone, or bring the list back.", (LIST, PAGE)),
    Action("theme", ("T",), "theme", "Choose a theme.", EVERYWHERE),
    *PAGE_ACTIONS,
    Action("list_wider", ("greater_than_sign",), "wider list", "Widen the list.", READING),
    Action("list_narrower", ("less_than_sign",), "narrower list", "Narrow the list.", READING),
    Action("undo", ("U", "ctrl+z"), "undo", "Undo the last change.", (LIST, PAGE, QUOTES, KEPT), hint=7),
    Action("redo", ("ctrl+r",), "redo", "Do what was undone again.", (LIST, PAGE, QUOTES, KEPT)),
    Action(
        "back",
        ("escape", "left", "h"),
        "back",
        "End a search, then go back to the list; in the list, end the filter.",
        (LIST, PAGE),
    ),
    Action(
        "close",
        ("escape", "left", "h"),
        "back",
        "Choose nothing any more, else end the filter, else go back.",
        (QUOTES, KEPT, CARD, HELP, PICKER),
        hint=8,
    ),
    Action("quit", ("q",), "quit", "Leave Pullquote.", (LIST,), hint=9),
    Action(
        "leave",
        ("q",),
        "back",
        "Go back to where you came from.",
        (PAGE, QUOTES, KEPT, CARD, HELP, PICKER),
    ),
    Action("quit_now", ("Q", "ctrl+q"), "quit", "Leave Pullquote from anywhere.", MOVING),
    Action("redraw", ("ctrl+l",), "redraw", "Draw the screen anew.", MOVING),
    Action(
        "palette",
        ("ctrl+p", "colon"),
        "everything",
        "Find an action, a theme or an article by its words.",
        (LIST, PAGE, SELECTION, QUOTES, KEPT, CARD),
    ),
    Action("search_help", ("slash",), "find", "Show only the keys that do what you type.", (HELP,), hint=1),
    Action(
        "help", ("question_mark", "f1"), "help", "Show the keys.", (LIST, PAGE, QUOTES, KEPT, CARD), hint=10
    ),
)

CHANGING_ACTIONS = frozenset(
    "keep note tag label status repair drop place_here star toggle_read read_all add remove undo redo".split()
)
"""What a read-only app does not offer."""
APP_ACTIONS = frozenset({"theme", "quit_now", "redraw"})
"""What the app itself does, whatever screen is up."""

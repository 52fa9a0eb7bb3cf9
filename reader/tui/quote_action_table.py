"""The part of the table of actions that is about quotations and selected words."""

from __future__ import annotations

from reader.tui.action import CARD, IN_HAND, KEPT, LIST, PAGE, QUOTES, SELECTION, WRITING, Action

QUOTE_ACTIONS: tuple[Action, ...] = (
    Action("next_quote", ("right_square_bracket",), "next quote", "Go to the next quotation.", (PAGE,), 1),
    Action(
        "previous_quote",
        ("left_square_bracket", "p"),
        "previous quote",
        "Go to the quotation before.",
        (PAGE,),
    ),
    Action(
        "next_match", ("n",), "next match", "Go to the next match, or quotation if none is on.", (PAGE,), 1
    ),
    Action("previous_match", ("N",), "match before", "Go to the match before, or to the quotation.", (PAGE,)),
    Action(
        "keep",
        ("s",),
        "keep",
        "Keep the quotation or the selected words, or let them go.",
        IN_HAND,
        2,
    ),
    Action("note", ("a",), "note", "Write a note on the quotation; that keeps it.", WRITING, 6),
    Action("tag", ("t",), "tag", "Give the quotation tags; that keeps it.", WRITING),
    Action(
        "status", ("C",), "status", "Say whether it is to check, checked, used or not to be used.", WRITING
    ),
    Action(
        "repair", ("e",), "repair", "Put right the speaker, the bounds, or what is no quotation.", IN_HAND, 5
    ),
    Action("card", ("enter", "right", "l"), "card", "Show all there is to say of the quotation.", (PAGE,)),
    Action("card_of_chosen", ("i",), "card", "Show all there is to say of the quotation.", (QUOTES, KEPT)),
    Action(
        "label",
        ("H",),
        "label",
        "Keep the words under a label: key, check, use, or your own.",
        WRITING,
        7,
    ),
    Action(
        "drop", ("s", "D", "delete"), "let go", "Let the kept quotation go; undo keeps it again.", (KEPT,), 2
    ),
    Action("select", ("v",), "select", "Select words, from the current quotation on.", (PAGE, SELECTION)),
    Action("select_sentences", ("V",), "sentences", "Select whole sentences.", (PAGE, SELECTION)),
    Action("extend_right", ("right", "l"), "longer", "Take the end a character further.", (SELECTION,)),
    Action("extend_left", ("left", "h"), "shorter", "Take the end a character back.", (SELECTION,)),
    Action("extend_down", ("j", "down"), "line down", "Take the end a line down.", (SELECTION,)),
    Action("extend_up", ("k", "up"), "line up", "Take the end a line up.", (SELECTION,)),
    Action("extend_word", ("w",), "word", "Take the end to the end of a word.", (SELECTION,), hint=4),
    Action("extend_word_back", ("b",), "word back", "Take the end to the start of a word.", (SELECTION,)),
    Action(
        "extend_sentence",
        ("right_parenthesis",),
        "sentence",
        "Take the end to the end of a sentence.",
        (SELECTION,),
        hint=5,
    ),
    Action(
        "extend_sentence_back",
        ("left_parenthesis",),
        "sentence back",
        "Take the end to the start of a sentence.",
        (SELECTION,),
    ),
    Action(
        "extend_paragraph",
        ("right_curly_bracket",),
        "paragraph",
        "Take the end to the end of a paragraph.",
        (SELECTION,),
    ),
    Action(
        "extend_paragraph_back",
        ("left_curly_bracket",),
        "paragraph back",
        "Take the end to the start of a paragraph.",
        (SELECTION,),
    ),
    Action("extend_to_end", ("G", "end"), "to the end", "Take the end to the last word.", (SELECTION,)),
    Action("extend_to_start", ("g", "home"), "to the top", "Take the end to the first word.", (SELECTION,)),
    Action("select_other_end", ("o",), "other end", "Move the other end from now on.", (SELECTION,), hint=6),
    Action("select_nothing", ("escape", "q"), "let go", "Select nothing.", (SELECTION,), hint=8),
    Action("star", ("s",), "star", "Star the article, or take the star off.", (LIST,), hint=4),
    Action(
        "copy_quote",
        ("y",),
        "copy",
        "Copy the quotation with its speaker, or the selected words.",
        (PAGE, SELECTION, QUOTES, KEPT, CARD),
        hint=3,
    ),
    Action(
        "cite",
        ("Y",),
        "cite",
        "Copy the quotation or the selected words with the citation.",
        (PAGE, SELECTION, QUOTES, KEPT, CARD),
        4,
    ),
    Action("cite_article", ("Y",), "cite", "Copy the article's citation.", (LIST,)),
    Action(
        "export",
        ("x",),
        "export",
        "Write what is kept of the article, or what is chosen, to a file for other programs.",
        (LIST, PAGE, KEPT),
    ),
    Action(
        "pipe",
        ("exclamation_mark",),
        "hand on",
        "Hand the quotation to the program in the settings.",
        (PAGE, SELECTION, QUOTES, KEPT, CARD),
    ),
)

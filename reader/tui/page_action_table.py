"""The actions that say how the page is set, and the one that lists its links."""

from __future__ import annotations

from reader.tui.action import PAGE, READING, Action

PAGE_ACTIONS: tuple[Action, ...] = (
    Action(
        "links",
        ("L",),
        "links",
        "Number links, images and footnotes and list them: a number and Enter follow one.",
        (PAGE,),
    ),
    Action("pan_right", ("shift+right", "X"), "sideways", "Move wide code and tables to the left.", (PAGE,)),
    Action("pan_left", ("shift+left", "Z"), "back", "Move wide code and tables back to the right.", (PAGE,)),
    Action("wider", ("plus",), "wider", "Widen the column of text.", READING),
    Action("narrower", ("minus",), "narrower", "Narrow the column of text.", READING),
    Action("reset_width", ("equals_sign",), "usual width", "Give the column its usual width.", READING),
    Action("columns", ("vertical_line",), "columns", "Set one column, two, or as many as fit.", (PAGE,)),
    Action("line_spacing", ("I",), "spacing", "Set the lines wider apart, or closer again.", (PAGE,)),
    Action("justify", ("A",), "justify", "Set both edges of the column straight, or only the left.", (PAGE,)),
)

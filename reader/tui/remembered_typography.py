"""How the page is set at the start: as the settings say, but for what a person changed."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.mark import InterfaceState
from reader.settings import COLUMN_COUNTS, MAX_LINE_SPACING, Settings
from reader.tui.page.sheet import Typography


def usual_typography(settings: Settings) -> Typography:
    """Return how the settings want the page set."""
    columns = COLUMN_COUNTS.index(settings.columns)
    return Typography(settings.column_width, columns, settings.line_spacing, settings.justify)


def remembered_typography(interface: InterfaceState, usual: Typography) -> Typography:
    """Return how the page was set last; what is not remembered, or cannot be meant, is as usual."""
    columns, spacing = interface.columns, interface.line_spacing
    return Typography(
        interface.column_width or usual.column,
        COLUMN_COUNTS.index(columns) if columns in COLUMN_COUNTS else usual.columns,
        spacing if 1 <= spacing <= MAX_LINE_SPACING else usual.spacing,
        {"on": True, "off": False}.get(interface.justify, usual.is_justified),
    )


def with_typography(interface: InterfaceState, typography: Typography, usual: Typography) -> InterfaceState:
    """Return the state that remembers how the page is set, as far as that is not as usual."""
    justify = "on" if typography.is_justified else "off"
    return replace(
        interface,
        column_width=0 if typography.column == usual.column else typography.column,
        columns="" if typography.columns == usual.columns else COLUMN_COUNTS[typography.columns],
        line_spacing=0 if typography.spacing == usual.spacing else typography.spacing,
        justify="" if typography.is_justified == usual.is_justified else justify,
    )

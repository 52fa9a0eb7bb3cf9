"""The list pane: rows of articles."""

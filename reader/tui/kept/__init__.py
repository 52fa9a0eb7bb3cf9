"""The list of everything kept."""

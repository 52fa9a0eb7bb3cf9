"""Figures, not tests: ``python -m tests.bench`` prints them, each beside a bare Textual app of the same run."""

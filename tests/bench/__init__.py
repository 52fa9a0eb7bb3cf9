"""Figures, not tests: ``python -m tests.bench`` prints them, beside a bare Textual app of the same run."""

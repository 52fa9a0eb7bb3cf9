"""The quotes panel."""

"""The reading pane: an article laid out in lines, and the widget that shows them."""

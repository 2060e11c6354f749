"""Panels with a heading."""

from mengzhan.ui.widgets.panel import Panel


def titled(heading: str) -> Panel:
    """Return a panel whose heading is shown once it has its place: a label that is shown before
    is a window of its own for a moment, and takes the keyboard away from the page."""
    panel = Panel()
    panel.set_heading(heading)
    return panel

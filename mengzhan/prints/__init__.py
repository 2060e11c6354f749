"""Posters, booklets, visit sheets, letters and slips as PNG or PDF, painted with QtGui.

Not here: widgets, dialogs and printers (``ui``), and the choice of what may be shown (``rules``).
"""

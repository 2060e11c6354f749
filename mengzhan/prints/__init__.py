"""Posters, booklets, visit sheets, letters and slips, painted with QtGui: PDF, PNG, or a printer.

A print is a function from plain data (``rules``) to pages; a page is measured once and painted
anywhere. What goes to the public is Chinese whatever language the screen speaks, so its words are
plain literals and not translated.

Not here: widgets, dialogs and printers (``ui``), reading records and the choice of what may be
shown (``rules``).
"""

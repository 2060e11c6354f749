"""Import in the window: one page with four steps on the way of a file into the register.

The steps show what ``mengzhan.sheets.importing`` found and hand back what a person decided; what a
cell means and what becomes of a row is not decided here.
"""

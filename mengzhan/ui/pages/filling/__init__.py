"""Filling a superior's form in the window: one page with three steps.

The steps show what ``mengzhan.sheets.filling`` found and hand back what a person decided; what a
column means and what a cell gets is not decided here.
"""

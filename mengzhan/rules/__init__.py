"""What follows from records: due dates, ad lint, matching, indicators, hints, working days.

The operations (what a user does) live here as functions from a ``Reader``, a clock and an id
maker to a list of changes. Pure Python, but for ``language``. Not here: SQL, files, windows, or
anything that writes.
"""

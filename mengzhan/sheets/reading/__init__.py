"""Reading strangers' files safely: what a file really is, limits, a child process, named refusals.

``opening.open_book`` is the door. Not here: what the cells mean (``importing``).
"""

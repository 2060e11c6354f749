"""The window around the pages: starting, unlocking, locking, the rail, the bar, warnings, failures.

Not here: pages, forms, lists, what a record means.
"""

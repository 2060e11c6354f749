"""The encrypted database of one station: open, migrate, journal, fold, search, backup.

The only package beside ``office`` that knows SQL; the tables are caches of the journal.
Not here: what a change means (``rules``) and how it is shown (``ui``).
"""

"""The receiving side: roster, inbox, merge, duplicates, receipts, relay, reports.

Runs on SQLite, or on PostgreSQL behind the same small interface. Not here: how a package is
built or verified (``package``), and any window.
"""

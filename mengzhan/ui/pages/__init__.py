"""The pages of the window: lists, forms, what happened, sending.

A page takes the workspace, calls operations and shows what comes back. Not here: parts that know
no session (``widgets``), windows and dialogs of starting, SQL, rules.
"""

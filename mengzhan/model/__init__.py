"""What a record is: kinds, fields, code tables, parsing, checking and formatting of values.

Here too: the journal entry and its fold, messages, problems, progress, and ``resources.py``,
the one door to data files. Pure Python. Not here: anything that needs a database, a file
format of others, Qt, or more than one record at a time.
"""

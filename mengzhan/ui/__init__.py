"""Windows, pages, forms, tables and background tasks, in QtWidgets.

A screen calls operations and shows what they return. Not here: SQL, rules, file formats.
"""

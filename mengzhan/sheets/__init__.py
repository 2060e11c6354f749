"""Excel and WPS workbooks in and out: import, ledgers, filling a superior's form.

Not here: whether a row is right (``model`` checks values, ``rules`` decides) and SQL.
"""

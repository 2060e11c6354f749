"""Excel and WPS workbooks in and out.

``grid`` is what a workbook is to the rest: plain cells. ``reading`` makes it from a stranger's
file, ``importing`` makes records of it, ``ledgers`` writes registers and templates, ``filling``
writes into a superior's form and leaves all else as it was.

Not here: whether a value is right (``model`` checks values, ``rules`` decides) and SQL.
"""

import os

# lxml is there for Word letters. openpyxl would take it for workbooks as well, and then a full
# disk or a broken part comes as an error of lxml, not as the one that is named to the user.
os.environ["OPENPYXL_LXML"] = "False"

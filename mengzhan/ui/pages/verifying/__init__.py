"""信息核实 as list cleaning: the lists there are, and one of them worked through line by line.

What belongs here: the screens. Not here: what an answer writes and who belongs on a list
(``rules.verifying``, ``rules.cleaning``), workbooks (``sheets.namelist``).
"""

"""录入户表: what was ticked on visit sheets, keyed in line by line in the order of the sheet.

Not here: what a line becomes (``rules.house_visits``), and who stands on it (``store.papers``).
"""

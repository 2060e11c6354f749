"""Registers as workbooks that a superior would accept, blank templates, and what recipients want.

``ledger.write_ledger`` and ``template.write_template`` are the doors; a ``profile`` says which
columns in which ``forms``. Not here: filling somebody else's form (``filling``).
"""

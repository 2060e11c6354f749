"""Writing into a superior's form: cells are filled, everything else stays byte for byte.

``patching.patch_workbook`` writes cells, ``rowinsertion.insert_rows`` makes room first.
Not here: what belongs into which cell, and reading files (``reading``).
"""

"""发布: one dialog in which whatever goes out is chosen, looked at, copied, saved and printed.

Not here: how a page looks (``prints``), and what may stand on it (``rules``).
"""

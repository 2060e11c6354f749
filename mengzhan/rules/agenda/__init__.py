"""The agenda of a day (今日): every line that is due, its reason, and the order in which one walks.

What belongs here: which lines there are and why (``people``, ``employers``), how several about one
person become one (``lines``), seasons, putting off, and reading all of it in one go (``reading``).
Rules about single records stand in ``rules.due``, intervals and sources in ``rules.due_rules``.
Not here: keys, colours, paper.
"""

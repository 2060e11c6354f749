"""What stands around the list of 今日: its groups, half an hour, putting off, the sheet of the day.

Not here: which lines there are (``rules.agenda``), the list itself (``ui.pages.today_list``).
"""

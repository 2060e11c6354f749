"""The report of a month (月报): what it says, as plain data for the page, the papers and the workbook.

What belongs here: the order of the report, its figures beside those of other periods, the course of
the year, and drafts of texts. What does not: counting (``figures``), painting, writing files.
"""

from mengzhan.rules.reporting.draft import Draft
from mengzhan.rules.reporting.report import Line, Report, ReportCount, read_report
from mengzhan.rules.reporting.sections import SECTIONS, Section

__all__ = ["SECTIONS", "Draft", "Line", "Report", "ReportCount", "Section", "read_report"]

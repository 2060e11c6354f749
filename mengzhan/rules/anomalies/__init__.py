"""Anomalies (异常): what looks odd in a month and is explained or corrected before it is closed.

Station and office look with the same rules. What is looked for, and from how many on, stands in
``resources/tables/anomaly.csv``; how, in ``looking``. They are hints: nothing is decided here.
"""

from mengzhan.rules.anomalies.anomaly import Anomaly
from mengzhan.rules.anomalies.explaining import explain, explained
from mengzhan.rules.anomalies.looking import anomalies

__all__ = ["Anomaly", "anomalies", "explain", "explained"]

"""Matching in the window: who fits a vacancy, what fits a person, why, and what is missing.

The rules stand in ``rules.matching``. Not here: introducing whoever was ticked; the page says who.
"""

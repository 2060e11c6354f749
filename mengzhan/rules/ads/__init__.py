"""Advertisements of work: read from free text, and checked before they go out.

What belongs here: what an ad's words mean, the rules that they may break (``ad_rules.csv``, read by
``rulebook``) and the checks that no pattern can express. The way in to the checks is ``lint.lint``.
Not here: how hits are shown, where vacancies are kept, or rules about other records.
"""

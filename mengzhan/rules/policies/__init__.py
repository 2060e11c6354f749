"""Policies for people and employers: a library to read from, and hints of who may qualify.

``library`` holds who gets what, how much and where; ``eligibility`` compares records with what a
policy asks and says why, and what is still to be asked. Hints, never decisions. Both are tables
in ``resources/tables`` (``policy_library``, ``policy_tests``); a ``policy`` record, own or from
above, replaces what the library says of its item.
"""

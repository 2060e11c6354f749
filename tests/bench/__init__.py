"""Benchmarks, run on demand: ``python -m tests.bench.<name>``.

Each prints ratios against a floor (the shortest honest code for the same work) measured in the same
run, with absolute seconds and sizes beside. They assert nothing: machines differ.
"""

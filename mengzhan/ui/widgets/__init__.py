"""The parts that pages are made of: fields, forms, tables, panels, hints.

A part takes plain values and protocols, never a store. Not here: pages, operations, SQL.
"""

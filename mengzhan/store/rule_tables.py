"""Working with the rule tables of the folder that is open instead of the shipped ones."""

from mengzhan.model.resources import replace_tables
from mengzhan.store.reader import StoreReader

KIND = "rule_table"


def use(reader: StoreReader) -> None:
    """Let the tables of a folder stand in for the shipped ones, until another one is opened."""
    found = {}
    if reader.count(KIND):
        # what proves tables takes a while to import, and most folders have none
        from mengzhan.rules.tables import in_force

        found = in_force(reader)
    replace_tables(found)


def use_shipped() -> None:
    """Go back to the tables that came with the program: the folder was closed."""
    replace_tables({})

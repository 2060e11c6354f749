"""Working with the rule tables of the folder that is open instead of the shipped ones."""

from collections.abc import Callable
from typing import Any

from mengzhan.model.resources import replace_tables
from mengzhan.store.reader import StoreReader

KIND = "rule_table"


def use(reader: StoreReader, keep: Callable[[str, Any], None]) -> None:
    """Let the tables of a folder stand in for the shipped ones, until another one is opened.

    Args:
        keep: keeps a setting; what proofs said is kept, so that the next opening need not prove.
    """
    if not reader.count(KIND):
        replace_tables({})
        return
    # what proves tables takes a while to import, and most folders have none
    from mengzhan.rules.tables import PROVEN, editions, laid_over

    found = editions(reader)
    said = {one.mark: str(one.fault.message) if one.fault else "" for one in found if one.mark}
    if said != reader.setting(PROVEN):
        keep(PROVEN, said)
    replace_tables(laid_over(found))


def use_shipped() -> None:
    """Go back to the tables that came with the program: the folder was closed."""
    replace_tables({})

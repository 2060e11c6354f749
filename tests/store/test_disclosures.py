"""The log of what was written out in full."""

from mengzhan.store.disclosures import Disclosure, Disclosures, create_disclosures
from mengzhan.store.migrations import MAJOR
from mengzhan.store.schema import create_schema
from mengzhan.store.versions import MIGRATIONS
from tests.store.conftest import memory_ledger


def made(number: int) -> Disclosure:
    return Disclosure(f"2026-11-23T01:02:{number:02}.000Z", "op", "person", number, "报旗县就业局")


def test_the_newest_come_first() -> None:
    connection = memory_ledger()[0]
    log = Disclosures(connection)
    for number in range(1, 4):
        log.add(made(number))
    assert log.newest() == [made(3), made(2), made(1)]
    assert log.newest(1) == [made(3)]


def test_an_older_program_may_open_what_this_one_wrote() -> None:
    """The table was only added, so the major version stayed."""
    versions = {step.apply: step.version for step in MIGRATIONS}
    assert versions[create_disclosures] // MAJOR == versions[create_schema] // MAJOR

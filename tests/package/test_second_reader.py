"""Somebody else's reader, written from the help page alone, agrees on every sample package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.package import second_journal, second_reader
from tests.package.second_reader import Reading
from tests.programs import program

VECTORS = Path(__file__).parent.parent / "vectors"


@pytest.fixture(autouse=True)
def programs() -> None:
    """What the second reader runs."""
    program("age")
    program("ssh-keygen")


def listing(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


INDEX: list[dict[str, str]] = listing("index.json")


def reading(case: str, facts: dict[str, Any], work: Path) -> Reading:
    folder = VECTORS / case
    reader = facts["reader"]
    here = second_reader.Here(
        identity=facts["identity"],
        role=reader["role"],
        station=reader["station"],
        device=reader["device_id"],
        last_receipt=reader["last_receipt"],
        pinned=facts["pinned"],
        held=second_journal.journal((folder / facts["held"]).read_bytes()) if facts["held"] else [],
        now=facts["now"],
    )
    return second_reader.read(folder / "package.mzp", here, work)


@pytest.mark.parametrize("listed", INDEX, ids=lambda listed: listed["case"])
def test_second_reader_agrees(listed: dict[str, str], tmp_path: Path) -> None:
    facts = listing(f"{listed['case']}/case.json")
    found = reading(listed["case"], facts, tmp_path)
    assert found.outcome == facts["expected"]["outcome"] == listed["outcome"]
    nothing: dict[str, Any] = {"new_entries": 0, "verdicts": [], "states": {}}
    expected = {key: facts["expected"].get(key, none) for key, none in nothing.items()}
    assert found.new_entries == expected["new_entries"]
    assert found.verdicts == expected["verdicts"]
    assert second_journal.canonical(found.states) == second_journal.canonical(expected["states"])


def test_second_reader_works_out_numbers_and_codes() -> None:
    for key in listing("keys.json").values():
        assert second_reader.device_number(key["signing_key"]) == key["device_id"]
        assert second_reader.key_code(key) == key["key_code"].replace(" ", "")
    for listed in INDEX:
        package = (VECTORS / listed["case"] / "package.mzp").read_bytes()
        facts = listing(f"{listed['case']}/case.json")
        assert second_reader.check_number(package) == facts["check_number"]


def test_second_reader_reads_enrolment_files(tmp_path: Path) -> None:
    found = second_reader.enrolment((VECTORS / "enrolment.mzk").read_bytes(), tmp_path)
    assert found is not None
    assert (
        found["office"].items()
        >= {
            key: listing("keys.json")["office"][key] for key in ("signing_key", "age_recipient")
        }.items()
    )
    altered = (VECTORS / "enrolment_altered.mzk").read_bytes()
    assert second_reader.enrolment(altered, tmp_path) is None

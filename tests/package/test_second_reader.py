"""Somebody else's reader, written from the help page alone, agrees on every sample package."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.package import second_reader
from tests.package.second_reader import Reading

VECTORS = Path(__file__).parent.parent / "vectors"

pytestmark = pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("ssh-keygen")),
    reason="the second reader needs the programs age and ssh-keygen",
)


def listing(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


INDEX: list[dict[str, str]] = listing("index.json")


def reading(case: str, facts: dict[str, Any], work: Path) -> Reading:
    folder = VECTORS / case
    held = second_reader.journal((folder / facts["held"]).read_bytes()) if facts["held"] else []
    pinned = {(pin["station"], pin["signing_key"]) for pin in facts["pinned"]}
    package = folder / "package.mzp"
    return second_reader.read(package, facts["identity"], pinned, held, facts["now"], work)


@pytest.mark.parametrize("listed", INDEX, ids=lambda listed: listed["case"])
def test_second_reader_agrees(listed: dict[str, str], tmp_path: Path) -> None:
    facts = listing(f"{listed['case']}/case.json")
    found = reading(listed["case"], facts, tmp_path)
    assert found.outcome == facts["expected"]["outcome"] == listed["outcome"]
    nothing: dict[str, Any] = {"new_entries": 0, "verdicts": [], "states": {}}
    expected = {key: facts["expected"].get(key, none) for key, none in nothing.items()}
    assert found.new_entries == expected["new_entries"]
    assert found.verdicts == expected["verdicts"]
    assert second_reader.canonical(found.states) == second_reader.canonical(expected["states"])


def test_second_reader_works_out_the_device_numbers() -> None:
    for key in listing("keys.json").values():
        assert second_reader.device_number(key["signing_key"]) == key["device_id"]

"""Somebody else's reader, written from the help page alone, agrees on every sample package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.package import second_reader
from tests.package.second_reader import Pin, Reading

VECTORS = Path(__file__).parent.parent / "vectors"
INDEX: list[dict[str, str]] = json.loads((VECTORS / "index.json").read_text(encoding="utf-8"))


def given(case: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((VECTORS / case / "case.json").read_text(encoding="utf-8"))
    return found


def reading(case: str, work: Path) -> Reading:
    facts = given(case)
    held = (VECTORS / case / facts["held"]).read_bytes() if facts["held"] else None
    return second_reader.read(
        VECTORS / case / "package.mzp",
        facts["identity"],
        [Pin(pin["station"], pin["signing_key"]) for pin in facts["pinned"]],
        second_reader.journal(held) if held else [],
        facts["now"],
        work,
    )


@pytest.mark.parametrize("listed", INDEX, ids=lambda listed: listed["case"])
def test_second_reader_agrees(listed: dict[str, str], tmp_path: Path) -> None:
    expected = given(listed["case"])["expected"]
    found = reading(listed["case"], tmp_path)
    assert found.outcome == expected["outcome"] == listed["outcome"]
    if "states" not in expected:
        return
    for part in ("missing", "forks", "doubtful"):
        assert [list(span) for span in getattr(found, part)] == expected[part]
    assert found.new_entries == expected["new_entries"]
    assert found.verdicts == expected["verdicts"]
    states = {record: vars(state) for record, state in found.states.items()}
    assert states == expected["states"]

"""Rows of weights are found by their names, and survive being stored."""

from pathlib import Path

import numpy as np
import pytest

from mengzhan.model import resources
from mengzhan.rules.language.rows import Rows, read_rows
from tests.learning.storing import store

NAMES = ["rв找", "s", "r 两"]
TABLE = np.array([[1, -2], [0.5, 0.25], [0, 4]], np.float32)


def test_a_row_is_found_by_its_name() -> None:
    rows = Rows(NAMES, TABLE)
    assert rows["s"] == [0.5, 0.25]
    assert list(rows) == NAMES
    assert len(rows) == 3
    assert "找" not in rows
    with pytest.raises(KeyError):
        rows["找"]


def test_what_is_stored_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "language").mkdir()
    store(tmp_path / "language" / "told.npz", {"traits": TABLE}, {"traits": NAMES})
    monkeypatch.setattr(resources, "_root", lambda _folder: tmp_path)
    rows = read_rows("told", "traits")
    for name, row in zip(NAMES, TABLE, strict=True):
        assert rows[name] == pytest.approx(row, abs=0.02)

"""Random months: every figure equals the count from papers, and opens to exactly its records.

``python -m tests.bench.random_months 120`` does the same for more than a thousand months.
"""

from pathlib import Path

import pytest

from tests.rules.figures.judge import differences


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_months_are_counted_as_from_papers(tmp_path: Path, seed: int) -> None:
    found = [*differences(tmp_path, seed)]
    assert len(found) > 12
    assert [words for month in found for words in month] == []

"""Figures of random months against a count by brute force:
``python -m tests.bench.random_months [STATIONS] [FIRST SEED]``; a station makes nine months,
three quarters and three years to date.
"""

import sys
import tempfile
from pathlib import Path

from tests.rules.figures.judge import differences


def main() -> None:
    """Print how many months were counted, and every difference."""
    stations = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    start = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    months = wrong = 0
    for seed in range(start, start + stations):
        with tempfile.TemporaryDirectory() as name:
            for found in differences(Path(name), seed):
                months += 1
                wrong += bool(found)
                for words in found:
                    print(words)
    print(f"{stations} stations, {months} periods, {wrong} that differ")


if __name__ == "__main__":
    main()

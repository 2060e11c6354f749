"""Imports go one way, and starting the program loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("PySide6", "cryptography", "frictionless", "numpy", "openpyxl", "pyrage")


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run this Python in ``folder`` and return what it printed."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def lint_imports(config: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    return run("-c", code, "--config", str(config), "--no-cache", folder=folder)


def test_the_import_rules_hold() -> None:
    done = lint_imports(ROOT / "pyproject.toml", ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model", "from mengzhan import store"),
        ("rules", "import sqlite3"),
        ("store", "import PySide6.QtCore"),
        ("sheets", "from mengzhan import package"),
        ("ui", "import sqlcipher3"),
        ("cli", "import PySide6.QtWidgets"),
    ],
)
def test_a_broken_import_rule_is_found(tmp_path: Path, module: str, line: str) -> None:
    packages = ("model", "rules", "store", "sheets", "package", "office", "prints", "ui")
    for name in ("", *packages):
        folder = tmp_path / "mengzhan" / name
        folder.mkdir()
        (folder / "__init__.py").write_text("", encoding="utf-8")
    for name in ("cli", "__main__"):
        (tmp_path / "mengzhan" / f"{name}.py").write_text("", encoding="utf-8")
    assert lint_imports(ROOT / "pyproject.toml", tmp_path).returncode == 0
    broken = f"{module}.py" if module == "cli" else f"{module}/__init__.py"
    (tmp_path / "mengzhan" / broken).write_text(line + "\n", encoding="utf-8")
    done = lint_imports(ROOT / "pyproject.toml", tmp_path)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


def test_starting_loads_nothing_heavy() -> None:
    done = run("-c", "import mengzhan.cli, sys; print(*sys.modules, sep='\\n')")
    assert done.returncode == 0, done.stderr
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "mengzhan" in loaded
    assert sorted(loaded.intersection(HEAVY)) == []


RARE = ("sheets", "rules.matching", "rules.policies", "rules.ads.parse", "ui.pages.settings")
"""What a window needs only once its part is asked for."""


def test_a_window_opens_without_what_most_days_begin_without() -> None:
    done = run("-c", "import mengzhan.ui.app, sys; print(*sys.modules, sep='\\n')")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "mengzhan.ui.pages.records" in loaded
    rare = tuple(f"mengzhan.{name}" for name in RARE)
    assert [name for name in loaded if name.startswith(rare)] == []

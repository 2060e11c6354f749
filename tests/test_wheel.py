"""What people install is complete: a wheel works outside the tree, with its data."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
READ = """
import sys
from pathlib import Path
import mengzhan
from mengzhan.model.resources import read_table, resource_path, translation_path

target = Path(sys.argv[1])
for path in (Path(mengzhan.__file__), resource_path("icons", "mengzhan.svg"),
             resource_path("licences"), translation_path("mengzhan_en.ts")):
    assert path.exists() and path.is_relative_to(target), path
print(sum(len(read_table(path.stem)) for path in resource_path("tables").glob("*.csv")))
"""


def run(command: list[str], folder: Path, **environment: str) -> str:
    """Run ``command`` in ``folder`` and return what it printed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel offline: nothing is downloaded, neither for the build nor for running."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    run([*PIP, "wheel", *offline, "--wheel-dir", str(folder), str(ROOT)], folder)
    return next(folder.glob("mengzhan-*.whl"))


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_code_data_and_licence_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    data = files(ROOT / "resources") | files(ROOT / "i18n")
    assert names == files(ROOT / "mengzhan") | {f"mengzhan/_data/{name}" for name in data}
    metadata = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" in name]
    assert any(name.endswith("MulanPSL-2.0.txt") for name in metadata)


def test_an_installed_wheel_reads_its_data_outside_the_tree(wheel: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "target", tmp_path / "elsewhere"
    elsewhere.mkdir()
    offline = ["--no-index", "--no-deps", "--no-compile"]
    run([*PIP, "install", *offline, "--target", str(target), str(wheel)], elsewhere)
    rows = run([sys.executable, "-c", READ, str(target)], elsewhere, PYTHONPATH=str(target))
    assert int(rows) > 0
    shown = run([sys.executable, "-m", "mengzhan", "--help"], elsewhere, PYTHONPATH=str(target))
    assert "--data" in shown


def test_every_part_that_is_shipped_has_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=;\[]", line)[0] for line in project["dependencies"]}
    assert len(names) > 5
    table = (ROOT / "resources" / "licences" / "README.md").read_text(encoding="utf-8").lower()
    missing = [name for name in names if name.lower().removesuffix("-essentials") not in table]
    assert missing == []


def test_every_licence_text_of_the_table_is_there() -> None:
    folder = ROOT / "resources" / "licences"
    named = set(re.findall(r"[\w.-]+\.txt", (folder / "README.md").read_text(encoding="utf-8")))
    assert "LGPL-3.0.txt" in named
    assert [name for name in sorted(named) if not (folder / name).is_file()] == []

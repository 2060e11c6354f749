"""What tests need of the machine is installed by the set-up; what is missing is told."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.programs import PACKAGES, program

ROOT = Path(__file__).resolve().parent.parent


def test_the_set_up_installs_every_program() -> None:
    text = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    listed = re.search(r"^packages=\(\n(.*?)^\)", text, re.MULTILINE | re.DOTALL)
    assert listed is not None
    names = {name for line in listed[1].splitlines() for name in line.split("#")[0].split()}
    assert set(PACKAGES.values()) <= names


def test_no_program_is_run_that_is_not_listed() -> None:
    """A test that names a program by itself would fail without saying what to install."""
    own = {"sh", "sha256sum"}  # of every Debian
    called = re.compile(r"""(?:run|Popen)\(\s*\[\s*["']([\w-]+)|command = \[\s*["']([\w-]+)""")
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "tests").rglob("*.py")
        for pair in called.findall(path.read_text(encoding="utf-8"))
        for name in pair
        if name and name not in own and path.name != "second_reader.py"
    }
    assert found == set()


@pytest.mark.skipif(os.name == "nt", reason="programs are found another way there")
def test_a_program_is_found_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path(sys.executable)
    monkeypatch.setenv("PATH", str(here.parent))
    assert program(here.name) == str(here)


@pytest.mark.parametrize(
    ("ci", "ends"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_a_missing_program_fails_in_ci_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, ends: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    with pytest.raises(ends, match="ssh-keygen is missing: install openssh-client"):
        program("ssh-keygen")

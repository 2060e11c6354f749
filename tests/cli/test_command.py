"""Every command is documented, takes the common options, and starting stays light."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from mengzhan import cli
from mengzhan.cli import main
from mengzhan.model.resources import resource_path

_LATE = ("two_lists", "directions", "leaving", "referrals", "due", "verifying", "cleaning")
COMMON = {"--data", "--json", "--pin-file", "--operator", "--unmask"}


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, with its words."""
    for name, command in group.commands.items():
        words = f"{before}{name}"
        if isinstance(command, click.Group):
            yield from commands(command, f"{words} ")
        else:
            yield words, command


ALL = dict(commands(main))


def test_the_page_names_exactly_the_commands_that_there_are(
    documented: Mapping[str, set[str]],
) -> None:
    assert set(documented) - {""} == set(ALL)


@pytest.mark.parametrize("words", ALL)
def test_a_command_has_help_json_keys_and_the_common_options(
    words: str, documented: Mapping[str, set[str]]
) -> None:
    command = ALL[words]
    assert command.help, "says in Chinese what it does"
    assert documented[words], "its JSON keys stand on the page"
    options = {name for parameter in command.params for name in parameter.opts}
    assert options >= COMMON


@pytest.mark.parametrize("words", ALL)
def test_every_option_stands_on_the_page(words: str) -> None:
    text = resource_path("help", "cli.md").read_text(encoding="utf-8")
    part = text.split(f"### `mengzhan {words}`", 1)[1].split("\n### ", 1)[0]
    options = {
        name
        for parameter in ALL[words].params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    assert [name for name in sorted(options - COMMON - {"--help"}) if name not in part] == []


def test_every_error_code_of_the_command_line_stands_on_the_page() -> None:
    text = resource_path("help", "cli.md").read_text(encoding="utf-8")
    source = "".join(path.read_text("utf-8") for path in Path(cli.__file__).parent.glob("*.py"))
    codes = set(re.findall(r'refusal\(\s*"([A-Z_]+)"', source))
    codes |= set(re.findall(r'(?:Problem\(|"code": )"([A-Z_]+)"', source))
    assert len(codes) > 20
    assert [code for code in sorted(codes) if f"`{code}`" not in text] == []


def test_no_error_code_stands_on_the_page_that_nothing_raises() -> None:
    text = resource_path("help", "cli.md").read_text(encoding="utf-8")
    package = Path(cli.__file__).parent.parent
    source = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    codes = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", text))
    assert len(codes) > 60
    assert [code for code in sorted(codes) if f'"{code}"' not in source] == []


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    heavy = {"PySide6", "cryptography", "openpyxl", "pyrage", "sqlcipher3", "keyring", "numpy"}
    code = "import mengzhan.cli, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    loaded = {name.partition(".")[0] for name in modules}
    assert "mengzhan" in loaded
    assert loaded & heavy == set()
    # many rules stand on many others; a command that needs them loads them itself
    assert {f"mengzhan.rules.{name}" for name in _LATE} & modules == set()

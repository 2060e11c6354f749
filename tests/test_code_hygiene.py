"""Habits that no linter holds: finished code, small modules, tests where one looks for them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, TESTS = ROOT / "mengzhan", ROOT / "tests"
LONGEST = 400
MODULES = sorted(PACKAGE.rglob("*.py"))
TEXT_SUFFIXES = {"", ".md", ".nsi", ".ps1", ".py", ".sh", ".spec", ".toml", ".desktop", ".in"}
# Test modules that look at the project as a whole, and so mirror no module.
ACROSS = {
    "test_code_hygiene.py",
    "test_contact_ledgers.py",
    "test_format_page.py",
    "test_hostile.py",
    "test_i18n.py",
    "test_layers.py",
    "test_ledgers.py",
    "test_programs.py",
    "test_second_reader.py",
    "test_standard_tools.py",
    "test_vectors.py",
    "test_wheel.py",
}
# Folders of tests that go through many modules at once, or are about what made the shipped weights.
ACROSS_FOLDERS = {"learning", "scenarios"}
OPEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
# In pieces, so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.:-])/(home|root|work|Users)" + r"/\w|\b[A-Z]:\\+Users\\+\w")
REGISTRY = re.compile(
    "|".join(
        ("pypi" + r"\.", "python" + "hosted", "tuna" + r"\.", "ali" + "yun", "-index" + "-url")
    ),
    re.IGNORECASE,
)


def project_texts() -> list[Path]:
    """Return every text file that people wrote, below the fixed top-level names."""
    found = [ROOT / name for name in ("README.md", "pyproject.toml", "build.spec")]
    for folder in (".ci", "mengzhan", "tests", "resources"):
        found += [
            path
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
            and path.suffix in TEXT_SUFFIXES
            and not {"__pycache__", "licences"} & set(path.parts)
        ]
    return sorted(found)


def open_ends(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and name of what has a head but no body."""
    protocols = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)
        for child in node.body
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Pass):
            yield node.lineno, "pass"
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        decorators = " ".join(map(ast.unparse, node.decorator_list))
        only_words = all(
            isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
            for line in node.body
        )
        declared = id(node) in protocols or re.search("overload|abstract", decorators)
        if only_words and not declared:
            yield node.lineno, node.name


def mirrored(test: Path) -> Path:
    """Return the module that ``tests/<package>/test_x.py`` is about, without its suffix."""
    relative = test.relative_to(TESTS)
    return PACKAGE / relative.parent / relative.stem.removeprefix("test_")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_finished_and_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST, "a module that passes 400 lines wants a seam"
    assert OPEN.findall(text) == []
    assert list(open_ends(ast.parse(text))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f() -> None:\n    pass\n", [(2, "pass")]),
        ('def f() -> None:\n    """Later."""\n', [(1, "f")]),
        ("class A:\n    def f(self) -> None: ...\n", [(2, "f")]),
        ("class A(Protocol):\n    def f(self) -> None: ...\n", []),
        ('class Refused(Exception):\n    """Said no."""\n', []),
        ("try:\n    f()\nexcept OSError:\n    pass\n", [(4, "pass")]),
    ],
)
def test_an_open_end_is_found(code: str, found: list[tuple[int, str]]) -> None:
    assert list(open_ends(ast.parse(code))) == found


def test_every_package_says_what_belongs_there() -> None:
    folders = [path for path in PACKAGE.iterdir() if path.is_dir() and list(path.glob("*.py"))]
    assert len(folders) >= 8
    silent = [
        folder.name
        for folder in folders
        if not re.search("Not here:|not belong", (folder / "__init__.py").read_text("utf-8"))
    ]
    assert silent == []


def test_no_module_is_a_dumping_ground() -> None:
    names = {"common", "controller", "helper", "helpers", "manager", "misc", "util", "utils"}
    assert [path for path in MODULES if path.stem in names] == []


def test_tests_mirror_modules() -> None:
    tests = [
        path
        for path in TESTS.rglob("test_*.py")
        if path.name not in ACROSS and path.relative_to(TESTS).parts[0] not in ACROSS_FOLDERS
    ]
    assert tests
    lost = [
        path.relative_to(ROOT).as_posix()
        for path in tests
        if not mirrored(path).with_suffix(".py").is_file() and not mirrored(path).is_dir()
    ]
    assert lost == []


def test_only_the_command_line_prints() -> None:
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") != "cli"
    }
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, text in texts.items()
        if "print" in text  # to parse every module takes ten seconds
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert calls == []


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["path", "registry"])
def test_nothing_is_tied_to_one_machine(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in project_texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("path", ["/ho" + "me/anna/x", r"C:\Us" + r"ers\anna", '"/wo' + 'rk/x"'])
def test_a_machine_path_is_found(path: str) -> None:
    assert MACHINE.search(path)


def test_the_readme_and_ci_run_the_same_tests() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = "bash .ci/setup && .venv/bin/python -m pytest -n auto --dist worksteal"
    assert f"\n{command}\n" in readme
    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

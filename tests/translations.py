"""Keeps ``i18n/*.ts`` in step with the code.

``python -m tests.translations --update`` takes new texts into the catalogues and keeps every
translation that is there; ``--check`` (the default) says what is missing and fails.

Besides running ``lupdate`` this reads the code itself, because lupdate silently skips a text
inside an f-string, takes an f-string for a plain text and invents a context for ``other.tr()``.
"""

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE_LANGUAGE = "zh_CN"
MESSAGE_BLOCKS = re.compile(r"(?: *<message.*?</message>\n)+", re.DOTALL)
MESSAGE = re.compile(r" *<message.*?</message>\n", re.DOTALL)
PLACEHOLDER = re.compile(r"%L?(\d+|n)|\{(\w*)[^{}]*\}")
MARKER = "QT_TRANSLATE_NOOP"


@dataclass(frozen=True)
class Text:
    """One text of a catalogue: ``forms`` has one translation, or one per plural form."""

    context: str
    source: str
    forms: tuple[str, ...]
    finished: bool


class CodeReader(ast.NodeVisitor):
    """Collects the (context, text) pairs of one module and what lupdate would get wrong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pairs: set[tuple[str, str]] = set()
        self.faults: list[str] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name == MARKER and alias.asname:
                self._fault(node, f"lupdate does not know {MARKER} by another name")

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "tr" and isinstance(called, ast.Attribute):
            self._read_tr(node, called)
        elif name in ("translate", MARKER) and len(node.args) >= 2:
            self._read_translate(node, name)
        self.generic_visit(node)

    def _read_tr(self, node: ast.Call, called: ast.Attribute) -> None:
        if not self._classes or ast.unparse(called.value) != "self":
            self._fault(node, "tr() is understood only as self.tr() in a class")
        elif node.args:
            self._add(node, self._classes[-1], node.args[0])

    def _read_translate(self, node: ast.Call, name: str) -> None:
        context, text = node.args[:2]
        if not (isinstance(context, ast.Constant) and isinstance(context.value, str)):
            # str.translate, or somebody's own function of that name
            return
        if name == "translate" and isinstance(text, ast.Name | ast.Attribute):
            # a template of the core, marked where it was written
            return
        self._add(node, context.value, text)

    def _add(self, node: ast.Call, context: str, text: ast.expr) -> None:
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            self.pairs.add((context, text.value))
        else:
            kind = "an f-string" if isinstance(text, ast.JoinedStr) else "not a literal"
            self._fault(node, f"the text is {kind}, so it can never be translated")

    def _fault(self, node: ast.AST, words: str) -> None:
        self.faults.append(f"{self.name}:{getattr(node, 'lineno', 0)}: {words}")


def read_code(folder: Path) -> tuple[set[tuple[str, str]], list[str]]:
    """Return the (context, text) pairs of all modules below ``folder``, and the faults."""
    pairs: set[tuple[str, str]] = set()
    faults: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        reader = CodeReader(path.relative_to(folder.parent).as_posix())
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        pairs |= reader.pairs
        faults += reader.faults
    return pairs, faults


def sort_messages(catalogue: Path) -> None:
    """Order the messages of each context by their text, so that moving code changes no line."""
    text = catalogue.read_text(encoding="utf-8")
    text = MESSAGE_BLOCKS.sub(lambda found: "".join(sorted(MESSAGE.findall(found[0]))), text)
    catalogue.write_text(text, encoding="utf-8", newline="\n")


def run_lupdate(folder: Path, catalogue: Path) -> None:
    """Bring ``catalogue`` up to date: new texts in, gone ones out, translations kept.

    Raises:
        RuntimeError: lupdate failed.
    """
    language = catalogue.stem.partition("_")[2]
    with tempfile.TemporaryDirectory() as temp:
        names = Path(temp) / "files.lst"
        names.write_text("\n".join(str(path) for path in sorted(folder.rglob("*.py"))), "utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none"]
        options += ["-disable-heuristic", "similartext"]
        options += ["-source-language", SOURCE_LANGUAGE, "-target-language", language]
        tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
        command = [tool or "pyside6-lupdate", *options, f"@{names}", "-ts", str(catalogue)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not catalogue.exists():
        raise RuntimeError(f"lupdate: {done.stdout}{done.stderr}")
    sort_messages(catalogue)


def read_catalogue(path: Path) -> Iterator[Text]:
    """Yield every text of a ``.ts`` file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            plural = [form.text or "" for form in translation.iter("numerusform")]
            yield Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                tuple(plural) or (translation.text or "",),
                translation.get("type") is None,
            )


def placeholders(text: str) -> set[str]:
    """Return what a text leaves open: ``%1``, ``%n`` and the names in braces."""
    return {number or f"{{{name}}}" for number, name in PLACEHOLDER.findall(text)}


def check_text(text: Text) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    where = f"{text.context}: {text.source!r}"
    if not text.finished or not all(text.forms):
        yield f"{where}: not translated"
        return
    for form in text.forms:
        if placeholders(form) != placeholders(text.source):
            yield f"{where}: placeholders differ in {form!r}"


def check_catalogue(folder: Path, catalogue: Path, pairs: set[tuple[str, str]]) -> list[str]:
    """Return what is wrong with one ``.ts`` file, given what the code says."""
    with tempfile.TemporaryDirectory() as temp:
        fresh = Path(temp) / catalogue.name
        shutil.copyfile(catalogue, fresh)
        run_lupdate(folder, fresh)
        stale = fresh.read_bytes() != catalogue.read_bytes()
        texts = list(read_catalogue(fresh))
    faults = [f"{catalogue.name} is stale: run `python -m tests.translations --update`"] * stale
    found = {(text.context, text.source) for text in texts}
    faults += [f"lupdate does not see {pair}" for pair in sorted(pairs - found)]
    faults += [f"lupdate sees {pair}, the code has no such text" for pair in sorted(found - pairs)]
    return faults + [fault for text in texts for fault in check_text(text)]


def check(folder: Path, catalogues: list[Path]) -> list[str]:
    """Return every fault of the texts below ``folder`` and of their catalogues."""
    pairs, faults = read_code(folder)
    for catalogue in catalogues:
        faults += check_catalogue(folder, catalogue, pairs)
    return faults


def main() -> int:
    """Run the command line; the exit code is 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.translations")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--update", action="store_true", help="take new texts into i18n/*.ts")
    mode.add_argument("--check", action="store_true", help="say what is wrong (the default)")
    update = parser.parse_args().update
    folder, catalogues = ROOT / "mengzhan", sorted((ROOT / "i18n").glob("mengzhan_*.ts"))
    if update:
        for catalogue in catalogues:
            run_lupdate(folder, catalogue)
    faults = check(folder, catalogues)
    print("\n".join(faults) or "translations: up to date and complete")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())

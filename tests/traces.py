"""Looks for words in every file below a folder, however a file may hold them.

A file is read as it lies there and, where it is a container that nobody locked (zip, gzip, mail,
PDF), what is in it as well. Words count in UTF-8 and UTF-16, and with what people put between
digits taken out on both sides.
"""

import email
import gzip
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.programs import program

_BETWEEN = b"\0 -._/()+\t"
"""What may stand between digits; the zero bytes are those of UTF-16."""


def readings(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the content under its name, and what lies inside it under longer names."""
    yield name, content
    for inside, member in _members(content, is_mail=name.endswith(".eml")):
        yield from readings(f"{name}!{inside}", member)


def _members(content: bytes, *, is_mail: bool) -> Iterator[tuple[str, bytes]]:
    if is_mail:
        for number, part in enumerate(email.message_from_bytes(content).walk()):
            yield f"{number} header", str(part.items()).encode()
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield part.get_filename() or str(number), payload
    elif content.startswith(b"\x1f\x8b"):
        yield "gzip", gzip.decompress(content)
    elif content.startswith(b"%PDF-"):
        command = [program("pdftotext"), "-", "-"]
        yield "text", subprocess.run(command, input=content, capture_output=True, check=True).stdout
    elif zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                locked = info.flag_bits & 1
                yield info.filename, b"" if locked else archive.read(info)


def _squeezed(content: bytes) -> bytes:
    return content.translate(None, _BETWEEN)


def holds(content: bytes, words: str | re.Pattern[bytes]) -> bool:
    """Whether words stand in there; a pattern is held against what is left between separators."""
    if isinstance(words, re.Pattern):
        return words.search(_squeezed(content)) is not None
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    if any(words.encode(code) in content for code in codes):
        return True
    return _squeezed(words.encode()) in _squeezed(content)


def traces(folder: Path, *words: str | re.Pattern[bytes]) -> list[str]:
    """Return which file holds which of the words, in its content or in its name."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        seen = [("name", name.encode())]
        if path.is_file():
            seen += readings(name, path.read_bytes())
        found += [
            f"{where}: {one}" for where, content in seen for one in words if holds(content, one)
        ]
    return found

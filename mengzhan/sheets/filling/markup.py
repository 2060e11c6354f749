"""The XML of one part of a workbook: where each element stands, and changing only some bytes.

A part is handled as UTF-8; one in UTF-16 is turned into UTF-8 and back. What is not changed
keeps its bytes: quotes, prefixes, comments, CDATA, white space, order of attributes.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from mengzhan.sheets.filling.refusal import FormRefused

_MAIN = frozenset({
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
})  # fmt: skip
_OTHERS = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
}
_DECLARED = re.compile(rb"""^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_READ_AS_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_TAG_END = re.compile(rb"""[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")
_ATTRIBUTE = re.compile(rb"""(\s+)([^\s=/>"']+)(\s*=\s*)("[^"]*"|'[^']*')""")
_TAG_NAME = re.compile(rb"<((?:[^\s:/>]+:)?)[^\s:/>]+")

Edit = tuple[int, int, bytes]
"""Replace the bytes from the first place up to the second by these."""


@dataclass(slots=True)
class Element:
    """One element. ``name`` has no prefix in the main namespace, ``r:`` and ``rel:`` as usual.

    The places are offsets: ``start`` of the start tag, ``inner`` behind it, ``close`` of the end
    tag, ``end`` behind it. In ``<c/>`` the last three are equal.
    """

    data: bytes
    name: str
    attributes: dict[str, str]
    depth: int
    start: int
    close: int = 0
    end: int = 0
    text: list[str] = field(default_factory=list)

    @property
    def inner(self) -> int:
        """Where the start tag ends; an attribute may hold a ``>``."""
        found = _TAG_END.match(self.data, self.start)
        return found.end() if found else self.start


@dataclass(frozen=True)
class Markup:
    """A part as UTF-8, and how it was coded."""

    data: bytes
    codec: str

    @classmethod
    def read(cls, raw: bytes) -> "Markup":
        """Decode a part; ``FormRefused`` for an encoding that spreadsheets do not use."""
        for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
            if raw.startswith(mark):
                return cls(_decoded(raw, codec), codec)
        for begin, codec in ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be")):
            if raw.startswith(begin):
                return cls(_decoded(raw, codec), codec)
        declared = _DECLARED.match(raw.removeprefix(codecs.BOM_UTF8))
        if declared and declared[1].decode("ascii").lower() not in _READ_AS_UTF8:
            raise FormRefused("encoding", declared[1].decode("ascii"))
        return cls(_decoded(raw, "utf-8"), "utf-8")

    def changed(self, edits: list[Edit]) -> bytes:
        """Return the part in its own encoding with some bytes replaced."""
        out, at = bytearray(), 0
        for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
            if start < at:
                raise ValueError("edits overlap")
            out += self.data[at:start] + new
            at = end
        out += self.data[at:]
        return bytes(out) if self.codec == "utf-8" else out.decode("utf-8").encode(self.codec)

    def scan(
        self, opened: Callable[[Element], None] | None, closed: Callable[[Element], None]
    ) -> None:
        """Call back for every element, when it begins and when it is complete."""
        _Scanner(self.data, opened, closed).run()

    def elements(self) -> list[Element]:
        """Return all elements in the order of their end tags; only for small parts."""
        found: list[Element] = []
        self.scan(None, found.append)
        return found

    def tag(self, element: Element) -> bytes:
        """Return the start tag of an element."""
        return self.data[element.start : element.inner]

    def prefix(self, element: Element) -> bytes:
        """Return the prefix that an element has in the text, with its colon, or nothing."""
        found = _TAG_NAME.match(self.data, element.start)
        return found[1] if found else b""


class _Scanner:
    def __init__(
        self,
        data: bytes,
        opened: Callable[[Element], None] | None,
        closed: Callable[[Element], None],
    ) -> None:
        self._data, self._opened, self._closed = data, opened, closed
        self._open: list[Element] = []
        self._last: Element | None = None
        self._names: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse_document_type

    def run(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as problem:
            raise FormRefused("damaged", f"XML: {problem}") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        for key in attributes:
            if " " in key:
                attributes = {self._short(key): value for key, value in attributes.items()}
                break
        element = Element(self._data, self._short(name), attributes, len(self._open), start)
        self._open.append(element)
        self._last = element
        if self._opened:
            self._opened(element)

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        element.close = element.end = at = self._parser.CurrentByteIndex
        # Where nothing stood inside, expat is behind "<c/>" and in front of the "</c>" of "<c></c>".
        if self._last is not element or element.text or self._data[at - 2 : at] != b"/>":
            element.end = self._data.index(b">", at) + 1
        self._closed(element)

    def _text(self, text: str) -> None:
        self._open[-1].text.append(text)

    def _short(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = local if space in _MAIN else _OTHERS.get(space, f"{space} ".lstrip()) + local
            self._names[name] = known
        return known


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """Return a start tag with an attribute set, or taken away for ``None``."""
    wanted = name.encode("ascii")
    for found in _ATTRIBUTE.finditer(tag):
        if found[2] == wanted:
            new = b"" if value is None else found[1] + wanted + found[3] + _quoted(value)
            return tag[: found.start()] + new + tag[found.end() :]
    if value is None:
        return tag
    head = re.sub(rb"\s*/?>$", b"", tag)
    return head + b" " + wanted + b"=" + _quoted(value) + tag[len(head) :]


def opened_tag(tag: bytes) -> bytes:
    """Return ``<c ...>`` for ``<c .../>``."""
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def _quoted(value: str) -> bytes:
    return quoteattr(value).encode("utf-8")


def _decoded(raw: bytes, codec: str) -> bytes:
    try:
        return raw.decode(codec).encode("utf-8")
    except UnicodeError:
        raise FormRefused("encoding", codec) from None


def _refuse_document_type(*_parts: object) -> None:
    raise FormRefused("unsafe", "document type")

"""The parts of a workbook that say where the others are: relationships, workbook, styles."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from mengzhan.sheets.filling.archive import Archive
from mengzhan.sheets.filling.markup import Edit, Element, Markup, with_attribute
from mengzhan.sheets.filling.refusal import FormRefused

_BEFORE_CALCULATION = frozenset({
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
})  # fmt: skip
"""What stands before ``calcPr`` in a workbook part (ECMA-376 part 1, 18.2.27)."""
_TRUE = frozenset({"1", "true", "on"})
_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
"""Number formats without code that show a day (ECMA-376 part 1, 18.8.30, with those of zh-CN)."""
_NOT_SHOWN_AS_SUCH = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LEAP_DAY_THAT_NEVER_WAS = datetime(1900, 3, 1)
"""Excel counts a 29 February 1900; before it serial numbers are one less."""


@dataclass(frozen=True)
class SheetPart:
    """One sheet of the workbook: its name on the tab, its number in ``calcChain``, its part."""

    name: str
    number: str
    part: str
    is_worksheet: bool


class WorkbookPackage:
    """A workbook as parts that refer to one another, found as OPC says and never by guessing."""

    def __init__(self, source: bytes) -> None:
        self.archive = Archive(source)
        if "_rels/.rels" not in self.archive:
            raise FormRefused("not_a_workbook", "no relationships")
        self.workbook_part = self._main_part()
        self.workbook = self.markup(self.workbook_part)
        self._elements = self.workbook.elements()
        if not any(x.name == "workbook" and not x.depth for x in self._elements):
            raise FormRefused("not_a_workbook", "no workbook element")

    def markup(self, part: str) -> Markup:
        """Read one part."""
        return Markup.read(self.archive.read(part))

    @cached_property
    def sheets(self) -> list[SheetPart]:
        """All sheets in the order of their tabs."""
        related = self.related(self.workbook_part)
        found = []
        for element in self._elements:
            if element.name == "sheet" and element.depth == 2:
                sort, part = related.get(element.attributes.get("r:id", ""), ("", ""))
                found.append(
                    SheetPart(
                        element.attributes.get("name", ""),
                        element.attributes.get("sheetId", ""),
                        part,
                        sort == "worksheet",
                    )
                )
        return found

    def sheet(self, name: str) -> SheetPart:
        """Return the worksheet of that name."""
        for sheet in self.sheets:
            if sheet.name == name:
                if not sheet.is_worksheet:
                    raise FormRefused("no_cells", sheet=name)
                return sheet
        raise FormRefused("no_sheet", sheet=name)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return relationship id -> (last word of its type, name of the part it leads to)."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.archive:
            return {}
        found = {}
        for element in self.markup(relations).elements():
            given = element.attributes
            if element.name == "rel:Relationship" and given.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
                sort = given.get("Type", "").rpartition("/")[2]
                found[given.get("Id", "")] = (sort, target.removeprefix("/"))
        return found

    def recalculating(self) -> list[Edit]:
        """Return the change to the workbook part that has formulas worked out on opening."""
        before, top = None, None
        for element in self._elements:
            if element.depth == 1 and element.name == "calcPr":
                tag = with_attribute(self.workbook.tag(element), "fullCalcOnLoad", "1")
                return [(element.start, element.inner, tag)]
            if element.depth == 1 and element.name in _BEFORE_CALCULATION:
                before = element
            top = element
        if before is None or top is None:
            raise FormRefused("damaged", "no sheets in the workbook")
        tag = b'<%scalcPr fullCalcOnLoad="1"/>' % self.workbook.prefix(top)
        return [(before.end, before.end, tag)]

    @property
    def elements(self) -> list[Element]:
        """What stands in the workbook part."""
        return self._elements

    def serial(self, day: date) -> float | int | None:
        """Return the number that stands for a day here; ``None`` before the first day it has."""
        moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
        moment = moment.replace(tzinfo=None)
        if self._from_1904:
            passed, first = moment - _EPOCH_1904, timedelta(0)
        else:
            passed, first = moment - _EPOCH, timedelta(1)
            passed -= timedelta(moment < _LEAP_DAY_THAT_NEVER_WAS)
        if passed < first:
            return None
        value = passed / timedelta(1)
        return int(value) if value.is_integer() else value

    @cached_property
    def _from_1904(self) -> bool:
        return any(
            element.name == "workbookPr"
            and element.depth == 1
            and element.attributes.get("date1904", "0") in _TRUE
            for element in self._elements
        )

    @cached_property
    def date_styles(self) -> frozenset[int]:
        """Numbers of the cell styles that show a number as a day."""
        part = next((y for x, y in self.related(self.workbook_part).values() if x == "styles"), "")
        if part not in self.archive:
            return frozenset()
        codes, formats = {}, []
        for path, element in _paths(self.markup(part).elements()):
            if path == ("styleSheet", "numFmts", "numFmt"):
                codes[element.attributes.get("numFmtId")] = element.attributes.get("formatCode", "")
            elif path == ("styleSheet", "cellXfs", "xf"):
                formats.append(element.attributes.get("numFmtId", "0"))
        return frozenset(
            number
            for number, wanted in enumerate(formats)
            if (shows_a_day(codes[wanted]) if wanted in codes else _is_built_in_date(wanted))
        )

    def _main_part(self) -> str:
        for sort, part in self.related("").values():
            if sort == "officeDocument":
                if part.casefold().endswith(".bin") or part not in self.archive:
                    raise FormRefused("not_a_workbook", part)
                return part
        raise FormRefused("not_a_workbook", "no main part")


def shows_a_day(code: str) -> bool:
    """Tell whether a number format shows year, month or day, and not only a time or an amount."""
    shown = _NOT_SHOWN_AS_SUCH.sub("", code.partition(";")[0]).casefold()
    if "y" in shown or "d" in shown:
        return True
    return "m" in shown and not any(x in shown for x in "hs0#")


def _is_built_in_date(number: str) -> bool:
    return number.isdecimal() and int(number) in _BUILT_IN_DATES


def _paths(elements: list[Element]) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield each element with the names from the top down to itself."""
    path: list[str] = []
    for element in sorted(elements, key=lambda element: element.start):
        del path[element.depth :]
        path.append(element.name)
        yield tuple(path), element

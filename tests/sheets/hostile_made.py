"""Hostile and odd files made in code, each with what must come of it.

An outcome is a refusal's code, or the sort and then for each sheet ``rows x columns`` with ``m``
and the number of merged ranges, and ``hidden``.
"""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.sheets import makers as make
from tests.sheets.makers import LEDGER, parts, row_xml, sheet_xml, zipped


@dataclass(frozen=True)
class Made:
    """One made file: its name (which often lies), its bytes, and what must come of it."""

    name: str
    build: Callable[[], bytes]
    outcome: str


_PLAIN = "xlsx 2x2"
_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_HTML = "<html><body><table><tr><td>姓名</td></tr></table></body></html>"
_XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)
_DOCX_TYPES = (
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="表">'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
_CELL = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'


def _book(rows: str, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: zipped(parts(sheet_xml(rows, before, after)))


def _with(changes: dict[str, str | bytes | None]) -> Callable[[], bytes]:
    """Return the plain workbook with parts put in (or left out, for None)."""
    contents = parts() | {name: data for name, data in changes.items() if data is not None}
    for name in {name for name, data in changes.items() if data is None}:
        del contents[name]
    return lambda: zipped(contents)


def _inflating(name: str, claimed: int | None = None) -> Callable[[], bytes]:
    def build() -> bytes:
        contents = {k: v for k, v in parts().items() if k != name}
        huge = make.inflating(name, "<worksheet><sheetData>", 5, claimed)
        return make.raw_zip([*make.members_of(contents), huge])

    return build


def _cut(share: float) -> Callable[[], bytes]:
    def build() -> bytes:
        whole = zipped(
            parts(sheet_xml("".join(row_xml(n, "巴特尔", str(n * n)) for n in range(1, 999))))
        )
        return whole[: int(len(whole) * share)]

    return build


def _flipped() -> bytes:
    """Return a workbook with the middle of its sheet's deflate data overwritten."""
    whole = bytearray(_cut(1)())
    whole[len(whole) // 2 : len(whole) // 2 + 64] = b"\xff" * 64
    return bytes(whole)


def _sheets(count: int) -> Callable[[], bytes]:
    return lambda: zipped(parts(*[sheet_xml(LEDGER)] * count))


def _merges(count: int) -> Callable[[], bytes]:
    rows = "".join(row_xml(n, "户", "人") for n in range(1, 2 * count + 1))
    ranges = "".join(f'<mergeCell ref="A{2 * n + 1}:A{2 * n + 2}"/>' for n in range(count))
    return _book(rows, after=f'<mergeCells count="{count}">{ranges}</mergeCells>')


def _overlapping_merges() -> bytes:
    rows = row_xml(1, "x", "y") + row_xml(5000, "x", "y")
    ranges = '<mergeCell ref="A1:B5000"/>' * 2000
    return zipped(parts(sheet_xml(rows, after=f"<mergeCells>{ranges}</mergeCells>")))


def _odd_zip(**changes: Any) -> Callable[[], bytes]:
    def build() -> bytes:
        *rest, sheet = make.members_of(parts())
        return make.raw_zip([*rest, replace(sheet, **changes)])

    return build


def _zip64() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts().items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data.encode() if isinstance(data, str) else data)
    return target.getvalue()


def _ods(rows: int, columns: int) -> Callable[[], bytes]:
    """Return a maker of one cell that says it is repeated so often."""
    content = (
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    return lambda: zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": _ODS_HEAD + content + _ODS_TAIL,
        }
    )


def _csv(rows: int, columns: int = 3) -> Callable[[], bytes]:
    return lambda: (",".join("1" * columns) + "\n").encode() * rows


def _many_strings() -> bytes:
    """Return nine million empty strings, with enough noise that no ratio gives them away."""
    noise = f"<!--{random.Random(3).randbytes(200_000).hex()}-->"
    sheet = sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    return zipped(make.with_strings(noise + "<si/>" * 9_000_000, sheet))


def _deep() -> bytes:
    """Return a cell of elements within elements, far deeper than any stack."""
    inside = "".join(f'<r a="{n * n}">' for n in range(100_000)) + "</r>" * 100_000
    cell = f'<c r="A1" t="inlineStr"><is>{inside}</is></c>'
    return zipped(parts(sheet_xml(f'<row r="1">{cell}</row>')))


BOMBS = (
    Made("五个吉字节.xlsx", _inflating("xl/worksheets/sheet1.xml"), "BOOK_BOMB"),
    Made("五个吉字节说成一千.xlsx", _inflating("xl/worksheets/sheet1.xml", 1000), "BOOK_BOMB"),
    Made("五个吉字节的别处.xlsx", _inflating("xl/media/image1.png"), "BOOK_BOMB"),
    Made("共享字符串.xlsx", _many_strings, "BOOK_TOO_MANY_CELLS"),
    Made(
        "压缩比.xlsx",
        lambda: zipped(make.with_strings("<si/>" * 9_000_000, sheet_xml(LEDGER))),
        "BOOK_BOMB",
    ),
    Made(
        "十亿笑.xlsx", _with({"xl/worksheets/sheet1.xml": _LAUGHS + "<worksheet/>"}), "BOOK_UNSAFE"
    ),
    Made(
        "十亿笑在字符串.xlsx",
        lambda: zipped(make.with_strings("<si><t>&j;</t></si>", sheet_xml(LEDGER), _LAUGHS)),
        "BOOK_UNSAFE",
    ),
    Made(
        "外部实体.xlsx",
        _with({"xl/styles.xml": _XXE + "<styleSheet>&e;</styleSheet>"}),
        "BOOK_UNSAFE",
    ),
    Made(
        "外部实体在关系.xlsx", _with({"xl/_rels/workbook.xml.rels": _XXE + "<R/>"}), "BOOK_UNSAFE"
    ),
    Made(
        "空白后的实体.xlsx",
        _with({"xl/worksheets/sheet1.xml": " " * 70_000 + _XXE + "<worksheet/>"}),
        "BOOK_UNSAFE",
    ),
    Made(
        "注释后的实体.xlsx",
        _with({"xl/worksheets/sheet1.xml": f"<!--{'a<b>' * 20_000}-->{_XXE}<worksheet/>"}),
        "BOOK_UNSAFE",
    ),
    Made(
        "宽字符实体.xlsx",
        _with({"xl/worksheets/sheet1.xml": (_XXE + "<worksheet/>").encode("utf-16")}),
        "BOOK_UNSAFE",
    ),
    Made(
        "套得太深.xlsx",
        _deep,
        "BOOK_EMPTY",
    ),
)
ZIPS = (
    Made(
        "压缩包里的压缩包.xlsx",
        lambda: zipped({"a.zip": zipped({"b.zip": zipped({"c.xlsx": b"x"})})}),
        "BOOK_ARCHIVE",
    ),
    Made("夹带压缩包.xlsx", _with({"xl/embeddings/a.zip": zipped({"b": b"x" * 9999})}), _PLAIN),
    Made("往上走.xlsx", _with({"../../../../tmp/evil.xml": "<a/>"}), "BOOK_UNSAFE"),
    Made("反斜线往上走.xlsx", _with({"xl\\..\\..\\evil.xml": "<a/>"}), "BOOK_UNSAFE"),
    Made("绝对路径.xlsx", _with({"/etc/passwd": "x"}), "BOOK_UNSAFE"),
    Made("盘符.xlsx", _with({"C:/Windows/win.ini": "x"}), "BOOK_UNSAFE"),
    Made(
        "重名.xlsx",
        lambda: make.raw_zip([*make.members_of(parts()), make.deflated("xl/workbook.xml", "<a/>")]),
        "BOOK_UNSAFE",
    ),
    Made("大小写重名.xlsx", _with({"XL/WORKBOOK.XML": "<a/>"}), "BOOK_UNSAFE"),
    Made("一万零一个成员.xlsx", _with({f"x/{n}": "" for n in range(10_001)}), "BOOK_UNSAFE"),
    Made(
        "反斜线.xlsx", lambda: zipped({k.replace("/", "\\"): v for k, v in parts().items()}), _PLAIN
    ),
    Made("长字段.xlsx", _zip64, _PLAIN),
    Made("加密成员.xlsx", _odd_zip(flags=1), "BOOK_ENCRYPTED"),
    Made("别的压缩法.xlsx", _odd_zip(method=93), "BOOK_DAMAGED"),
    Made("校验和不对.xlsx", _odd_zip(crc=12345), "BOOK_DAMAGED"),
    Made("说小了.xlsx", _odd_zip(size=10), "BOOK_BOMB"),
    Made(
        "前面有东西.xlsx",
        lambda: make.raw_zip(make.members_of(parts()), b"MZ\x90\0" * 99),
        "BOOK_NOT_A_TABLE",
    ),
    Made("后面有东西.xlsx", lambda: zipped(parts()) + b"\0" * 999, _PLAIN),
    Made("写了一成.xlsx", _cut(0.1), "BOOK_DAMAGED"),
    Made("写了一半.xlsx", _cut(0.5), "BOOK_DAMAGED"),
    Made("差一字节.xlsx", lambda: _cut(1)()[:-1], "BOOK_DAMAGED"),
    Made("中间坏了.xlsx", _flipped, "BOOK_DAMAGED"),
    Made("空压缩包.xlsx", lambda: zipped({}), "BOOK_ARCHIVE"),
)
FAR = (
    Made(
        "天涯.xlsx",
        _book(row_xml(1, "x") + f'<row r="1048576">{_CELL.format("XFD1048576")}</row>'),
        "BOOK_TOO_MANY_ROWS",
    ),
    Made("海角.xlsx", _book(f'<row r="1">{_CELL.format("XFD1")}</row>'), "BOOK_TOO_MANY_COLUMNS"),
    Made(
        "远处只有格式.xlsx",
        _book(LEDGER + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'),
        _PLAIN,
    ),
    Made("自称用满.xlsx", _book(LEDGER, before='<dimension ref="A1:XFD1048576"/>'), _PLAIN),
    Made("自称一格.xlsx", _book(LEDGER, before='<dimension ref="A1"/>'), _PLAIN),
    Made(
        "谎报行号.xlsx",
        _book(f'<row r="1">{_CELL.format("A1")}{_CELL.format("ZZ900000")}</row>'),
        "xlsx 1x702",
    ),
    Made("行号太大.xlsx", _book(row_xml(1, "x") + row_xml(2_000_000, "y")), "BOOK_DAMAGED"),
    Made(
        "负行号.xlsx",
        _book('<row r="-5"><c r="A-5" t="inlineStr"><is><t>x</t></is></c></row>'),
        "BOOK_DAMAGED",
    ),
    Made(
        "零行号.xlsx",
        _book('<row r="0"><c r="A0" t="inlineStr"><is><t>x</t></is></c></row>'),
        "BOOK_DAMAGED",
    ),
    Made(
        "没有位置.xlsx",
        _book('<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row/>'),
        "xlsx 1x2",
    ),
    Made(
        "二十万零一行.xlsx",
        _book("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 200_002))),
        "BOOK_TOO_MANY_ROWS",
    ),
    Made(
        "远.xls",
        lambda: make.compound(
            {
                "Workbook": make.biff8(
                    [make.number_record(0, 0, 1), make.number_record(65535, 255, 2)]
                )
            }
        ),
        "BOOK_TOO_MUCH_MEMORY",
    ),
    Made("小.ods", _ods(3, 2), "ods 3x2"),
    Made("大.ods", _ods(4000, 900), "ods 4000x900"),
    Made("太大.ods", _ods(9000, 9000), "BOOK_TOO_MUCH_MEMORY"),
    Made("远.ods", _ods(1_048_576, 16_384), "BOOK_DAMAGED"),
)
SHAPES = (
    Made("合并一万处.xlsx", _merges(10_000), "xlsx 20000x2m10000"),
    Made("合并重叠.xlsx", _overlapping_merges, "BOOK_TOO_MANY_MERGES"),
    Made("三百张表.xlsx", _sheets(300), "xlsx " + " ".join(["2x2"] * 300)),
    Made("两千张表.xlsx", _sheets(2000), "BOOK_TOO_MANY_SHEETS"),
    Made(
        "😀𠮷.xlsx",
        lambda: zipped(parts(sheet_xml(row_xml(1, "😀", "𠮷野")), names=["😀𠮷"])),
        "xlsx 1x2",
    ),
    Made("正好这么长.xlsx", _book(row_xml(1, "长" * 32_767)), "xlsx 1x1"),
    Made("太长.xlsx", _book(row_xml(1, "长" * 40_000)), "BOOK_LONG_TEXT"),
    Made("没有行.xlsx", _book(""), "BOOK_EMPTY"),
    Made(
        "只有空格子.xlsx",
        _book('<row r="1"><c r="A1"/><c r="B1" t="inlineStr"><is><t></t></is></c></row>'),
        "BOOK_EMPTY",
    ),
    Made(
        "只有隐藏的表.xlsx",
        lambda: zipped(parts(sheet_xml(LEDGER), states=["veryHidden"])),
        "xlsx 2x2hidden",
    ),
    Made("只有图表.xlsx", lambda: zipped(make.chartsheet_only()), "BOOK_EMPTY"),
    Made(
        "外部链接.xlsx",
        _with(
            {
                "xl/externalLinks/externalLink1.xml": "<externalLink/>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": (
                    '<R Target="http://example.invalid/a.xlsx" TargetMode="External"/>'
                ),
                "xl/worksheets/sheet1.xml": sheet_xml(
                    '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c></row>'
                ),
            }
        ),
        "xlsx 1x1",
    ),
    Made(
        "动态数据交换.xlsx",
        _book("""<row r="1"><c r="A1" t="str"><f>cmd|'/C calc'!A0</f><v>文本</v></c></row>"""),
        "xlsx 1x1",
    ),
    Made("乱序.xlsx", _book(row_xml(2, "b") + row_xml(1, "a")), "xlsx 2x1"),
    Made("没有样式.xlsx", _book('<row r="1"><c r="A1" s="77"><v>45000</v></c></row>'), "xlsx 1x1"),
    Made(
        "日期太远.xlsx",
        _with(
            {
                "xl/worksheets/sheet1.xml": sheet_xml(
                    '<row r="1"><c r="A1" t="d"><v>99999-13-45</v></c></row>'
                )
            }
        ),
        "xlsx 1x1",
    ),
    Made(
        "不是数.xlsx",
        _book('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>abc</v></c></row>'),
        "xlsx 1x2",
    ),
    Made(
        "没有字符串表.xlsx", _book('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "BOOK_DAMAGED"
    ),
    Made("缺关系.xlsx", _with({"xl/_rels/workbook.xml.rels": None}), "BOOK_DAMAGED"),
    Made("缺工作表.xlsx", _with({"xl/worksheets/sheet1.xml": None}), "BOOK_DAMAGED"),
    Made("缺类型.xlsx", _with({"[Content_Types].xml": None}), _PLAIN),
    Made(
        "错类型.xlsx",
        _with(
            {
                "[Content_Types].xml": '<Types><Default Extension="xml" ContentType="image/png"/></Types>'
            }
        ),
        _PLAIN,
    ),
    Made(
        "没写完的标签.xlsx",
        _with({"xl/worksheets/sheet1.xml": sheet_xml(LEDGER)[:-40]}),
        "BOOK_DAMAGED",
    ),
    Made(
        "宽字符表.xlsx",
        _with(
            {
                "xl/worksheets/sheet1.xml": sheet_xml(LEDGER)
                .replace("UTF-8", "UTF-16")
                .encode("utf-16")
            }
        ),
        _PLAIN,
    ),
)
NAMES = (
    Made("其实是文本.xlsx", "姓名,电话\n巴特尔,15900000001\n".encode, "text 2x2"),
    Made("其实是工作簿.csv", lambda: zipped(parts()), _PLAIN),
    Made("其实是工作簿.xls", lambda: zipped(parts()), _PLAIN),
    Made(
        "其实是旧工作簿.xlsx",
        lambda: make.compound({"Workbook": make.biff8([make.number_record(0, 0, 1)])}),
        "xls 1x1",
    ),
    Made(
        "金山.et",
        lambda: make.compound({"Workbook": make.biff8([make.number_record(0, 0, 1)])}),
        "xls 1x1",
    ),
    Made("没有后缀", lambda: zipped(parts()), _PLAIN),
    Made("网页.xls", _HTML.encode, "BOOK_HTML"),
    Made("宽字符网页.xls", lambda: _HTML.encode("utf-16"), "BOOK_HTML"),
    Made(
        "单个文件网页.xls",
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + _HTML.encode(),
        "BOOK_HTML",
    ),
    Made("二〇〇三.xls", _XML_2003.encode, "BOOK_XML"),
    Made("图片.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "BOOK_PICTURE"),
    Made("照片.xls", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 99, "BOOK_PICTURE"),
    Made("文件.xlsx", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "BOOK_PDF"),
    Made(
        "文档.xlsx",
        lambda: zipped({"[Content_Types].xml": _DOCX_TYPES, "word/document.xml": "<d/>"}),
        "BOOK_DOCUMENT",
    ),
    Made("旧文档.xls", lambda: make.compound({"WordDocument": b"\xec\xa5"}), "BOOK_DOCUMENT"),
    Made("富文本.xls", lambda: rb"{\rtf1\ansi }", "BOOK_DOCUMENT"),
    Made(
        "报送包.xlsx",
        lambda: b"age-encryption.org/v1\n-> X25519 x\n" + bytes(range(256)),
        "BOOK_PACKAGE",
    ),
    Made("压缩.xlsx", lambda: b"Rar!\x1a\x07\x00" + b"\0" * 99, "BOOK_ARCHIVE"),
    Made("乱码.xlsx", lambda: bytes(range(256)) * 40, "BOOK_NOT_A_TABLE"),
    Made(
        "密码.xlsx",
        lambda: make.compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"x" * 5000}),
        "BOOK_ENCRYPTED",
    ),
    Made(
        "密码.xls",
        lambda: make.compound({"Workbook": make.biff8([], [(0x2F, b"\0" * 6)])}),
        "BOOK_ENCRYPTED",
    ),
    Made(
        "密码.ods",
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
                "content.xml": b"\x01\x02",
            }
        ),
        "BOOK_ENCRYPTED",
    ),
    Made("很旧.xls", lambda: b"\x09\x00\x04\x00\x02\x00\x10\x00" + b"\0" * 99, "BOOK_OLD_FORMAT"),
    Made(
        "坏的复合文件.xls",
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 4096,
        "BOOK_DAMAGED",
    ),
    Made(
        "半个.xls",
        lambda: make.compound(
            {"Workbook": make.biff8([make.number_record(n, 0, n) for n in range(900)])}
        )[:3000],
        "BOOK_DAMAGED",
    ),
    Made("空.xlsx", lambda: b"", "BOOK_EMPTY_FILE"),
    Made("~$台账.xlsx", lambda: b"\x08worker  " + b"\0" * 156, "BOOK_LOCK_FILE"),
    Made(".~台账.xlsx", lambda: b"\x08worker  " + b"\0" * 156, "BOOK_LOCK_FILE"),
)
TEXTS = (
    Made("宽字符.csv", lambda: "姓名,电话\r\n巴特尔,007\r\n".encode("utf-16"), "text 2x2"),
    Made("零字节.csv", "姓名,电话\n巴\0特尔,1\n".encode, "BOOK_NOT_A_TABLE"),
    Made("远处零字节.csv", lambda: b"a,b\n" * 20_000 + b"\0,\n", "BOOK_NOT_A_TABLE"),
    Made("一行五十兆.csv", lambda: b"x" * 50_000_000, "BOOK_LONG_LINE"),
    Made("一行很多列.csv", lambda: b"1," * 25_000_000, "BOOK_TOO_MANY_COLUMNS"),
    Made("五千万空行.csv", lambda: b"\n" * 50_000_000, "BOOK_TOO_MANY_ROWS"),
    Made("换行混用.csv", lambda: b'a,b\r\nc,d\re,f\n"g\r\nh",i', "text 4x2"),
    Made("引号没完.csv", '姓名,备注\n巴特尔,"没有完\n那日苏,x\n'.encode, "BOOK_QUOTES"),
    Made("国标.csv", lambda: "姓名,备注\n巴特尔,㐂𠮷\n".encode("gb18030"), "text 2x2"),
    Made("坏编码.csv", lambda: "姓名,备注\n".encode() + b"\x81\x20\xff\xff\n", "BOOK_ENCODING"),
    Made("只有标记.csv", lambda: b"\xef\xbb\xbf", "BOOK_EMPTY"),
    Made("分号.csv", "姓名;电话\n巴特尔;1,5\n".encode, "text 2x2"),
    Made("说明分隔符.csv", "sep=|\n姓名|电话\n".encode, "text 1x2"),
    Made("二十万行.csv", _csv(200_000), "text 200000x3"),
    Made("二十万零一行.csv", _csv(200_001), "BOOK_TOO_MANY_ROWS"),
    Made("一千列.csv", _csv(2, 1_000), "text 2x1000"),
    Made("一千零一列.csv", _csv(2, 1_001), "BOOK_TOO_MANY_COLUMNS"),
)
MADE = (*BOMBS, *ZIPS, *FAR, *SHAPES, *NAMES, *TEXTS)

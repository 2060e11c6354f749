"""Makes letter.docx, the template of the letter of introduction (推荐信): run it from the top.

``.venv/bin/python resources/templates/build_letter.py``. What may stand between double braces is
listed in ``README.md``; the program fills it in, ``mengzhan/prints/letter_word.py``.
"""

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

FACTS = (
    ("求职者电话", "{{ 求职者电话 }}"),
    ("身份证号", "{{ 身份证号 }}（本人带证件原件）"),
    ("工作地点", "{{ 工作地点 }}"),
    ("工资", "{{ 工资 }}"),
    ("单位联系人", "{{ 联系人 }}　{{ 联系电话 }}"),
)
LEFT, CENTRE, RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)


def write(
    document: Doc,
    text: str,
    points: float = 12,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    *,
    bold: bool = False,
) -> Paragraph:
    """Add a paragraph."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(text)
    run.font.size = Pt(points)
    run.bold = bold
    return paragraph


def tear_line(document: Doc) -> None:
    """Add the dashed line along which the slip is torn off."""
    paragraph = write(document, "沿虚线撕下，交回就业服务站", 9, CENTRE)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "dashed"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def build() -> Doc:
    """Return the template."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(1.6)
    style = document.styles["Normal"]
    style.font.name = "SimSun"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.rPr.append(language)
    write(document, "推 荐 信", 24, CENTRE, bold=True)
    write(document, "编号：{{ 编号 }}", align=RIGHT)
    write(document, "{{ 单位 }}：", bold=True)
    write(document, "　　{{ 正文 }}")
    for label, value in FACTS:
        write(document, f"{label}：{value}")
    write(document, "介绍工作不收费。请不要向求职者收押金或其他费用，不要扣身份证等证件。", 10)
    write(document, "", 20)  # room for the seal
    for text in ("（盖章）　{{ 站点 }}", "{{ 站点电话 }}", "经办人：{{ 经办人 }}", "{{ 日期 }}"):
        write(document, text, align=RIGHT)
    write(document, "", 8)
    tear_line(document)
    write(document, "回　执", 16, CENTRE, bold=True)
    write(document, "编号：{{ 编号 }}", align=RIGHT)
    write(document, "{{ 求职者 }} 应聘 {{ 岗位 }}（{{ 单位 }}）", bold=True)
    for text in ("{%p for 一项 in 结果 %}", "□ {{ 一项 }}", "{%p endfor %}"):
        write(document, text, 11)
    write(document, "到岗日期：______年____月____日　　没录用的原因：______________________", 11)
    write(
        document,
        "单位（盖章）、经办人：______________　电话：________________　日期：____月____日",
        11,
    )
    write(document, "{{ 说明 }}", 10)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "蒙站"
    properties.title, properties.comments = "推荐信", ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return document


if __name__ == "__main__":
    build().save(str(Path(__file__).parent / "letter.docx"))

"""The Word letter: filled in, editable, and safe whatever somebody writes into the template."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from mengzhan.model.resources import resource_path
from mengzhan.prints.letter_word import BadTemplate, letter_docx, template_path, values_of
from tests.letters import BARE_LETTER, LETTER, LONG_LETTER
from tests.postings import OUTLET

BUILT_IN = resource_path("templates", "letter.docx")


def text_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


def template(folder: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "own.docx"
    document.save(str(path))
    return path


def test_the_template_of_the_program_is_filled_in() -> None:
    text = text_of(letter_docx(LETTER, OUTLET, BUILT_IN))
    for expected in (
        "白音牧业专业合作社：",
        "兹推荐巴图孟和（男，36岁）到贵单位应聘",
        "求职者电话：19900004321",
        "□ 2 录用已到岗",
        "□ 1 已面试待结果",
        "巴图孟和 应聘 羊倌（接羔季）",
        "请在7日内把回执交回勿布林嘎查就业服务站 0482-8399000",
    ):
        assert expected in text
    assert text.count("编号：2026-0012") == 2
    assert "{" not in text


@pytest.mark.parametrize("letter", [LONG_LETTER, BARE_LETTER])
def test_long_and_empty_values_are_filled_in(letter: object) -> None:
    assert "推 荐 信" in text_of(letter_docx(letter, OUTLET, BUILT_IN))  # type: ignore[arg-type]


def test_every_name_a_template_may_use_is_documented() -> None:
    page = resource_path("templates", "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in values_of(LETTER, OUTLET))


def test_a_station_has_its_own_template(tmp_path: Path) -> None:
    assert template_path(tmp_path) == BUILT_IN
    own = tmp_path / "templates" / "letter.docx"
    own.parent.mkdir()
    own.write_bytes(template(tmp_path, "本站：{{ 站点 }}").read_bytes())
    assert text_of(letter_docx(LETTER, OUTLET, template_path(tmp_path))) == f"本站：{OUTLET.name}"


def test_values_are_text_and_never_markup(tmp_path: Path) -> None:
    from dataclasses import replace

    odd = replace(LETTER, person="<w:p/>&{{ 编号 }}")
    assert text_of(letter_docx(odd, OUTLET, template(tmp_path, "{{ 求职者 }}"))) == odd.person


@pytest.mark.parametrize(
    "line",
    [
        "{{ 编号.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ range(999999999) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ 编号 * 999999999 }}",
        "{{ 编号.ljust(999999999) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 9 ** 999999 }}",
        "{{ 编号|center(999999999) }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
    ],
)
def test_a_template_names_values_and_computes_nothing(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTemplate):
        letter_docx(LETTER, OUTLET, template(tmp_path, line))


def test_an_unknown_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match="求职人") as refused:
        letter_docx(LETTER, OUTLET, template(tmp_path, "{{ 求职人 }}"))
    assert refused.value.code == "LETTER_TEMPLATE"


@pytest.mark.parametrize("line", ["{{ 编号 < 3 }}", "{% for x in 3 %}{% endfor %}"])
def test_what_cannot_be_compared_or_gone_through_is_told(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTemplate, match="写法不对"):
        letter_docx(LETTER, OUTLET, template(tmp_path, line))


def test_a_misspelt_brace_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match="写法不对"):
        letter_docx(LETTER, OUTLET, template(tmp_path, "{{ 编号 }"))


def zipped(name: str, size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, b"0" * size)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"no zip at all", zipped("a", 9), zipped("word/document.xml", 30_000_000)]
)
def test_what_is_no_word_file_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    with pytest.raises(BadTemplate, match="打不开"):
        letter_docx(LETTER, OUTLET, path)


def test_the_template_names_no_person_as_its_author() -> None:
    properties = Document(str(BUILT_IN)).core_properties
    assert (properties.author, properties.last_modified_by) == ("蒙站", "蒙站")

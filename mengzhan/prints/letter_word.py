"""The letter of introduction (推荐信) as a Word file, from a template that a station may change.

A station's own template is ``templates/letter.docx`` in its data folder. Whatever somebody writes
into it is filled in within a sandbox: a template can name values, never run a program.
"""

import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from mengzhan.model.problem import UserError
from mengzhan.model.resources import resource_path
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.prints.letter import note, opening
from mengzhan.rules.postings import Outlet
from mengzhan.rules.referral_letter import ReferralLetter

OWN = Path("templates") / "letter.docx"
"""Where a station's own template is, below its data folder."""

_MOST_BYTES = 20_000_000
_UNREADABLE = QT_TRANSLATE_NOOP("model", "打不开，或不是 Word 文件（.docx）")
_UNKNOWN = QT_TRANSLATE_NOOP("model", "里面有不认识的项目：{name}")
_MISSPELT = QT_TRANSLATE_NOOP("model", "里面大括号的写法不对：{name}")


class BadTemplate(UserError):
    """A template that cannot be filled in; nothing was written."""

    def __init__(self, reason: Message) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "推荐信模板{reason}。请改好，或从数据文件夹里删掉它，改用自带的模板。"
        )
        super().__init__("LETTER_TEMPLATE", Message(words, {"reason": reason}))


def template_path(folder: Path) -> Path:
    """Return the template of a data folder: the station's own, or the one of the program."""
    own = folder / OWN
    return own if own.is_file() else resource_path("templates", "letter.docx")


def letter_docx(letter: ReferralLetter, outlet: Outlet, template: Path) -> bytes:
    """Return the filled-in template.

    Raises:
        BadTemplate: what is wrong with it.
    """
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError, UndefinedError
    from lxml.etree import LxmlError

    from mengzhan.prints.sandbox import Sandbox

    filled = io.BytesIO()
    try:
        document = DocxTemplate(io.BytesIO(_read(template)))
        document.render(values_of(letter, outlet), jinja_env=Sandbox())
        document.save(filled)
    except UndefinedError as error:
        raise BadTemplate(Message(_UNKNOWN, {"name": _named(error)})) from error
    except TemplateError as error:
        raise BadTemplate(Message(_MISSPELT, {"name": error.message or ""})) from error
    except TypeError as error:
        # a comparison or a loop over what cannot be compared or gone through
        raise BadTemplate(Message(_MISSPELT, {"name": str(error)})) from error
    except (OSError, BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise BadTemplate(Message(_UNREADABLE)) from error
    return filled.getvalue()


def values_of(letter: ReferralLetter, outlet: Outlet) -> dict[str, str | list[str]]:
    """Return what a template may name; the same names stand in ``resources/templates/README.md``."""
    return {
        "编号": letter.number,
        "日期": letter.day,
        "期限": letter.due_on,
        "求职者": letter.person,
        "性别": letter.sex,
        "年龄": "" if letter.age is None else str(letter.age),
        "身份证号": letter.id_number,
        "求职者电话": letter.person_phone,
        "单位": letter.employer,
        "岗位": letter.title,
        "工作地点": letter.workplace,
        "工资": letter.pay,
        "联系人": letter.contact,
        "联系电话": letter.phone,
        "站点": outlet.name,
        "站点电话": outlet.phone,
        "经办人": letter.operator,
        "正文": opening(letter),
        "说明": note(outlet),
        "结果": [f"{code} {words}" for code, words in letter.results],
    }


def _read(template: Path) -> bytes:
    """Read a template, unless it is far larger than any letter.

    Raises:
        ValueError: it is, packed or unpacked.
    """
    data = template.read_bytes() if template.stat().st_size <= _MOST_BYTES else b""
    with ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_BYTES:
            raise ValueError
    return data


def _named(error: Exception) -> str:
    """Return the name that Jinja did not know; its message quotes it."""
    return str(error).partition("'")[2].partition("'")[0] or str(error)

"""What goes out on paper and as pictures: vacancies, letters, visit sheets, leaflets, terms."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal, suffix_of
from mengzhan.cli.painting import application
from mengzhan.cli.station import one_division
from mengzhan.cli.typed import record_of

if TYPE_CHECKING:
    from mengzhan.prints.mongolian import Script
    from mengzhan.prints.page import Print
    from mengzhan.store.session import Session

_OUT = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_TEXT = "text"
PRINTED, _WORD = (".pdf", ".png"), ".docx"
NOT_PRINTED = "PRINT_FILE_TYPE"
_FORMS = ("poster", "picture", "booklet", "card", _TEXT)


@click.command(cls=Command)
@click.argument("vacancies", nargs=-1, required=True, metavar="VACANCY…")
@click.argument("out", type=_OUT)
@click.option(
    "--form", type=click.Choice(_FORMS), default="poster", show_default=True, help="海报、长图……"
)
@click.option("--mongolian", is_flag=True, help="加印蒙古文（用导入的术语）。")
@common
def poster(call: Call, vacancies: Sequence[str], out: Path, form: str, mongolian: bool) -> None:
    """发布岗位：海报、长图、岗位册、岗位卡，或微信文字（OUT 写 - 就显示在屏幕上）。"""
    from mengzhan.rules.postings import announcement, postings_of
    from mengzhan.store.papers import outlet_of

    if form != _TEXT:
        suffix_of(out, PRINTED, NOT_PRINTED)
    with call.session() as session:
        records = [record_of(session, "vacancy", text) for text in vacancies]
        found = postings_of(session.read(), records, session.today(), session.place.code)
        outlet, today = outlet_of(session), session.today()
        document: dict[str, Any] = {
            "form": form,
            "vacancies": len(found),
            "places": sum(posting.places for posting in found),
        }
        if form == _TEXT:
            text = announcement(found, outlet, today)
            files = _write_text(out, text)
            more = {"files": files, "pages": 0, "remarks": [], "text": text}
            call.answer(document | more, [_written(files)] if files else [text])
            return
        running = application()
        from mengzhan.prints.vacancy_forms import FORMS

        made = FORMS[form](found, outlet, today, _script(session) if mongolian else None)
        _answer(call, made, out, document | {"text": None})
        del running


def _script(session: "Session") -> "Script":
    from mengzhan.prints.mongolian import Script
    from mengzhan.store.papers import terms_of

    return Script.of(terms_of(session))


def _write_text(out: Path, text: str) -> list[str]:
    from mengzhan.store.atomic import write_atomic

    if str(out) == "-":
        return []
    if out.suffix.lower() in PRINTED:
        raise refusal("TEXT_FILE_NAME", "微信文字是文本，文件名请以 .txt 结尾，或者写 - 。")
    write_atomic(out, f"{text}\n".encode())
    return [str(out)]


def _written(files: Sequence[str]) -> str:
    return "已写好：" + "、".join(files)


def _answer(call: Call, made: "Print", out: Path, document: dict[str, Any]) -> None:
    """Write a print and say what was written."""
    from mengzhan.prints.files import write_print

    files = [str(path) for path in write_print(made, out)]
    more = {"files": files, "pages": len(made.pages), "remarks": list(made.remarks)}
    call.answer(document | more, [_written(files), f"共 {len(made.pages)} 页。", *made.remarks])


@click.command(cls=Command)
@click.argument("referral", metavar="REFERRAL")
@click.argument("out", type=_OUT)
@common
def letter(call: Call, referral: str, out: Path) -> None:
    """推荐信和回执：OUT 以 .pdf、.png 或 .docx（可以再改的 Word 文件）结尾。"""
    from mengzhan.rules.referral_letter import PURPOSE, referral_letter
    from mengzhan.store.papers import outlet_of

    suffix = suffix_of(out, (*PRINTED, _WORD), NOT_PRINTED)
    with call.session() as session:
        record = record_of(session, "referral", referral)
        found = referral_letter(session.read(), record, session.operator.name, session.today())
        outlet = outlet_of(session)
        document = {"number": found.number}
        running = application()
        # Noted before the file is in its place: better one too many than one too few.
        session.disclose("person", 1, PURPOSE)
        if suffix == _WORD:
            from mengzhan.prints.letter_word import letter_docx, template_path
            from mengzhan.store.atomic import write_atomic

            write_atomic(out, letter_docx(found, outlet, template_path(session.store.folder)))
            more = {"files": [str(out)], "pages": 1, "remarks": []}
            call.answer(document | more, [_written([str(out)])])
        else:
            from mengzhan.prints.letter import letters

            _answer(call, letters([found], outlet), out, document)
        del running


@click.command(cls=Command, name="visit-sheet")
@click.argument("out", type=_OUT)
@click.option("--place", default="", metavar="PLACE", help="嘎查村、社区；不写就是本站所在地。")
@click.option("--group", default="", metavar="GROUP", help="只要一个组、浩特。")
@common
def visit_sheet(call: Call, out: Path, place: str, group: str) -> None:
    """入户表：按村、组和走访路线排好，每行有行码，回来按行码录入。"""
    from mengzhan.rules.cleaning import DIED
    from mengzhan.rules.filters import Compare, Every, Filter, Not, OneOf, StartsWith
    from mengzhan.rules.visit_sheets import PURPOSE
    from mengzhan.store.papers import new_sheets, remember_sheets

    suffix_of(out, PRINTED, NOT_PRINTED)
    with call.session() as session:
        village = one_division(place).code if place else session.place.code
        died = OneOf("deregister_reason", (DIED,))
        where: list[Filter] = [StartsWith("residence", village), Not(died)]
        if group:
            where.append(Compare("area_group", "eq", group))
        reader = session.read()
        people = [row["id"] for row in reader.matching("person", Every(where))]
        sheets = new_sheets(session, people)
        running = application()
        from mengzhan.prints.visit_sheet import visit_sheets_print

        made = visit_sheets_print(sheets)
        remember_sheets(session, sheets)
        numbers = [sheet.number for sheet in sheets]
        session.disclose("person", len(people), PURPOSE)
        _answer(call, made, out, {"numbers": numbers, "people": len(people)})
        del running


@click.command(cls=Command, name="visit-line")
@click.argument("code")
@common
def visit_line(call: Call, code: str) -> None:
    """入户表上的一行是谁：输入行码，例如 KM12-07N。"""
    from mengzhan.store.papers import visited_at

    with call.session() as session:
        record = visited_at(session, code)
        title = session.read().title("person", record)
        call.answer({"id": record, "title": title}, [f"{title}  {record}"])


@click.command(cls=Command)
@click.argument("policies", nargs=-1, required=True, metavar="POLICY…")
@click.argument("out", type=_OUT)
@click.option("--a4", is_flag=True, help="A4 纸；不写就是 A5。")
@click.option("--mongolian", is_flag=True, help="加印蒙古文（用导入的术语）。")
@common
def leaflet(call: Call, policies: Sequence[str], out: Path, a4: bool, mongolian: bool) -> None:
    """政策宣传单：给谁、有什么、到哪办、依据、有效期。"""
    from mengzhan.rules.leaflets import leaflet_of
    from mengzhan.store.papers import outlet_of

    suffix_of(out, PRINTED, NOT_PRINTED)
    with call.session() as session:
        records = [record_of(session, "policy", text) for text in policies]
        found = [leaflet_of(session.read(), record) for record in records]
        running = application()
        from mengzhan.prints.leaflet import leaflets
        from mengzhan.prints.paper import A4, A5

        script = _script(session) if mongolian else None
        made = leaflets(found, outlet_of(session), A4 if a4 else A5, script)
        _answer(call, made, out, {"policies": len(found)})
        del running


@click.command(cls=Command)
@click.argument("file", type=_FILE, required=False)
@common
def terms(call: Call, file: Path | None) -> None:
    """蒙古文术语：导入一张表（中文、蒙古文、是否审校）；不写文件就列出现有的。"""
    from mengzhan.rules.mongolian import UNREVIEWED
    from mengzhan.store.papers import keep_terms, terms_of

    with call.session() as session:
        kept = terms_of(session)
        refused: tuple[int, ...] = ()
        if file is not None:
            from mengzhan.sheets.term_list import read_term_file

            read = read_term_file(file)
            kept, refused = kept.with_list(read.terms), read.refused
            keep_terms(session, kept)
        document = {
            "total": len(kept),
            "unreviewed": kept.unreviewed,
            "refused": list(refused),
            "terms": [
                {"chinese": t.chinese, "mongolian": t.mongolian, "reviewed": t.reviewed}
                for t in kept
            ],
        }
        lines = [f"{t.chinese}  {t.mongolian}  {'' if t.reviewed else UNREVIEWED}" for t in kept]
        skipped = [f"第 {number} 行不是术语，没有收。" for number in refused]
        counts = f"共 {len(kept)} 条，{kept.unreviewed} 条{UNREVIEWED}。"
        call.answer(document, [*([] if file else lines), *skipped, counts])


@click.command(cls=Command)
@click.argument("phone")
@common
def outlet(call: Call, phone: str) -> None:
    """印在招聘信息上的站里电话。"""
    from mengzhan.model.phone import check_phone, clean_phone
    from mengzhan.store.papers import outlet_of, set_outlet_phone

    with call.session() as session:
        problems = [problem for problem in check_phone(phone) if problem.blocks]
        if problems:
            raise refusal("OUTLET_PHONE", "这不像电话号码：{hint}", hint=problems[0].hint)
        set_outlet_phone(session, clean_phone(phone))
        known = outlet_of(session)
        call.answer(
            {"name": known.name, "phone": known.phone}, [f"{known.name} {known.phone}".strip()]
        )


COMMANDS: tuple[click.Command, ...] = (
    poster,
    letter,
    visit_sheet,
    visit_line,
    leaflet,
    terms,
    outlet,
)

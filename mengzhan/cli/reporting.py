"""The report of a month and the draft of a typical case on the command line, as files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal, suffix_of
from mengzhan.cli.painting import application
from mengzhan.cli.typed import one_record

if TYPE_CHECKING:
    from mengzhan.rules.reporting import Draft, Report
    from mengzhan.rules.reporting.particulars import Particulars
    from mengzhan.store.session import Session

_OUT = click.Path(dir_okay=False, path_type=Path)
_TEXTS = (".txt", ".docx")
_PAGES, _BOOK = ".pdf", ".xlsx"


@click.command(cls=Command)
@click.argument("out", type=_OUT)
@click.option("--month", default="", metavar="YYYY-MM", help="哪个月；默认本月。")
@common
def report(call: Call, out: Path, month: str) -> None:
    """月报：OUT 以 .pdf（图和表）、.xlsx（附依据）、.docx 或 .txt（通报稿）结尾。"""
    from mengzhan.rules.figures import Period
    from mengzhan.rules.reporting import read_report
    from mengzhan.sheets.month_book import write_month_book
    from mengzhan.store.report_facts import particulars_of, stands_with_corrections

    suffix = suffix_of(out, (_PAGES, _BOOK, *_TEXTS), "REPORT_SUFFIX")
    with call.session() as session:
        today = session.today()
        period = Period.parse(month) if month else Period.month_of(today)
        if period.first > today:
            raise refusal("MONTH_AHEAD", "{month} 还没有开始。", month=month)
        stands, corrected = stands_with_corrections(session, f"{period.first:%Y-%m}")
        closed = stands.close is not None
        found = read_report(session.read(), period, today, whole=closed)
        document: dict[str, Any] = {
            "file": str(out),
            "month": f"{period.first:%Y-%m}",
            "first": found.period.first.isoformat(),
            "last": found.period.last.isoformat(),
            "closed_on": stands.close.closed_on if stands.close is not None else "",
            "changed": list(stands.changed),
            "figures": {code: line.now.shown for code, line in found.lines.items()},
            "text": None,
        }
        if suffix in _TEXTS:
            draft = _bulletin(session, found)
            _write_draft(draft, out)
            document["text"] = draft.text
        elif suffix == _BOOK:
            about = particulars_of(session, found, stands, corrected)
            write_month_book(session.read(), found, about, out)
        else:
            _write_pages(found, particulars_of(session, found, stands, corrected), out)
        call.answer(document, [f"已写好：{out}"])


def _bulletin(session: "Session", found: "Report") -> "Draft":
    from mengzhan.rules.postings import day_words
    from mengzhan.rules.reporting.bulletin import bulletin

    day = day_words(found.day.isoformat())
    return bulletin(session.place.name, found.period, found.now, found.before, closing=day)


def _write_pages(found: "Report", about: "Particulars", out: Path) -> None:
    running = application()
    from mengzhan.prints.files import write_print
    from mengzhan.prints.month_report import month_report

    write_print(month_report(found, about), out)
    del running


@click.command(cls=Command, name="case")
@click.argument("person", metavar="PERSON")
@click.argument("out", type=_OUT)
@common
def case(call: Call, person: str, out: Path) -> None:
    """典型案例初稿，姓名隐去：OUT 以 .docx 或 .txt 结尾，写 - 就显示在屏幕上。"""
    from mengzhan.rules.reporting.case import typical_case

    if str(out) != "-":
        suffix_of(out, _TEXTS, "REPORT_SUFFIX")
    with call.session() as session:
        record = one_record(session, "person", person)
        if record is None:
            words = "“{text}”对不上一位人员。请填编号，或只对得上一人的名字。"
            raise refusal("REFERENCE_UNKNOWN", words, text=person)
        draft = typical_case(session.read(), record, session.place.name, session.today())
    if str(out) == "-":
        call.answer({"file": "", "text": draft.text}, [draft.text])
        return
    _write_draft(draft, out)
    call.answer({"file": str(out), "text": draft.text}, [f"已写好：{out}"])


def _write_draft(draft: "Draft", out: Path) -> None:
    from mengzhan.store.atomic import write_atomic

    if out.suffix.lower() == ".docx":
        from mengzhan.prints.draft_word import draft_docx

        write_atomic(out, draft_docx(draft))
    else:
        write_atomic(out, f"{draft.text}\n".encode())


COMMANDS = (report, case)

"""今日 on the command line: what is due, put off, the sheet of the day, the calendar of holidays."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal, suffix_of
from mengzhan.cli.painting import application
from mengzhan.cli.printing import NOT_PRINTED, PRINTED
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import code_of, day_of

if TYPE_CHECKING:
    from mengzhan.rules.agenda.lines import Line

_OUT = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _line(line: "Line") -> dict[str, Any]:
    return {
        "kind": line.kind,
        "record": line.due.record,
        "work": line.due.work,
        "by": line.due.by.isoformat(),
        "overdue": line.overdue,
        "title": line.title,
        "place": line.place,
        "reason": str(line.reason),
        "notes": [str(note) for note in line.notes],
        "minutes": line.minutes,
        "waiting": line.waiting.record,
    }


def _written(lines: "Iterable[Line]") -> list[str]:
    rows = [
        [
            f"{line.due.by}{'!' if line.overdue else ''}",
            line.title,
            line.place,
            "；".join(map(str, (line.reason, *line.notes))),
        ]
        for line in lines
    ]
    return aligned(["期限", "谁、什么", "在哪", "为什么"], rows) if rows else []


@click.command(cls=Command)
@click.option("--date", "day", default="", metavar="DATE", help="哪一天；不写就是今天。")
@click.option("--minutes", type=click.IntRange(1), default=None, help="只要这么多分钟能办的。")
@common
def today(call: Call, day: str, minutes: int | None) -> None:
    """今日：该办的事，先逾期，再按路线，每条都有原因。"""
    from mengzhan.package.desk_work import read_day
    from mengzhan.rules.agenda.lines import within

    with call.session() as session:
        agenda = read_day(session, day_of(session, day))
        chosen = agenda.lines if minutes is None else within(agenda.lines, minutes)
        unseen = {place: len(lines) for place, lines in agenda.unseen.items()}
        document = {
            "date": agenda.day.isoformat(),
            "due": len(agenda.lines),
            "lines": [_line(line) for line in chosen],
            "put_off": [_line(line) for line in agenda.put_off],
            "unseen": unseen,
            "unknown_years": list(agenda.unknown_years),
        }
        words = [f"今天要办 {len(agenda.lines)} 件。", *_written(chosen)]
        if agenda.put_off:
            words += [f"推后的 {len(agenda.put_off)} 件：", *_written(agenda.put_off)]
        if unseen:
            words.append(f"本月没走访的单位 {sum(unseen.values())} 家。")
        words += [f"没有 {year} 年放假安排，按周一到周五算。" for year in agenda.unknown_years]
        call.answer(document, words)


@click.command(cls=Command, name="put-off")
@click.argument("record")
@click.option("--until", default="", metavar="DATE", help="推后到哪天；不写就是放回今日。")
@click.option("--reason", default="", metavar="CODE", help="为什么（put_off_reason）。")
@common
def put_off_record(call: Call, record: str, until: str, reason: str) -> None:
    """往后放：人员、单位、岗位、任务在某天以前不再催。"""
    from mengzhan.rules.agenda.putting_off import put_off, take_up

    with call.session() as session:
        operation = take_up(record)
        if until:
            code = code_of("put_off_reason", reason)
            if code is None:
                raise refusal("PUT_OFF_REASON", "往后放要有原因，请用 --reason 写一个。")
            operation = put_off(record, day_of(session, until), code.code)
        done = session.run(operation, "edit put_off")
        words = "已往后放。" if until else "已放回今日。"
        call.answer({"action": done.action, "changed": len(done.records)}, [words])


@click.command(cls=Command, name="day-list")
@click.argument("out", type=_OUT)
@common
def day_list(call: Call, out: Path) -> None:
    """今日清单：电话、行码和勾选框，回来按行码录入。"""
    from mengzhan.rules.agenda.reading import read_agenda
    from mengzhan.store.day_sheet import day_sheet

    suffix_of(out, PRINTED, NOT_PRINTED)
    with call.session() as session:
        lines = read_agenda(session.read(), session.today()).lines
        if not lines:
            raise refusal("DAY_EMPTY", "今天没有要办的，没有可印的。")
        sheets, others, leave = day_sheet(session, lines)
        running = application()
        from mengzhan.prints.day_list import day_list_print
        from mengzhan.prints.files import write_print

        made = day_list_print(sheets, others, session.today().isoformat())
        # Noted before the file is in its place: better one too many than one too few.
        leave()
        files = [str(path) for path in write_print(made, out)]
        document = {
            "files": files,
            "pages": len(made.pages),
            "lines": len(lines),
            "numbers": [sheet.number for sheet in sheets],
        }
        call.answer(document, [f"已写好：{'、'.join(files)}", f"共 {len(made.pages)} 页。"])
        del running


COMMANDS: tuple[click.Command, ...] = (today, put_off_record, day_list)

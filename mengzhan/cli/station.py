"""Setting up a station, enrolling it with its office, backups, rebuilding the tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import code_of

if TYPE_CHECKING:
    from mengzhan.model.divisions import Division
    from mengzhan.package.enrolment import Enrolment
    from mengzhan.store.connection import Store
    from mengzhan.store.session import Place, Session


@click.command(cls=Command)
@click.argument("station", metavar="STATION")
@click.option("--name", "operator_name", required=True, metavar="NAME", help="操作员姓名。")
@click.option("--role", default="1", show_default=True, help="操作员身份：代码或文字。")
@click.option("--title", default="", help="站名；不写就是 某某嘎查就业服务站。")
@click.option(
    "--enrol",
    "enrolment",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="上级给的登记文件（.mzk）。",
)
@click.option("--code", "spoken", default="", help="上级在电话里念的 20 位密钥码。")
@common
def init(
    call: Call,
    station: str,
    operator_name: str,
    role: str,
    title: str,
    enrolment: Path | None,
    spoken: str,
) -> None:
    """建立站点。STATION 是代码、名称或拼音，如 勿布林嘎查 或 wblgc。"""
    from mengzhan.store.session import Place

    division = one_division(station)
    found = None
    if enrolment is not None:
        found = trusted_enrolment(enrolment, spoken, division.code)
    session, recovery_code = new_folder(
        call, Place(division.code, title or station_title(division)), operator_name, role
    )
    try:
        if found is not None:
            from mengzhan.package.device import enrol

            enrol(session, found)
        document = {
            "station": {"code": session.place.code, "name": session.place.name},
            "operator": {"id": session.operator.id, "name": session.operator.name},
            "data": str(call.data),
            "recovery_code": recovery_code,
            "office": None if found is None else office_document(found),
        }
    finally:
        session.close()
    call.answer(document, _welcome(document))


def _welcome(document: dict[str, Any]) -> list[str]:
    station, office = document["station"], document["office"]
    return [
        f"已建立 {station['name']}（{station['code']}），操作员 {document['operator']['name']}。",
        f"数据文件夹：{document['data']}",
        f"上级：{office['name'] if office else '还没有登记，报送前用 mengzhan enrol 登记。'}",
        "恢复码只显示这一次，请抄下锁好，忘了 PIN 时用：",
        f"  {document['recovery_code']}",
    ]


def one_division(text: str) -> "Division":
    """Return the one place that a code, a name or pinyin means.

    Raises:
        UserError: ``STATION_UNKNOWN``, with the first candidates.
    """
    from mengzhan.model.divisions import division_tree

    tree = division_tree()
    exact = tree.find(text)
    hits = [exact] if exact else tree.search(text, limit=9)
    if len(hits) == 1:
        return hits[0]
    if not hits:
        raise refusal("STATION_UNKNOWN", "找不到这个地方。请换名称、拼音或 12 位代码再试。")
    names = "；".join(f"{hit.code} {tree.full_name(hit.code)}" for hit in hits[:8])
    more = " 等" if len(hits) > 8 else ""
    words = "对得上的地方不止一个：{names}{more}。请写代码。"
    raise refusal("STATION_UNKNOWN", words, names=names, more=more)


def station_title(division: "Division") -> str:
    """Return what a station at a place is called, as the window proposes it."""
    return f"{division.name}就业服务站"


def new_folder(call: Call, place: "Place", operator_name: str, role: str) -> "tuple[Session, str]":
    """Set up the data folder for a place; return the session and the recovery code.

    Raises:
        UserError: ``ALREADY_SET_UP``, ``ROLE_UNKNOWN``, or the secret is too weak.
    """
    from mengzhan.model.codes import code_table
    from mengzhan.model.text import normalise_free_text
    from mengzhan.store.keyfile import KEYS_NAME
    from mengzhan.store.station import is_set_up, set_up

    if is_set_up(call.data) or (call.data / KEYS_NAME).exists():
        words = "这个文件夹里已经有站点，不会覆盖。请换一个 --data 文件夹。"
        raise refusal("ALREADY_SET_UP", words)
    known = code_of("operator_role", role)
    if known is None:
        names = "；".join(f"{code.code} {code.label}" for code in code_table("operator_role"))
        raise refusal("ROLE_UNKNOWN", "没有这种身份。可用：{names}。", names=names)
    name = normalise_free_text(operator_name)
    if not name:
        raise refusal("OPERATOR_NEEDED", "请写操作员姓名：--name 姓名。")
    return set_up(call.data, place, name, known.code, call.secret(new=True), call.around)


def trusted_enrolment(path: Path, spoken: str, station: str) -> "Enrolment":
    """Read an enrolment file and have its key code compared with what the office says.

    Raises:
        UserError: the file cannot be used, is for another station (``ENROLMENT_OTHER_STATION``),
            or ``KEY_CODE_DIFFERS``.
    """
    from mengzhan.package.devicekey import is_same_key_code
    from mengzhan.package.enrolment import read_enrolment

    enrolment = read_enrolment(path.read_bytes())
    if enrolment.station_code != station:
        words = "这份登记文件是给 {name} 的，不是本站的。请上级重新给一份。"
        raise refusal("ENROLMENT_OTHER_STATION", words, name=enrolment.station_name)
    if not spoken:
        click.echo(f"上级：{enrolment.office_name}（{enrolment.office_code}）", err=True)
        words = "请给上级打电话，把对方念的 20 位密钥码输入"
        spoken = str(click.prompt(words, err=True))
    if not is_same_key_code(enrolment.key_code, spoken):
        words = "密钥码对不上，没有登记。请重新核对；还对不上，这份登记文件不要用。"
        raise refusal("KEY_CODE_DIFFERS", words)
    return enrolment


def office_document(enrolment: "Enrolment") -> dict[str, str]:
    """Describe the office of an enrolment for JSON."""
    return {
        "code": enrolment.office_code,
        "name": enrolment.office_name,
        "key_code": enrolment.key_code,
    }


@click.command(cls=Command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--code", "spoken", default="", help="上级在电话里念的 20 位密钥码。")
@common
def enrol(call: Call, file: Path, spoken: str) -> None:
    """登记上级：读入上级给的 .mzk 文件。"""
    from mengzhan.package.device import enrol as keep

    with call.session() as session:
        found = trusted_enrolment(file, spoken, session.place.code)
        keep(session, found)
    call.answer(
        {"office": office_document(found)},
        [f"已登记上级：{found.office_name}。把本机密钥码（mengzhan package key）也念给上级。"],
    )


backup = Group("backup", help="备份：立即备份、列出、恢复。")


@backup.command(name="make")
@common
def make_backup(call: Call) -> None:
    """立即备份；没有新内容就不重复。"""
    with call.session() as session:
        made = session.store.backup()
    document = None if made is None else {"name": made.path.name, "size": made.size}
    line = f"已备份：{made.path.name}" if made else "上次备份以后没有改动，不用再备份。"
    call.answer({"made": document}, [line])


@backup.command(name="list")
@common
def list_backups(call: Call) -> None:
    """列出备份，新的在前。"""
    with call.session() as session:
        found = [
            {"name": b.path.name, "made": b.made.isoformat(), "version": b.version, "size": b.size}
            for b in session.store.backups.listed()
        ]
    rows = [[str(b["name"]), str(b["made"])[:19], f"{b['size']} 字节"] for b in found]
    lines = aligned(["名称", "时间（UTC）", "大小"], rows) if rows else ["还没有备份。"]
    call.answer({"backups": found}, lines)


@backup.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="确认用备份替换现有数据（现有数据另存）。")
@common
def restore(call: Call, name: str, yes: bool) -> None:
    """用一份备份替换现有数据；现有数据先另存。"""
    from mengzhan.store.restore import restore as put_back
    from mengzhan.store.versions import MIGRATIONS

    with call.session() as session:
        store = session.store
        chosen = next((b for b in store.backups.listed() if b.path.name == name), None)
    if chosen is None:
        raise refusal("BACKUP_UNKNOWN", "没有这份备份。请用 backup list 查看名称。")
    if not yes:
        raise refusal("RESTORE_UNCONFIRMED", "恢复会替换现有数据。确定要恢复，请再加 --yes。")
    known = MIGRATIONS[-1].version
    kept = put_back(chosen, store.path, store.backups, known_version=known)
    call.answer(
        {"restored": name, "kept": None if kept is None else kept.name},
        [f"已恢复 {name}。", f"原来的数据另存为 {kept.name}。" if kept else "原来没有数据。"],
    )


@click.command(cls=Command)
@common
def rebuild(call: Call) -> None:
    """从流水重建全部表格和索引，并与现有的核对。"""
    with call.session() as session:
        before, after = _rebuilt(session.store, session)
    counts = {kind: len(rows) for kind, rows in after.items()}
    differing = sorted(kind for kind, rows in after.items() if rows != before.get(kind))
    words = "与原来的不同：" + "、".join(differing) if differing else "与原来的完全一致。"
    call.answer(
        {"equal": not differing, "differing": differing, "rows": counts},
        [f"已重建 {sum(counts.values())} 条记录，{words}"],
    )


def _rebuilt(store: "Store", session: "Session") -> tuple[dict[str, Any], dict[str, Any]]:
    from mengzhan.store.driver import Connection
    from mengzhan.store.ledger import Ledger

    def work(connection: Connection) -> tuple[dict[str, Any], dict[str, Any]]:
        ledger = Ledger(connection, session.catalogue)
        before = ledger.tables.content()
        ledger.rebuild()
        return before, ledger.tables.content()

    return store.writer.run(work)


COMMANDS = (init, enrol, backup, rebuild)

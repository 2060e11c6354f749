"""The receiving side: setting up an office, its roster, enrolment files for stations."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.station import new_folder, one_division, station_title

if TYPE_CHECKING:
    from mengzhan.office.desk import Office
    from mengzhan.store.session import Session

_FOLDER = click.Path(file_okay=False, path_type=Path)


office = Group("office", help="上级：名册、登记文件、收件、审核、回执。")


@contextmanager
def opened(call: Call) -> "Iterator[Office]":
    """Open the data folder as an office."""
    from mengzhan.office.desk import Office

    with call.session() as session:
        if not session.is_office:
            words = "这个文件夹里是站点，不是上级。上级请另建：mengzhan office init。"
            raise refusal("NOT_AN_OFFICE", words)
        yield Office(session)


def make_office(session: "Session") -> "Office":
    """Turn a folder that was just set up into an office's."""
    from mengzhan.office.desk import Office

    session.become_office()
    return Office(session)


@office.command(name="init")
@click.argument("place", metavar="PLACE")
@click.option("--name", "operator_name", required=True, metavar="NAME", help="操作员姓名。")
@click.option("--role", default="7", show_default=True, help="操作员身份：代码或文字。")
@click.option("--title", default="", help="单位名称；不写就是 某某旗就业服务中心。")
@common
def init_office(call: Call, place: str, operator_name: str, role: str, title: str) -> None:
    """建立上级。PLACE 是所辖地区的代码、名称或拼音。"""
    from mengzhan.package.devicekey import key_code
    from mengzhan.store.session import Place

    division = one_division(place)
    seat = Place(division.code, title or f"{division.name}就业服务中心")
    session, recovery_code = new_folder(call, seat, operator_name, role)
    try:
        keys = make_office(session).keys.public
        document = {
            "office": {"code": session.place.code, "name": session.place.name},
            "operator": {"id": session.operator.id, "name": session.operator.name},
            "data": str(call.data),
            "recovery_code": recovery_code,
            "key_code": key_code(keys),
        }
    finally:
        session.close()
    call.answer(
        document,
        [
            f"已建立上级 {seat.name}（{seat.code}）。",
            f"密钥码 {document['key_code']}（电话里念给站点核对）",
            "恢复码只显示这一次，请抄下锁好：",
            f"  {recovery_code}",
        ],
    )


@office.command()
@click.argument("code", required=False)
@click.option("--name", default="", help="站名；不写就是 某某嘎查就业服务站。")
@click.option("--contact", default="", help="联系人，只供本单位看。")
@click.option("--close", is_flag=True, help="不再要求这个站点报送；记录保留。")
@common
def station(call: Call, code: str | None, name: str, contact: str, close: bool) -> None:
    """名册：不写 CODE 就列出；写了就添加、修改或（--close）停用站点。"""
    with opened(call) as desk:
        if code is not None and close:
            desk.close_station(code)
        elif code is not None:
            division = one_division(code)
            desk.add_station(division.code, name or station_title(division), contact)
        found: list[dict[str, Any]] = [
            {"code": s.code, "name": s.name, "active": s.active, "devices": _devices(desk, s.code)}
            for s in desk.roster.stations()
        ]
    rows = [
        [s["code"], s["name"], "在册" if s["active"] else "停用", str(len(s["devices"]))]
        for s in found
    ]
    lines = aligned(["代码", "站点", "状态", "设备"], rows) if rows else ["名册还是空的。"]
    call.answer({"stations": found}, lines)


def _devices(desk: "Office", code: str) -> list[dict[str, str]]:
    return [
        {"device_id": d.device_id, "state": d.state, "key_code": d.key_code}
        for d in desk.roster.devices(code)
    ]


@office.command()
@click.argument("code")
@click.option("--to", "to", type=_FOLDER, required=True, metavar="DIR", help="写到哪个文件夹。")
@click.option("--email", default="", help="收报送包的邮箱，写进登记文件。")
@common
def enrol(call: Call, code: str, to: Path, email: str) -> None:
    """给名册里的一个站点写登记文件（.mzk）。"""
    from mengzhan.package.devicekey import key_code
    from mengzhan.package.media import write_package

    with opened(call) as desk:
        data = desk.enrolment_for(code, email)
        known = desk.roster.station(code)
        name = f"登记-{known.name if known else code}.mzk"
        written = write_package(data, to, name)
        digits = key_code(desk.keys.public)
    call.answer(
        {"station": code, "file": str(written.path), "key_code": digits},
        [f"已写出 {written.path}", f"站点读入时，在电话里念密钥码：{digits}"],
    )

"""Keys seen from the office: change its own, retire or revoke those of stations, list them all."""

from pathlib import Path

import click

from mengzhan.cli.command import Call, Command, common
from mengzhan.cli.office import opened

_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@common
def rotate(call: Call) -> None:
    """换上级自己的密钥：旧钥签新钥，站点读下一份回执就跟着换。"""
    from mengzhan.package.devicekey import key_code

    with opened(call) as desk:
        digits = key_code(desk.rotate())
    call.answer(
        {"key_code": digits}, [f"已换新密钥，新的密钥码：{digits}", "旧密钥仍能打开路上的包。"]
    )


@click.command(cls=Command)
@click.argument("device", metavar="DEVICE")
@common
def retire(call: Call, device: str) -> None:
    """停用一台站点电脑：不再发回执；已报的照算。"""
    with opened(call) as desk:
        desk.retire(device)
        state = desk.device(device).state
    call.answer({"device_id": device, "state": state}, [f"已停用 {device}。"])


@click.command(cls=Command)
@click.argument("device", metavar="DEVICE")
@common
def revoke(call: Call, device: str) -> None:
    """作废一台电脑的密钥（丢了、被盗）：到现在为止收下的照算，以后的不收。"""
    with opened(call) as desk:
        desk.revoke(device)
        state = desk.device(device).state
    call.answer({"device_id": device, "state": state}, [f"已作废 {device} 的密钥。"])


@click.command(cls=Command)
@click.argument("file", type=_NEW_FILE, metavar="FILE")
@common
def signers(call: Call, file: Path) -> None:
    """写出 allowed_signers，供 ssh-keygen -Y verify 核对签名。"""
    from mengzhan.store.atomic import write_atomic

    with opened(call) as desk:
        text = desk.allowed_signers()
    write_atomic(file.absolute(), text.encode())
    count = len(text.splitlines())
    call.answer({"file": str(file), "keys": count}, [f"已写出 {file}，{count} 把密钥。"])


COMMANDS = (rotate, retire, revoke, signers)

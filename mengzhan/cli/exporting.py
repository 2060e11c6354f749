"""Workbooks out: export, its profiles, and the log of what was written out in full."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import field_of, kind_of, read_filter

if TYPE_CHECKING:
    from array import array

    from mengzhan.model.kind import Kind
    from mengzhan.sheets.ledgers.profile import Profile
    from mengzhan.store.session import Session

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_OUT = click.Path(path_type=Path)


@click.command(cls=Command)
@click.argument("kind")
@click.argument("out", type=_OUT)
@click.option("--profile", "wanted", default="", metavar="P", help="方案名或方案文件；默认常用列。")
@click.option("--where", "tests", multiple=True, metavar="FIELD=VALUE", help="筛选，可写多个。")
@click.option("--sort", default="", metavar="FIELD", help="排序字段；默认新的在前。")
@click.option("--desc", is_flag=True, help="倒序。")
@click.option("--period", default="", metavar="TEXT", help="表头写的期间；默认截至今天。")
@click.option("--purpose", default="", metavar="TEXT", help="写出完整证件号、电话的用途。")
@click.option("--template", is_flag=True, help="只写空白采集表。")
@click.option("--replace", "replacing", is_flag=True, help="换掉已有的同名文件。")
@common
def export(call: Call, kind: str, out: Path, wanted: str, template: bool, **more: Any) -> None:
    """把一种记录导出成 Excel 工作簿，或写一张空白采集表。"""
    from mengzhan.sheets.ledgers.ledger import Wanted, write_ledger
    from mengzhan.sheets.ledgers.profile import masked, revealed, template_profile
    from mengzhan.sheets.ledgers.template import write_template

    with call.session() as session:
        declared = kind_of(session.catalogue, kind)
        profile = _profile(session, declared, wanted)
        path = _target(session, declared, out, template=template, replacing=more["replacing"])
        if template:
            blank = profile if wanted else template_profile(declared)
            written = write_template(session, blank, path)
        else:
            change = revealed if call.unmask else masked
            profile = change(session.catalogue, profile)
            written = write_ledger(
                session,
                Wanted(
                    profile,
                    _ids(session, declared, more["tests"], more["sort"], descending=more["desc"]),
                    bare=call.unmask,
                    purpose=more["purpose"] or profile.purpose,
                    period=more["period"],
                ),
                path,
            )
        document = {
            "file": str(written.path),
            "kind": declared.name,
            "profile": profile.name,
            "template": template,
            "rows": written.rows,
            "columns": written.columns,
            "bare": written.bare,
        }
        done = "空白采集表" if template else f"{declared.label} {written.rows} 条"
        remark = ["表里有完整的证件号、电话等，请妥善保管。"] if written.bare else []
        call.answer(document, [f"已写出 {done}：{written.path}", *remark])


def _profile(session: "Session", kind: "Kind", wanted: str) -> "Profile":
    """Return the profile of this name, or the one in a file."""
    from mengzhan.sheets.ledgers.profile_file import load_file, profiles

    if not wanted:
        return profiles(session, kind)[0]
    if not Path(wanted).is_file():
        return _named(session, kind, wanted)
    profile = load_file(Path(wanted), session.catalogue)
    if profile.kind != kind.name:
        label = session.catalogue[profile.kind].label
        raise refusal("PROFILE_OTHER_KIND", "这个方案是给“{label}”用的。", label=label)
    return profile


def _target(
    session: "Session", kind: "Kind", out: Path, *, template: bool, replacing: bool
) -> Path:
    from mengzhan.sheets.ledgers.file_names import workbook_name

    if out.is_dir():
        out /= workbook_name(session.place.name, kind, session.today(), blank=template)
    if out.suffix.lower() != ".xlsx":
        raise refusal("EXPORT_SUFFIX", "文件名要以 .xlsx 结尾，或者写一个已有的文件夹。")
    if out.exists() and not replacing:
        raise refusal("EXPORT_EXISTS", "已有同名文件，没有动它。要换掉请加 --replace。")
    return out


def _ids(
    session: "Session", kind: "Kind", tests: Sequence[str], sort: str, *, descending: bool
) -> "array[int]":
    order = field_of(kind, sort) if sort else None
    if sort and order is None:
        raise refusal("FIELD_UNKNOWN", "没有这个排序字段。请用 show 看字段名。")
    name = order.name if order else ""
    where = read_filter(session, kind, tests)
    return session.read().ids(kind.name, where, name, descending=descending)


profile_group = Group("profile", help="导出方案：谁要哪些列、怎么写。")


@profile_group.command(name="list")
@click.argument("kind", default="")
@common
def list_profiles(call: Call, kind: str) -> None:
    """列出导出方案。"""
    from mengzhan.sheets.ledgers.profile import shows_sensitive
    from mengzhan.sheets.ledgers.profile_file import is_own, profiles

    with call.session() as session:
        chosen = (
            [kind_of(session.catalogue, kind)] if kind else [*session.catalogue.by_hand.values()]
        )
        found = [
            {
                "name": profile.name,
                "kind": one.name,
                "columns": len(profile.columns),
                "bare": shows_sensitive(session.catalogue, profile),
                "purpose": profile.purpose,
                "own": is_own(profile, one),
            }
            for one in chosen
            for profile in profiles(session, one)
        ]
        label = {one.name: one.label for one in chosen}
        rows = [
            [
                label[str(f["kind"])],
                str(f["name"]),
                f"{f['columns']} 列",
                "含完整号码" if f["bare"] else "打码",
                str(f["purpose"]),
            ]
            for f in found
        ]
        call.answer({"profiles": found}, aligned(["类别", "方案", "列数", "敏感", "用途"], rows))


@profile_group.command(name="save")
@click.argument("kind")
@click.argument("name")
@click.argument("file", type=_NEW_FILE)
@common
def save_profile(call: Call, kind: str, name: str, file: Path) -> None:
    """把一个方案存成文件，给别的站用。"""
    from mengzhan.sheets.ledgers.profile_file import save_file

    with call.session() as session:
        declared = kind_of(session.catalogue, kind)
        profile = _named(session, declared, name)
        save_file(profile, file)
        call.answer(
            {"file": str(file), "name": profile.name, "kind": declared.name},
            [f"已存：{file}"],
        )


@profile_group.command(name="load")
@click.argument("file", type=_FILE)
@common
def load_profile(call: Call, file: Path) -> None:
    """读入方案文件并记住；同名的换成新的。"""
    from mengzhan.sheets.ledgers.profile import shows_sensitive
    from mengzhan.sheets.ledgers.profile_file import keep, load_file

    with call.session() as session:
        profile = load_file(file, session.catalogue)
        keep(session, profile)
        bare = shows_sensitive(session.catalogue, profile)
        call.answer(
            {
                "name": profile.name,
                "kind": profile.kind,
                "columns": len(profile.columns),
                "bare": bare,
            },
            [
                f"已记住方案“{profile.name}”，{len(profile.columns)} 列。",
                *(["这个方案写出完整的证件号、电话等。"] if bare else []),
            ],
        )


@profile_group.command(name="forget")
@click.argument("kind")
@click.argument("name")
@common
def forget_profile(call: Call, kind: str, name: str) -> None:
    """不再记住一个方案。"""
    from mengzhan.sheets.ledgers.profile_file import forget, is_own

    with call.session() as session:
        declared = kind_of(session.catalogue, kind)
        profile = _named(session, declared, name)
        if not is_own(profile, declared):
            raise refusal("PROFILE_BUILT_IN", "这是自带的方案，去不掉。")
        forget(session, profile)
        call.answer(
            {"name": profile.name, "kind": declared.name}, [f"已去掉方案“{profile.name}”。"]
        )


def _named(session: "Session", kind: "Kind", name: str) -> "Profile":
    from mengzhan.sheets.ledgers.profile_file import profiles

    for profile in profiles(session, kind):
        if profile.name == name:
            return profile
    names = "、".join(profile.name for profile in profiles(session, kind))
    raise refusal(
        "PROFILE_UNKNOWN", "没有这个导出方案，也没有这个文件。可用：{names}。", names=names
    )


@click.command(cls=Command)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="最多几条。")
@common
def disclosures(call: Call, limit: int) -> None:
    """什么时候、谁、为什么写出过完整的证件号、电话。"""
    with call.session() as session:
        from mengzhan.store.operators import operator_names

        names = operator_names(session)
        label = {kind.name: kind.label for kind in session.catalogue.values()}
        found = [
            {
                "wall": one.wall,
                "operator": names.get(one.actor, one.actor[:8]),
                "kind": one.kind,
                "records": one.records,
                "purpose": one.purpose,
            }
            for one in session.disclosures().newest(limit)
        ]
        rows = [
            [
                str(f["wall"])[:16].replace("T", " "),
                str(f["operator"]),
                label.get(str(f["kind"]), str(f["kind"])),
                str(f["records"]),
                str(f["purpose"]),
            ]
            for f in found
        ]
        lines = aligned(["时间（UTC）", "操作员", "类别", "条数", "用途"], rows)
        call.answer({"disclosures": found}, lines)


COMMANDS: tuple[click.Command, ...] = (export, profile_group, disclosures)

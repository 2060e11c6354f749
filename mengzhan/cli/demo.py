"""``mengzhan demo``: made-up people, real vacancies, the whole loop, told on one page."""

import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.model.problem import UserError

if TYPE_CHECKING:
    from mengzhan.cli.story import Figures, Parcel


@click.command(cls=Command)
@click.argument("out", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--no-window", is_flag=True, help="有屏幕也不打开窗口。")
@click.option("--no-pictures", is_flag=True, help="不画主要页面的图。")
@common
def demo(call: Call, out: Path | None, no_window: bool, no_pictures: bool) -> None:
    """演示：虚构的人、真实的岗位，从登记到回执走一遍。OUT 是新文件夹。"""
    from mengzhan.cli import story
    from mengzhan.cli.window import has_screen, open_window

    folder = _fresh(out)
    began = time.perf_counter()
    figures = story.Figures(folder)
    if not call.as_json:
        click.echo("演示开始：建立旗县、本站、邻站三处数据……")
    story.run(folder, figures)
    fault = None if no_pictures else _painted(figures)
    figures.seconds["合计"] = time.perf_counter() - began
    if fault is None or not call.as_json:
        call.answer(_document(figures), page(figures, story.SECRET))
    if fault is not None:
        raise fault
    if has_screen() and find_spec("mengzhan.ui.app") and not no_window and not call.as_json:
        click.echo("正在打开窗口……")
        click.get_current_context().exit(open_window(folder / "站点"))


def _fresh(out: Path | None) -> Path:
    """Return a new or empty folder; nothing of the user's is touched."""
    if out is None:
        return Path(tempfile.mkdtemp(prefix="mengzhan-demo-"))
    if out.exists() and any(out.iterdir()):
        raise refusal("DEMO_NOT_EMPTY", "这个文件夹里已经有东西。请换一个新文件夹。")
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    return out.resolve()


def _painted(figures: "Figures") -> Exception | None:
    """Paint; return a fault of the program, which is told after the page, not in its place."""
    try:
        with figures.timed("送达单、页面的图"):
            _paint(figures)
    except UserError as error:
        figures.unpainted = str(error)
    except Exception as error:
        return error
    return None


def _paint(figures: "Figures") -> None:
    from mengzhan.cli import painting, story
    from mengzhan.store.station import Surroundings, unlock

    first, slip = figures.parcels[0], figures.folder / "送达单.pdf"
    document = asdict(first) | {"counts": figures.labelled(first.counts)}
    painting.write_slip(
        slip, document, station=figures.station, office=figures.office, day=figures.day
    )
    figures.slip = slip
    around, data = Surroundings(keystore=story.NoKeystore()), figures.folder / "站点"
    session = unlock(data, around.keyring(data).operators[0].id, story.SECRET, around)
    try:
        figures.pictures = painting.draw_pages(figures.folder / "图", session, around)
    finally:
        session.close()


def _document(figures: "Figures") -> dict[str, Any]:
    return {
        "folder": str(figures.folder),
        "counts": figures.counts,
        "seconds": {name: round(value, 3) for name, value in figures.seconds.items()},
        "found": figures.found,
        "undo": {
            "imported": figures.imported,
            "taken_back": figures.taken_back,
            "brought_back": figures.brought_back,
        },
        "packages": [_parcel(parcel) for parcel in figures.parcels],
        "receipts": [_parcel(parcel) for parcel in figures.receipts],
        "outcomes": figures.outcomes,
        "verdicts": figures.verdicts,
        "shared": figures.shared,
        "entries": figures.journal,
        "pictures": figures.pictures,
        "slip": None if figures.slip is None else str(figures.slip),
    }


def _parcel(parcel: "Parcel") -> dict[str, Any]:
    return asdict(parcel) | {"file": str(parcel.file)}


def page(figures: "Figures", secret: str) -> list[str]:
    """Tell what happened, in plain words with figures."""
    first, second = figures.parcels
    told, then = figures.verdicts
    steps = [
        f"一、登记。{sum(figures.counts.values())} 条记录：{_list(figures.counts)}。",
        f"    流水 {figures.journal} 条，每一处改动都能查、能撤。",
        f"二、查找。{_list(figures.found)}，各找到这么多人。",
        f"三、撤销。导入 {figures.imported} 人算一次操作；"
        f"撤销后 {figures.taken_back} 人收回，重做后 {figures.brought_back} 人回来。",
        f"四、报送。写到 U盘 文件夹并读回核对：{_size(first)}，{first.entries} 条流水，"
        f"包号校验 {first.check_number}。",
        f"五、上级收件。第一次：{figures.outcomes[0]}；电话核对 20 位密钥码"
        f"（{figures.key_code}）后：{figures.outcomes[1]}。",
        f"六、回执（{_size(figures.receipts[0])}）。已收下 {told['accepted']} 条；"
        f"请改正 {told['fix']} 条（{figures.fixed}的电话）；"
        f"别处已有 {told['elsewhere']} 条（{figures.elsewhere}，邻站也登记了）。",
        f"    回执还带来邻站共享的岗位 {len(figures.shared)} 个（{'、'.join(figures.shared)}），"
        "本站也能推荐人去。",
        f"七、改正后再报送。{_size(second)}，{second.entries} 条流水；"
        f"上级：{figures.outcomes[2]}；第二份回执：已收下 {then['accepted']} 条，"
        f"请改正 {then['fix']} 条。",
    ]
    rows = [[name, f"{value:.3f}"] for name, value in figures.seconds.items()]
    return [
        "",
        "蒙站演示 · 勿布林嘎查就业服务站（人员都是虚构的，32 个岗位是公开资料里的事实）",
        "",
        *steps,
        "",
        *aligned(["步骤", "秒"], rows),
        "",
        f"文件夹：{figures.folder}",
        "  站点、旗县、邻站：三处加密的数据；U盘：报送包和回执"
        + ("；送达单.pdf" if figures.slip else "")
        + (f"；图：{figures.pictures} 张页面" if figures.pictures else ""),
        *([f"  {figures.unpainted}"] if figures.unpainted else []),
        f"  自己看看：mengzhan --data {figures.folder / '站点'}    密码：{secret}",
    ]


def _list(counts: Mapping[str, int]) -> str:
    return "，".join(f"{name} {count}" for name, count in counts.items() if count)


def _size(parcel: "Parcel") -> str:
    return f"{parcel.size / 1000:.1f} KB"

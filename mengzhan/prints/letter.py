"""The letter of introduction (推荐信), A4, with the slip (回执) to be torn off at its foot."""

from collections.abc import Callable, Sequence

from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.pairs import Pairs
from mengzhan.prints.paper import A4
from mengzhan.rules.postings import Outlet
from mengzhan.rules.referral_letter import ReferralLetter

_MARGIN = 20.0
_WIDTH = A4[0] - 2 * _MARGIN
_TEAR = 166.0
"""Where the slip begins, in mm from the upper edge."""

_PLAIN, _SMALL = Style(12), Style(9.5, ink="grey")
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes of what is told of the two, largest first: long names need smaller type."""

_WHO_HIGH = 22.0
_SIGNED_ABOVE = 13.6
"""Between the signature and the slip, in mm."""

_GAP = 2.0
_LABEL = 26.0
_SEAL, _SEAL_HIGH = 40.0, 25.0
_BOX = 3.6


def letters(found: Sequence[ReferralLetter], outlet: Outlet) -> Print:
    """Return a page for each letter."""
    return Print("推荐信", tuple(_page(letter, outlet) for letter in found))


def opening(letter: ReferralLetter) -> str:
    """Return the sentence that introduces the person; the Word template has the same."""
    told = [letter.sex, f"{letter.age}岁" if letter.age is not None else ""]
    about = f"（{'，'.join(filter(None, told))}）" if any(told) else ""
    term = f"{letter.due_on}前" if letter.due_on else "7日内"
    return (
        f"兹推荐{letter.person}{about}到贵单位应聘“{letter.title}”岗位，请安排面试，"
        f"并在{term}填好下面的回执交回本站，或打电话告诉结果。"
    )


def note(outlet: Outlet) -> str:
    """Return what stands below the slip: its term, and what an overdue one counts as."""
    where = " ".join(filter(None, (outlet.name, outlet.phone)))
    return (
        f"请在7日内把回执交回{where}，拍照发回也可以。"
        "过期没有交回的，本站按“未反馈”记录，不算录用。"
    )


def _page(letter: ReferralLetter, outlet: Outlet) -> Page:
    page = Page(*A4)
    _letter(page, letter, outlet)
    page.add(Rule(8, _TEAR, A4[0] - 8, _TEAR, 0.3, "grey", dashed=True))
    Block("沿虚线撕下，交回就业服务站", _SMALL, _WIDTH, "centre").put(page, _MARGIN, _TEAR - 5)
    _slip(page, letter, outlet)
    return page


def _letter(page: Page, letter: ReferralLetter, outlet: Outlet) -> None:
    y = 18.0
    y += Block("推 荐 信", Style(26, True), _WIDTH, "centre").put(page, _MARGIN, y)
    y += Block(f"编号：{letter.number}", _PLAIN, _WIDTH, "right").put(page, _MARGIN, y) + 3
    for part in _fitting(lambda points: _told(letter, points), _signed(page, letter, outlet) - y):
        y += part.put(page, _MARGIN, y) + _GAP


def _told(letter: ReferralLetter, points: float) -> Sequence[Block | Pairs]:
    """The body of the letter, in type of this size."""
    plain = Style(points)
    rows = [
        ("求职者电话", letter.person_phone),
        ("身份证号", f"{letter.id_number}（本人带证件原件）" if letter.id_number else ""),
        ("工作地点", letter.workplace),
        ("工资", letter.pay),
        ("单位联系人", f"{letter.contact}　{letter.phone}".strip()),
    ]
    words = "介绍工作不收费。请不要向求职者收押金或其他费用，不要扣身份证等证件。"
    return (
        Block(f"{letter.employer}：", Style(points, True), _WIDTH),
        Block(f"　　{opening(letter)}", plain, _WIDTH),
        Pairs(rows, plain, _WIDTH, _LABEL, gap=1),
        Block(words, _SMALL, _WIDTH),
    )


def _fitting(
    make: Callable[[float], Sequence[Block | Pairs]], room: float
) -> Sequence[Block | Pairs]:
    """Return what is made in the largest type in which it fits, else in the smallest."""
    for points in _SIZES:
        parts = make(points)
        if sum(part.height + _GAP for part in parts) <= room:
            break
    return parts


def _signed(page: Page, letter: ReferralLetter, outlet: Outlet) -> float:
    """Write who introduces, with room for the seal over the name; return where it begins."""
    x = A4[0] - _MARGIN - 80
    seal = _TEAR - 37
    page.add(Area(x - _SEAL - 6, seal, _SEAL, _SEAL_HIGH, frame="line"))
    Block("（盖章处）", _SMALL, _SEAL, "centre").put(page, x - _SEAL - 6, seal + 11)
    told = (outlet.name, outlet.phone, f"经办人：{letter.operator}", letter.day)
    lines = [Block(line, _PLAIN, 80, "right") for line in told]
    top = y = _TEAR - _SIGNED_ABOVE - sum(line.height for line in lines)
    for line in lines:
        y += line.put(page, x, y)
    return min(top, seal)


def _slip(page: Page, letter: ReferralLetter, outlet: Outlet) -> None:
    y = _TEAR + 5
    y += Block("回　执", Style(18, True), _WIDTH, "centre").put(page, _MARGIN, y)
    y += Block(f"编号：{letter.number}", _PLAIN, _WIDTH, "right").put(page, _MARGIN, y) + 2
    who = f"{letter.person} 应聘 {letter.title}（{letter.employer}）"
    for part in _fitting(lambda points: (Block(who, Style(points, True), _WIDTH),), _WHO_HIGH):
        y += part.put(page, _MARGIN, y) + _GAP
    y = _boxes(page, letter, y) + 2
    for line in (
        "到岗日期：______年____月____日　　没录用的原因：________________________",
        "单位经办人：______________　电话：__________________　日期：____月____日",
    ):
        y += Block(line, Style(11), _WIDTH).put(page, _MARGIN, y) + 2
    right, top = A4[0] - _MARGIN, A4[1] - _SEAL_HIGH - 13
    page.add(Area(right - _SEAL, top, _SEAL, _SEAL_HIGH, frame="line"))
    Block("（单位盖章）", _SMALL, _SEAL, "centre").put(page, right - _SEAL, top + 10)
    Block(note(outlet), Style(10.5), _WIDTH - _SEAL - 6).put(page, _MARGIN, top + 1)


def _boxes(page: Page, letter: ReferralLetter, y: float) -> float:
    """One box to tick for each result, with the key by which it is entered later."""
    style = Style(11)
    column = _WIDTH / 2
    for number, (code, words) in enumerate(letter.results):
        x = _MARGIN + number % 2 * column
        page.add(Area(x, y + (style.line - _BOX) / 2, _BOX, _BOX, frame="black", thick=0.3))
        Block(f"{code} {words}", style, column - _BOX - 4).put(page, x + _BOX + 2, y)
        if number % 2 or number == len(letter.results) - 1:
            y += style.line + 1
    return y

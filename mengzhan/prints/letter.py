"""The letter of introduction (推荐信), A4, with the slip (回执) to be torn off at its foot."""

from collections.abc import Sequence

from mengzhan.prints.page import Area, Block, Page, Print, Rule, Style
from mengzhan.prints.pairs import Pairs
from mengzhan.prints.paper import A4
from mengzhan.rules.postings import Outlet
from mengzhan.rules.referral_letter import ReferralLetter

_MARGIN = 20.0
_WIDTH = A4[0] - 2 * _MARGIN
_TEAR = 166.0
"""Where the slip begins, in mm from the upper edge."""

_PLAIN, _STRONG, _SMALL = Style(12), Style(12, True), Style(9.5, ink="grey")
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
    y += Block(f"{letter.employer}：", _STRONG, _WIDTH).put(page, _MARGIN, y) + 1
    y += Block(f"　　{opening(letter)}", _PLAIN, _WIDTH).put(page, _MARGIN, y) + 3
    rows = [
        ("求职者电话", letter.person_phone),
        ("身份证号", f"{letter.id_number}（本人带证件原件）" if letter.id_number else ""),
        ("工作地点", letter.workplace),
        ("工资", letter.pay),
        ("单位联系人", f"{letter.contact}　{letter.phone}".strip()),
    ]
    y += Pairs(rows, _PLAIN, _WIDTH, _LABEL, gap=1).put(page, _MARGIN, y) + 2
    words = "介绍工作不收费。请不要向求职者收押金或其他费用，不要扣身份证等证件。"
    y += Block(words, _SMALL, _WIDTH).put(page, _MARGIN, y)
    _signed(page, letter, outlet)


def _signed(page: Page, letter: ReferralLetter, outlet: Outlet) -> None:
    """Who introduces, with room for the seal over the name."""
    x = A4[0] - _MARGIN - 80
    y = _TEAR - 36
    page.add(Area(x - _SEAL - 6, y - 1, _SEAL, _SEAL_HIGH, frame="line"))
    Block("（盖章处）", _SMALL, _SEAL, "centre").put(page, x - _SEAL - 6, y + 10)
    for line in (outlet.name, outlet.phone, f"经办人：{letter.operator}", letter.day):
        y += Block(line, _PLAIN, 80, "right").put(page, x, y)


def _slip(page: Page, letter: ReferralLetter, outlet: Outlet) -> None:
    y = _TEAR + 5
    y += Block("回　执", Style(18, True), _WIDTH, "centre").put(page, _MARGIN, y)
    y += Block(f"编号：{letter.number}", _PLAIN, _WIDTH, "right").put(page, _MARGIN, y) + 2
    who = f"{letter.person} 应聘 {letter.title}（{letter.employer}）"
    y += Block(who, _STRONG, _WIDTH).put(page, _MARGIN, y) + 2
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

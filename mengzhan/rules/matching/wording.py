"""What free text of a record says: single words of skills, and words that a rule watches for."""

import re
from collections.abc import Iterable

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_CLAUSES = re.compile(r"[，。；、,;\s]")
_NO = (
    "不(?:用|必|需|须|要|会|能|可|得|准|许|允许|含|包含|做|干|搞|去|碰|沾|接触|涉及|从事|参与|存在|安排|懂|熟|愿|想)"
    "|没(?:有|学|干|做|搞|碰|接触|考|证|啥)|未(?:学|考|取|从事|接触|涉及)"
    "|无(?!人[机值售驾]|损|菌|纺|线|烟|公害|缝|骨|极|氧|水|铅|轨|障碍|限)"
    "|免(?!费|试|检|税|洗|疫|学)|勿|禁止|严禁|非(?!常|遗|标|金属|洲|机动|煤|处方)"
)
"""Whole words for no: 不锈钢, 无人机 and 免费 deny nothing."""

_DENIAL = re.compile(_NO)
_DENIED_BEFORE = re.compile(f"(?:{_NO})(?!.{{0,2}}(?:经验|基础|学历|证)).{{0,4}}$")
_DENIED_AFTER = re.compile(f"[^无没未勿]{{0,2}}?(?:{_NO})")
_SHORTEST = 2


def words_of(text: str) -> list[str]:
    """Return what stands between the signs of a text, without single characters."""
    return [word for word in _BETWEEN_WORDS.split(text) if len(word) >= _SHORTEST]


def skill_words(text: str) -> tuple[str, ...]:
    """Return the words of a skills field; what somebody says not to have is no skill."""
    return tuple(word for word in words_of(text) if not _DENIAL.match(word))


def shared_words(asked: Iterable[str], held: Iterable[str]) -> list[str]:
    """Return the asked words that are held: 电焊 is shared with 电焊工, and the other way round."""
    own = list(held)
    return [word for word in asked if any(word in other or other in word for other in own)]


def spoken_of(text: str, words: Iterable[str]) -> str:
    """Return the first of ``words`` that ``text`` affirms, empty if none.

    A word for no beside it in its clause denies it: 无粉尘, 不用搬运, 高空作业不用去.
    """
    clauses = _CLAUSES.split(text)
    return next((word for word in words if any(_affirms(one, word) for one in clauses)), "")


def _affirms(clause: str, word: str) -> bool:
    return any(
        not _DENIED_BEFORE.search(clause[: found.start()])
        and not _DENIED_AFTER.match(clause[found.end() :])
        for found in re.finditer(re.escape(word), clause)
    )

"""Whether words are told of somebody else: what other employers do, what was long ago, what people
ask or say. 别家压一个月工资，咱家不兴那个 offers nothing unlawful.

Three ways of telling count, each with its reach. A story opens with somebody else (有的人家, 前年有个
包工头, 有人冒用我们的名义) and lasts to the end of its sentence, unless a clause before
the words turns to the ad itself (，咱家; ，今年); what would be a fraud must be told of to warn. A
question reaches over its own sentence, if the answer is that there is no such thing or that all may
come. A verdict after the sentence (以上都是假的) reaches back over it.
The words are data: the lists named below, in the table of rules.
"""

import re
from collections.abc import Mapping

from mengzhan.rules.ads.wording import SENTENCE_END, Wording

LISTS = ("旁人", "自家", "发问", "答无", "答可", "断定", "指责")
"""The word lists that are needed: who else is told of, the turn to oneself, how a question opens,
the answer that there is no such thing, the answer that all may come, a verdict on what was told,
what shows that a fraud is told of to warn."""

_ASKED = "?？"
_ANSWER, _WARNING = 24, 40
"""How many characters behind the sentence are looked at for an answer, and for a warning."""


class Hearsay:
    """Finds out whether words are told of others, asked about or called untrue."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Take the word lists as patterns, by name.

        Raises:
            KeyError: one of `LISTS` is missing.
        """
        others, turn, asks, no, all_welcome, verdict, blame = (
            f"(?:{lists[name]})" for name in LISTS
        )
        self._others = re.compile(f"(?:^|(?<=[，\n （：]))[^，\n ]{{0,6}}?{others}")
        self._turn = re.compile(f"[，：][^，\n ]{{0,2}}?{turn}")
        self._asks = re.compile(asks)
        self._no = re.compile(no)
        self._answered = re.compile(f"{no}|{all_welcome}")
        self._no_within = re.compile(f"，{no}")
        self._answered_within = re.compile(f"，(?:{no}|{all_welcome})")
        self._verdict = re.compile(verdict)
        self._blame = re.compile(blame)
        self._verdict_within = re.compile(f"，{verdict}")

    def told(self, ad: Wording, start: int, end: int, *, fraud: bool) -> bool:
        """Return whether the words from ``start`` to ``end`` are not the ad's own.

        ``fraud``: whether they would be a fraud; to those no welcome is an answer.
        """
        first, last = ad.sentence(start, end)
        if self._in_story(ad.text[first:start]) and not (fraud and self._praised(ad, first, last)):
            return True
        after = ad.text[end:last]
        following = ad.text[last : last + _ANSWER].lstrip(f"{SENTENCE_END} ”」』")
        if self._verdict.match(following) or self._verdict_within.search(after):
            return True
        if self._asks.search(ad.text, first, start):
            within = self._no_within if fraud else self._answered_within
            if within.search(after):
                return True
        elif not self._is_question(ad, last):
            return False
        return bool((self._no if fraud else self._answered).match(following))

    def _in_story(self, before: str) -> bool:
        opened = self._others.search(before)
        return opened is not None and self._turn.search(before, opened.end()) is None

    def _praised(self, ad: Wording, first: int, last: int) -> bool:
        """Whether a story warns of nothing: 有人靠刷单月入三万 is an offer."""
        return self._blame.search(ad.text, first, last + _WARNING) is None

    def _is_question(self, ad: Wording, last: int) -> bool:
        return last < len(ad.text) and ad.words(last, last + 1) in _ASKED

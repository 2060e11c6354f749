"""Factors about how somebody lives: seasons, family and health, transport, language."""

from functools import cache

from mengzhan.model.divisions import division_tree
from mengzhan.rules.matching.factor import Factor
from mengzhan.rules.matching.facts import NO_TRANSPORT, Opening, Seeker, limit_rules
from mengzhan.rules.matching.reasons import Claim, Param

_TOWNSHIP, _VILLAGE = 9, 12
_LONG_TERM, _CASUAL = "1", "3"
_LODGING = ("2", "3")
_HEAVY = "6"


# Season -----------------------------------------------------------------------------------------


def _months(season: str) -> tuple[str, ...]:
    """The months in which somebody cannot leave home."""
    return limit_rules()[season]["months"]


def _season(seasons: tuple[str, ...], work: tuple[str, str]) -> str:
    term, month = work
    if not seasons:
        return "no_season"
    if term == _LONG_TERM:
        return "season_leave"
    if any(month in _months(season) for season in seasons):
        return "season_clash"
    return "season_free" if term == _CASUAL else "season_ask"


def _season_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "no_season":
        return []
    if case == "season_free":
        return [Claim(case, {"month": opening.month})]
    told = [(season, _months(season)) for season in seeker.seasons]
    if case == "season_clash":
        season, months = next(one for one in told if opening.month in one[1])
        return [Claim(case, {"limit": season, "months": months, "month": opening.month})]
    return [Claim(case, {"limit": season, "months": months}) for season, months in told]


# Family and health ------------------------------------------------------------------------------

_Work = tuple[str, str, str]
"""Shift, board and the word that tells of heavy work."""


@cache
def _limit_claim(limit: str, work: _Work) -> Claim:
    """What one limit of a person means for some work."""
    shift, board, heavy = work
    if limit == _HEAVY and heavy:
        return Claim("heavy_clash", {"word": heavy})
    rules = limit_rules().get(limit, {})
    for value, column, code in (
        (shift, "shifts_met", "limit_shift_met"),
        (shift, "shifts_clash", "limit_shift_clash"),
        (board, "boards_met", "limit_board_met"),
        (board, "boards_clash", "limit_board_clash"),
    ):
        if value in rules.get(column, ()):
            name = column.partition("s_")[0]
            return Claim(code, {"limit": limit, name: value})
    return Claim("limit_ask", {"limit": limit})


def _family(limits: tuple[str, ...], work: _Work) -> str:
    tones = {_limit_claim(limit, work).tone for limit in limits}
    if "against" in tones:
        return "limits_clash"
    if "ask" in tones:
        return "limits_ask"
    return "limits_met" if tones else "no_limit"


def _work(opening: Opening) -> _Work:
    return opening.shift, opening.board, opening.heavy


def _family_claims(_: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    return [_limit_claim(limit, _work(opening)) for limit in seeker.limits]


def _transport(person: tuple[bool, str], work: tuple[str, str]) -> str:
    (without, home), (board, place) = person, work
    if not without:
        return "has_transport"
    common = len(division_tree().common(home, place))
    if common == _VILLAGE:
        return "transport_near"
    if board in _LODGING:
        return "transport_lodging"
    known = board and home and place
    return "transport_clash" if known and common < _TOWNSHIP else "transport_ask"


def _transport_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    params: dict[str, dict[str, Param]] = {
        "transport_near": {"place": opening.place},
        "transport_lodging": {"board": opening.board},
        "transport_clash": {"place": opening.place},
    }
    if case == "transport_ask":
        return [Claim("limit_ask", {"limit": NO_TRANSPORT})]
    return [Claim(case, params[case])] if case in params else []


# Language ---------------------------------------------------------------------------------------


def _language(person: tuple[bool, bool], needed: bool) -> str:
    needs, speaks = person
    if needed:
        return "language_shared" if speaks else "mongolian_not_registered"
    return "mongolian_needed" if needs else "language_free"


def _told(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    return [] if case == "language_free" else [Claim(case)]


SEASON = Factor("season", lambda s: s.seasons, lambda o: (o.term, o.month), _season, _season_claims)
FAMILY = Factor("family", lambda s: s.limits, _work, _family, _family_claims)
TRANSPORT = Factor(
    "transport",
    lambda s: (s.no_transport, s.home if s.no_transport else ""),
    lambda o: (o.board, o.place),
    _transport,
    _transport_claims,
)
LANGUAGE = Factor(
    "language",
    lambda s: (s.needs_mongolian, s.speaks_mongolian),
    lambda o: o.needs_mongolian,
    _language,
    _told,
)

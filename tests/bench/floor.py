"""The figures of a month as SQL by hand: the shortest honest code for the same counts.

It knows nothing of duplicates, moves, erasures and earlier values: the made-up station has none.
Of M28 it does not ask whether somebody who was introduced all the time ever stood on the list.
"""

from typing import Any

from mengzhan.rules.figures import Period
from mengzhan.store.driver import Connection

_LIVE = "deleted = 0 AND erased = 0 AND same_as IS NULL"
_IN = "BETWEEN :first AND :last"

_SAID = f"""
  said AS (
    SELECT id AS person, coalesce(status_on, registered_on) AS day, 0 AS rank,
           employment_status AS status FROM record_person WHERE {_LIVE}
    UNION ALL
    SELECT person, day, 2, CASE outcome WHEN 'F1' THEN '1' WHEN 'F2' THEN '2' ELSE '9' END
    FROM record_follow_up WHERE {_LIVE} AND outcome IN ('F1', 'F2', 'F5')
    UNION ALL
    SELECT person, arrived_on, 3, '2' FROM record_referral WHERE {_LIVE} AND arrived_on <> ''),
  ordered AS (
    SELECT person, day, status, lag(status) OVER one AS before,
           lead(day, 1, '9') OVER one AS until
    FROM said WINDOW one AS (PARTITION BY person ORDER BY day, rank)),
  wanting AS (
    SELECT person FROM ordered WHERE status = '1' AND day <= :last AND until > :last)"""

_UNDER_WAY = f"""
  SELECT person FROM record_referral
  WHERE {_LIVE} AND day <= :last AND coalesce(arrived_on, '9') > :last AND due_on >= :last
        AND NOT (coalesce(result, '') = '4' AND result_on <= :last)"""

_PLACES = f"""
  came AS (
    SELECT vacancy, arrived_on, count(*) OVER (PARTITION BY vacancy) AS number,
           row_number() OVER (PARTITION BY vacancy ORDER BY arrived_on) AS nth
    FROM record_referral WHERE {_LIVE} AND arrived_on <= :last),
  numbers AS (SELECT DISTINCT vacancy, number FROM came),
  offered AS (
    SELECT id, registered_on, headcount, headcount - coalesce(numbers.number, 0) AS free,
           coalesce(arrived_on, '9') AS full_on, coalesce(closed_on, '9') AS closed,
           coalesce(valid_until, '9') AS ends
    FROM record_vacancy LEFT JOIN numbers ON numbers.vacancy = id
         LEFT JOIN came ON came.vacancy = id AND nth = headcount WHERE {_LIVE})"""
_OPEN = "free > 0 AND registered_on <= :last AND closed > :last AND ends >= :last"


def _of(kind: str, what: str, where: str = "1", day: str = "day") -> str:
    return f"SELECT {what} FROM record_{kind} WHERE {_LIVE} AND {day} {_IN} AND {where}"


def _latest(kind: str, where: str) -> str:
    return f"""
      SELECT count(*) FROM (
        SELECT *, row_number() OVER (PARTITION BY person ORDER BY day DESC, created DESC, id DESC)
               AS place FROM record_{kind} WHERE {_LIVE} AND day {_IN})
      WHERE place = 1 AND {where}"""


def _arrived(group: str) -> str:
    return f"""
      SELECT count(DISTINCT person) FROM record_referral r JOIN record_person p ON p.id = r.person
      WHERE r.deleted = 0 AND r.erased = 0 AND r.same_as IS NULL AND arrived_on {_IN}
            AND EXISTS (SELECT 1 FROM json_each(p.key_groups) WHERE value LIKE '{group}%')"""


QUERIES = {
    "M01": _of("vacancy", "count(*)", day="registered_on"),
    "M02": _of("vacancy", "sum(headcount)", day="registered_on"),
    "M03": f"WITH {_PLACES} SELECT sum(free) FROM offered WHERE {_OPEN}",
    "M04": _of("visit", "count(DISTINCT employer)"),
    "M05": _of("visit", "count(*)"),
    "M06": f"""SELECT ({_of("visit", "sum(json_array_length(policies))")})
                    + ({_of("follow_up", "sum(json_array_length(policies))")})""",
    "M07": _of("training_intent", "count(DISTINCT person)"),
    "M08": _latest("training_intent", "willing = '1'"),
    "M09": _latest("training_intent", "start_business = '1'"),
    "M10": f"""SELECT count(*) FROM (SELECT DISTINCT person, course, started_on
               FROM record_enrolment WHERE {_LIVE} AND started_on {_IN})""",
    "M11": f"""SELECT count(*) FROM record_person WHERE {_LIVE} AND unemployed_on <= :first
               AND (deregistered_on IS NULL OR deregistered_on > :first)""",
    "M12": _of("follow_up", "count(DISTINCT person)", "outcome NOT IN ('F9', 'FA', 'FB')"),
    "M13": _of("follow_up", "count(*)"),
    "M13X": _of("follow_up", "count(*)", "outcome = 'F9'"),
    "M15": _latest("follow_up", "outcome = 'F9'"),
    "M16": _of("verification", "count(*)"),
    "M17": _of("verification", "count(*)", "result NOT IN ('1', '9')"),
    "M18": _of("referral", "count(*)"),
    "M19": _of("referral", "count(DISTINCT person)"),
    "M20": _of("referral", "count(DISTINCT person)", day="arrived_on"),
    "M21": _arrived("K05"),
    "M22": _arrived("K01"),
    "M23": _arrived("K03"),
    "M24": _arrived("K04"),
    "M25": _arrived("K02"),
    "M26": f"WITH {_SAID} SELECT count(*) FROM wanting WHERE person NOT IN ({_UNDER_WAY})",
    "M27": f"""WITH {_PLACES} SELECT sum(free) FROM offered
               WHERE {_OPEN} AND date(registered_on, '+7 days') <= :last""",
    "M28": f"""WITH {_SAID} SELECT count(DISTINCT person) FROM ordered
               WHERE day {_IN} AND status <> '1' AND before = '1'""",
    "M29": f"""WITH {_PLACES} SELECT sum(headcount) FROM offered
               WHERE min(closed, full_on) {_IN} AND min(closed, full_on) <= ends
                     AND min(closed, full_on) > date(registered_on, '+7 days')""",
    "M30": f"WITH {_SAID} SELECT count(*) FROM wanting",
}
"""One query for each figure that is no ratio; of M30, what it divides by."""


def counts(connection: Connection, period: Period) -> dict[str, Any]:
    """Count everything."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    return {
        code: connection.execute(query, days).fetchone()[0] or 0 for code, query in QUERIES.items()
    }

"""What a letter of introduction (推荐信) says, read from a referral and what it refers to.

Column list: DB11/T 1123 annex C (推荐介绍信 and its 回执). The letter is carried by the person
whom it names: it shows the telephone in full, so that the employer can call, and the ID number
masked, because the person brings the card.
"""

from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, date_of, text_of
from mengzhan.model.idnumber import age_on
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.operations import NoSuchRecord, kept, present
from mengzhan.rules.postings import day_words, pay_words
from mengzhan.rules.reader import Reader

PURPOSE = "推荐信"
"""What telephones are written out for; it stands in the log of disclosures."""

RESULTS = ("2", "3", "4", "5", "6", "7", "8", "9", "1")
"""What the slip offers to tick: codes of ``referral_result`` in the order in which they are keyed
in, the interview that is still open last."""


class Unnumbered(UserError):
    """A letter without a number could not be told from another when its slip comes back.

    ``person`` and ``title`` (of the vacancy) tell which of several letters it is.
    """

    def __init__(self, person: str, title: str) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "{person}到“{title}”的推荐还没有推荐信编号。请先填好编号，再打印。"
        )
        super().__init__("LETTER_UNNUMBERED", Message(words, {"person": person, "title": title}))


@dataclass(frozen=True)
class ReferralLetter:
    """One letter. ``results`` are (code, words) of what the slip offers to tick."""

    number: str
    day: str
    due_on: str
    person: str
    sex: str
    age: int | None
    id_number: str
    person_phone: str
    employer: str
    title: str
    workplace: str
    pay: str
    contact: str
    phone: str
    operator: str
    results: tuple[tuple[str, str], ...]


def referral_letter(reader: Reader, referral: str, operator: str, today: date) -> ReferralLetter:
    """Return the letter of a referral; ``operator`` is the name of whoever signs it.

    Raises:
        NoSuchRecord: the referral, its person or its vacancy is not there.
        Unnumbered: it has no number yet.
    """
    values = _live(reader, referral)
    person = _live(reader, kept(reader, text_of(values, "person")))
    vacancy = _live(reader, kept(reader, text_of(values, "vacancy")))
    number = text_of(values, "letter_no")
    if not number:
        raise Unnumbered(text_of(person, "name"), text_of(vacancy, "title"))
    employer = _live(reader, kept(reader, text_of(vacancy, "employer")))
    kind = reader.catalogue["person"]
    born = date_of(person, "birth_date")
    sex = code_table("sex").get(text_of(person, "sex"))
    results = code_table("referral_result")
    return ReferralLetter(
        number=number,
        day=day_words(values.get("day")),
        due_on=day_words(values.get("due_on")),
        person=text_of(person, "name"),
        sex=sex.label if sex is not None else "",
        age=None if born is None else age_on(born, today),
        id_number=kind["id_number"].show(person.get("id_number")),
        person_phone=text_of(person, "phone"),
        employer=text_of(employer, "name"),
        title=text_of(vacancy, "title"),
        workplace=text_of(vacancy, "workplace"),
        pay=pay_words(
            vacancy.get("wage_min"), vacancy.get("wage_max"), text_of(vacancy, "wage_unit")
        ),
        contact=text_of(vacancy, "contact") or text_of(employer, "contact"),
        phone=text_of(vacancy, "phone") or text_of(employer, "phone"),
        operator=operator,
        results=tuple((code, known.label) for code in RESULTS if (known := results.get(code))),
    )


def _live(reader: Reader, record: str) -> Values:
    state = present(reader, record)
    if state.deleted:
        raise NoSuchRecord
    return state.values

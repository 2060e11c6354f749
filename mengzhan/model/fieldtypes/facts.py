"""Names, ID numbers, credit codes and telephone numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mengzhan.model import creditcode, idnumber, personname, phone
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes.base import FieldType, Reading, SearchSort
from mengzhan.model.problem import Problem


@dataclass(frozen=True)
class PersonName(FieldType):
    """A name as people here have it: no surname assumed, ``·`` allowed, 2 to 30 characters."""

    name = "person_name"

    @property
    def searched(self) -> SearchSort:
        return "text"

    def understand(self, text: str, today: date) -> Reading:
        value = personname.clean_name(text)
        return Reading(value, self.check(value, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return tuple(personname.check_name(str(value)))

    def mask(self, value: Value) -> str:
        return personname.mask_name(self.show(value))


@dataclass(frozen=True)
class IdNumber(FieldType):
    """Resident identity number or permit (GB 11643); tells birth date and sex."""

    name = "id_number"

    @property
    def searched(self) -> SearchSort:
        return "digits"

    def understand(self, text: str, today: date) -> Reading:
        value = idnumber.clean_id(text)
        return Reading(value, self.check(value, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return tuple(idnumber.check_id(str(value), today))

    def facts(self, value: Value) -> Mapping[str, Value]:
        known = idnumber.parse_id(str(value))
        if isinstance(known, Problem):
            return {}
        born = known.birth_date
        return {"birth_date": born.isoformat() if born else None, "sex": known.sex}

    def mask(self, value: Value) -> str:
        return idnumber.mask_id(self.show(value))


@dataclass(frozen=True)
class CreditCode(FieldType):
    """Unified social credit code (GB 32100) or an old registration number."""

    name = "credit_code"

    @property
    def searched(self) -> SearchSort:
        return "digits"

    def understand(self, text: str, today: date) -> Reading:
        value = creditcode.clean_credit_code(text)
        return Reading(value, self.check(value, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return tuple(creditcode.check_credit_code(str(value)))


@dataclass(frozen=True)
class Phone(FieldType):
    """A mobile or landline number."""

    name = "phone"

    @property
    def searched(self) -> SearchSort:
        return "digits"

    def understand(self, text: str, today: date) -> Reading:
        value = phone.clean_phone(text)
        return Reading(value, self.check(value, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return tuple(phone.check_phone(str(value)))

    def mask(self, value: Value) -> str:
        return phone.mask_phone(self.show(value))

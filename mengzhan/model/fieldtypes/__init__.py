"""Field types: how values of one sort are read, checked, shown, hidden and stored.

A type knows nothing of a particular record. Everything that a table, form, list, workbook or
package needs to know about a value comes from here, so that adding a field needs no other code.
Values are what JSON can hold: text, whole number, yes or no, list of texts, or nothing.
"""

from mengzhan.model.fieldtypes.base import Editor, FieldType, Reading, SearchSort
from mengzhan.model.fieldtypes.coded import (
    Choice,
    Choices,
    Division,
    Occupation,
    Occupations,
)
from mengzhan.model.fieldtypes.facts import CreditCode, IdNumber, PersonName, Phone
from mengzhan.model.fieldtypes.links import Pictures, Reference, References
from mengzhan.model.fieldtypes.plain import (
    Date,
    Flag,
    Integer,
    Money,
    Month,
    Text,
    read_date,
)

__all__ = [
    "Choice",
    "Choices",
    "CreditCode",
    "Date",
    "Division",
    "Editor",
    "FieldType",
    "Flag",
    "IdNumber",
    "Integer",
    "Money",
    "Month",
    "Occupation",
    "Occupations",
    "PersonName",
    "Phone",
    "Pictures",
    "Reading",
    "Reference",
    "References",
    "SearchSort",
    "Text",
    "read_date",
]

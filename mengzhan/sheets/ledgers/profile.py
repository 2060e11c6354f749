"""Export profiles: which columns a recipient wants, in which order, under which names and forms.

A column's source is a field (``name``), a field of the record referred to (``person.phone``,
``vacancy.employer.name``) or one of the words with ``@``, which are not of the record at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mengzhan.model.fieldtypes import Pictures, Reference, References
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.ledgers.forms import MASKED, Form, form_of, forms_of

NUMBER, AGE, CONSTANT, BLANK = "@number", "@age", "@text", "@blank"
SPECIAL = {
    NUMBER: QT_TRANSLATE_NOOP("model", "序号"),
    AGE: QT_TRANSLATE_NOOP("model", "年龄"),
    CONSTANT: QT_TRANSLATE_NOOP("model", "固定文字"),
    BLANK: QT_TRANSLATE_NOOP("model", "空白"),
}
"""Columns that are no fields, with their usual headers."""

_PERSON = "person"
_SHOWN_OF = {
    "person": ("name", "id_number", "phone"),
    "employer": ("name",),
    "vacancy": ("title", "employer.name"),
}
"""What a ledger shows of a record that another one refers to."""


class ProfileError(UserError):
    """A profile that cannot be used; nothing was changed."""


@dataclass(frozen=True)
class Column:
    """One column as the profile has it; empty texts mean the usual.

    ``text`` is what a constant column holds, or the day (``YYYY-MM-DD``) of an age.
    """

    source: str
    header: str = ""
    form: str = ""
    text: str = ""


@dataclass(frozen=True)
class Profile:
    """What one recipient wants. ``purpose`` is what showing full numbers is logged under."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    title: str = ""
    purpose: str = ""


@dataclass(frozen=True)
class Resolved:
    """A column with everything that follows from the declarations.

    ``path`` holds the reference fields that lead to the record with the field, as pairs of (field
    name, kind referred to); ``field`` is ``None`` for the columns that are no fields.
    """

    column: Column
    header: str
    path: tuple[tuple[str, str], ...] = ()
    field: Field | None = None
    form: Form | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is a field of the record itself."""
        return self.field is not None and not self.path

    @property
    def is_bare(self) -> bool:
        """Whether it shows sensitive values in full."""
        known = self.field is not None and self.field.sensitive
        return known and self.form is not None and self.form.name != MASKED

    @property
    def span(self) -> int:
        """How many cells it takes."""
        return self.form.span if self.form else 1


def resolve(catalogue: Catalogue, kind: str, column: Column) -> Resolved:
    """Find out what a column stands for.

    Raises:
        ProfileError: ``PROFILE_COLUMN`` or ``PROFILE_FORM``, with the name at fault.
    """
    if column.source in SPECIAL:
        if column.source == AGE:
            birth_date_source(catalogue[kind])
        return Resolved(column, column.header or SPECIAL[column.source])
    *way, name = column.source.split(".")
    declared, path = catalogue[kind], []
    reference: Field | None = None
    for step in way:
        reference = declared.get(step)
        if reference is None or not isinstance(reference.type, Reference):
            raise _no_column(column.source)
        path.append((step, reference.type.kind))
        declared = catalogue[reference.type.kind]
    field = declared.get(name)
    if field is None:
        raise _no_column(column.source)
    form = form_of(field, column.form)
    if form is None:
        words = QT_TRANSLATE_NOOP(
            "model", "方案里“{label}”的写法“{form}”这个版本没有。请升级蒙站。"
        )
        params = {"label": field.label, "form": column.form}
        raise ProfileError("PROFILE_FORM", Message(words, params))
    header = column.header or usual_header(declared, field, reference)
    return Resolved(column, header, tuple(path), field, form)


def _no_column(source: str) -> ProfileError:
    words = QT_TRANSLATE_NOOP(
        "model", "方案里的列“{source}”这个版本没有。请升级蒙站，或换一个方案。"
    )
    return ProfileError("PROFILE_COLUMN", Message(words, {"source": source}))


def usual_header(kind: Kind, field: Field, reference: Field | None) -> str:
    """Name a column: of a person as the field is called, of others so that it is clear whose."""
    if reference is None or kind.name == _PERSON:
        return field.label
    return reference.label if field.name in kind.title else f"{reference.label}{field.label}"


def resolved(catalogue: Catalogue, profile: Profile) -> list[Resolved]:
    """Resolve all columns.

    Raises:
        ProfileError: also ``PROFILE_KIND`` and ``PROFILE_EMPTY``.
    """
    if profile.kind not in catalogue:
        words = QT_TRANSLATE_NOOP(
            "model", "方案是给“{kind}”用的，这个版本没有这种记录。请升级蒙站。"
        )
        raise ProfileError("PROFILE_KIND", Message(words, {"kind": profile.kind}))
    if not profile.columns:
        words = QT_TRANSLATE_NOOP("model", "一列也没有选。请至少选一列。")
        raise ProfileError("PROFILE_EMPTY", Message(words))
    return [resolve(catalogue, profile.kind, column) for column in profile.columns]


def shows_sensitive(catalogue: Catalogue, profile: Profile) -> bool:
    """Whether a profile writes ID numbers, phones or the like in full."""
    return any(item.is_bare for item in resolved(catalogue, profile))


def masked(catalogue: Catalogue, profile: Profile) -> Profile:
    """The same profile with everything sensitive masked."""
    columns = [
        replace(item.column, form=MASKED) if item.is_bare else item.column
        for item in resolved(catalogue, profile)
    ]
    return replace(profile, columns=tuple(columns))


def bared(catalogue: Catalogue, profile: Profile) -> Profile:
    """The same profile with everything that is masked written in full."""
    columns = [
        replace(item.column, form=forms_of(item.field)[0].name)
        if item.field is not None and item.form is not None and item.form.name == MASKED
        else item.column
        for item in resolved(catalogue, profile)
    ]
    return replace(profile, columns=tuple(columns))


def revealed(catalogue: Catalogue, profile: Profile) -> Profile:
    """The profile as it is to be written in full: one that shows nothing in full shows all."""
    return profile if shows_sensitive(catalogue, profile) else bared(catalogue, profile)


# What follows from the declarations ------------------------------------------------------------

LISTED = QT_TRANSLATE_NOOP("model", "常用列")
FULL = QT_TRANSLATE_NOOP("model", "全部列")


def usual_profile(kind: Kind) -> Profile:
    """The columns that lists show, sensitive ones masked."""
    fields = [item for item in kind if item.listed]
    return Profile(LISTED, kind.name, (Column(NUMBER), *_columns(fields)))


def full_profile(kind: Kind) -> Profile:
    """Every field, those that lists show first, sensitive ones masked."""
    fields = sorted(kind, key=lambda item: not item.listed)
    return Profile(FULL, kind.name, (Column(NUMBER), *_columns(fields)))


def template_profile(kind: Kind) -> Profile:
    """What one asks people for: required and listed fields, nothing that others already tell."""
    told = {name for item in kind for name in item.fills.values()}
    fields = [
        item
        for item in kind
        if (item.required or item.listed)
        and item.name not in told
        and not isinstance(item.type, Pictures | References)
    ]
    columns = [
        replace(column, form=_whole(item)) if "." not in column.source else column
        for item in fields
        for column in _columns([item], phones=False)
    ]
    return Profile(kind.label, kind.name, (Column(NUMBER), *columns))


def _whole(field: Field) -> str:
    """The form in which people write: places in full, because many villages share a name."""
    return "full" if field.type.name == "division" else forms_of(field)[0].name


def _columns(fields: Sequence[Field], *, phones: bool = True) -> Iterator[Column]:
    for item in fields:
        if isinstance(item.type, Reference):
            for name in _SHOWN_OF.get(item.type.kind, ()):
                if phones or name != "phone":
                    yield Column(f"{item.name}.{name}")
            if item.type.kind not in _SHOWN_OF:
                yield Column(item.name)
        else:
            yield Column(item.name)


def offered(catalogue: Catalogue, kind: Kind) -> list[Column]:
    """All columns that a profile of this kind can have, in the order of the usual ones."""
    found = [Column(NUMBER), *full_profile(kind).columns[1:]]
    for name, other in kind.references:
        prefix = f"{name}."
        found += (Column(prefix + item.name) for item in catalogue[other] if _plain(item))
    if _birth_date_of(kind):
        found.append(Column(AGE))
    found += [Column(CONSTANT), Column(BLANK)]
    return list(dict.fromkeys(found))


def _plain(field: Field) -> bool:
    return not isinstance(field.type, Reference | References | Pictures)


def _birth_date_of(kind: Kind) -> str:
    """The source of the birth date that an age is reckoned from, or an empty text."""
    if kind.get("birth_date"):
        return "birth_date"
    person = next((name for name, other in kind.references if other == _PERSON), "")
    return f"{person}.birth_date" if person else ""


def birth_date_source(kind: Kind) -> str:
    """Return the source of the birth date that an age is reckoned from.

    Raises:
        ProfileError: records of this kind have no age.
    """
    source = _birth_date_of(kind)
    if not source:
        raise _no_column(AGE)
    return source

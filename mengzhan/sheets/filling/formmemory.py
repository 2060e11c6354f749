"""What was decided about the forms of superiors, so that the same form asks nothing again.

A form is known by the kind of record and its headers. What is kept are headers, paths and the
purpose last given, no cells. A mapping travels as a file like that of an import.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mengzhan.sheets.filling.changedform import FormChange, alikeness, compare, is_another_issue
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.importing.memory import layout_of
from mengzhan.store.session import Session

SETTING = "superior_forms"
FORMAT = "mengzhan-form-profile"
"""What a mapping file says that it is."""

_MOST = 200


@dataclass(frozen=True)
class KnownForm:
    """A form that was filled: ``paths`` leads from a column to what it was filled with."""

    headers: tuple[str, ...]
    paths: Mapping[int, str]
    purpose: str = ""


def recall(session: Session, form: SuperiorForm) -> KnownForm | None:
    """Return what is known of this very form."""
    found = _kept(session).get(_name(form))
    return _known(found) if found is not None else None


def recall_alike(session: Session, form: SuperiorForm) -> tuple[KnownForm, FormChange] | None:
    """Return the known form that this one is most like, and how it differs from it; of equals the
    last one filled."""
    kind = f"{form.kind.name}:"
    found = [_known(one) for name, one in _kept(session).items() if name.startswith(kind)]
    changes = [(one, compare(one.headers, form.headers, form.meaning)) for one in reversed(found)]
    best = max(changes, key=lambda pair: alikeness(pair[1], form.meaning), default=None)
    return best if best is not None and is_another_issue(best[1], form.meaning) else None


def remember(session: Session, form: SuperiorForm, purpose: str = "") -> None:
    """Keep what the columns of a form were taken for; the oldest forms are forgotten."""
    kept = _kept(session)
    name = _name(form)
    kept.pop(name, None)
    kept[name] = {
        "headers": list(form.headers),
        "columns": [[column.index, column.path] for column in form.columns if column.is_sure],
        "purpose": purpose,
    }
    session.set_setting(SETTING, dict(list(kept.items())[-_MOST:]))


def _kept(session: Session) -> dict[str, Any]:
    return dict(session.setting(SETTING, {}))


def _name(form: SuperiorForm) -> str:
    return f"{form.kind.name}:{layout_of(form.headers)}"


def _known(found: Mapping[str, Any]) -> KnownForm:
    paths = {int(index): str(path) for index, path in found["columns"]}
    return KnownForm(tuple(found["headers"]), paths, str(found["purpose"]))

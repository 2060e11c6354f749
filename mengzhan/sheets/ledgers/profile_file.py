"""Profiles as JSON, for a file that one station gives another, and as a data folder keeps them."""

import json
from pathlib import Path
from typing import Any

from mengzhan.model.kind import Catalogue, Kind
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.ledgers.profile import (
    Column,
    Profile,
    ProfileError,
    full_profile,
    resolved,
    usual_profile,
)
from mengzhan.store.atomic import write_atomic
from mengzhan.store.errors import named_errors
from mengzhan.store.session import Session

FORMAT = "mengzhan-export-profile"
VERSION = 1
SUFFIX = ".mzprofile.json"
_SETTING = "export_profiles"
_LARGEST = 1_000_000
_LONGEST = 200
_MOST_COLUMNS = 500


def to_document(profile: Profile) -> dict[str, Any]:
    """Return a profile as JSON has it; what is usual is left out."""
    columns = [
        {name: text for name, text in column.__dict__.items() if text or name == "source"}
        for column in profile.columns
    ]
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": profile.name,
        "kind": profile.kind,
        "title": profile.title,
        "purpose": profile.purpose,
        "columns": columns,
    }


def from_document(document: object, catalogue: Catalogue) -> Profile:
    """Read a profile and check it against the declarations.

    Raises:
        ProfileError: ``PROFILE_NOT_OURS``, ``PROFILE_NEWER``, ``PROFILE_INVALID``, or what
            ``resolved`` says of its columns.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        words = QT_TRANSLATE_NOOP("model", "这不是蒙站的导出方案文件。请选 {suffix} 文件。")
        raise ProfileError("PROFILE_NOT_OURS", Message(words, {"suffix": SUFFIX}))
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _invalid("version")
    if version > VERSION:
        words = QT_TRANSLATE_NOOP("model", "这个导出方案由更新版本的蒙站写成。请升级蒙站后再用。")
        raise ProfileError("PROFILE_NEWER", Message(words))
    columns = document.get("columns")
    if not isinstance(columns, list) or len(columns) > _MOST_COLUMNS:
        raise _invalid("columns")
    profile = Profile(
        name=_text(document, "name", needed=True),
        kind=_text(document, "kind", needed=True),
        columns=tuple(map(_column, columns)),
        title=_text(document, "title"),
        purpose=_text(document, "purpose"),
    )
    resolved(catalogue, profile)
    return profile


def _column(document: object) -> Column:
    if not isinstance(document, dict):
        raise _invalid("columns")
    return Column(
        _text(document, "source", needed=True),
        _text(document, "header"),
        _text(document, "form"),
        _text(document, "text"),
    )


def _text(document: dict[str, Any], name: str, *, needed: bool = False) -> str:
    found = document.get(name, "")
    if not isinstance(found, str) or len(found) > _LONGEST or (needed and not found.strip()):
        raise _invalid(name)
    return found


def _invalid(name: str) -> ProfileError:
    words = QT_TRANSLATE_NOOP("model", "导出方案文件的“{name}”不对，没有读入。请让对方重新存一份。")
    return ProfileError("PROFILE_INVALID", Message(words, {"name": name}))


def save_file(profile: Profile, path: Path) -> None:
    """Write a profile into a file of its own.

    Raises:
        StoreError: nothing was changed.
    """
    text = json.dumps(to_document(profile), ensure_ascii=False, indent=2)
    write_atomic(path, f"{text}\n".encode())


def load_file(path: Path, catalogue: Catalogue) -> Profile:
    """Read a profile from a file.

    Raises:
        ProfileError: ``PROFILE_UNREADABLE`` or what ``from_document`` says; StoreError.
    """
    with named_errors(), path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    try:
        if len(data) > _LARGEST:
            raise ValueError
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        words = QT_TRANSLATE_NOOP("model", "读不懂这个文件：它不是导出方案，或者已经损坏。")
        raise ProfileError("PROFILE_UNREADABLE", Message(words)) from None
    return from_document(document, catalogue)


# Kept in the data folder -----------------------------------------------------------------------


def profiles(session: Session, kind: Kind) -> list[Profile]:
    """Return the profiles of a kind: the two that follow from its declaration, then the kept.

    A kept one that this version cannot use (made by a newer one) stays kept and is left out.
    """
    return [usual_profile(kind), full_profile(kind), *_kept(session, kind)]


def _kept(session: Session, kind: Kind) -> list[Profile]:
    found = []
    for document in _documents(session):
        try:
            profile = from_document(document, session.catalogue)
        except ProfileError:
            continue
        if profile.kind == kind.name:
            found.append(profile)
    return found


def _documents(session: Session) -> list[dict[str, Any]]:
    return list(session.setting(_SETTING) or [])


def is_own(profile: Profile, kind: Kind) -> bool:
    """Whether a profile was made here, and does not follow from the declaration."""
    return profile.name not in (usual_profile(kind).name, full_profile(kind).name)


def keep(session: Session, profile: Profile) -> None:
    """Keep a profile under its name, in the place of its namesake of the same kind.

    Raises:
        ProfileError: ``PROFILE_NAME``, one that follows from the declaration is called so.
    """
    if not is_own(profile, session.catalogue[profile.kind]):
        words = QT_TRANSLATE_NOOP("model", "“{name}”是自带方案的名字，没有存。请换一个名字。")
        raise ProfileError("PROFILE_NAME", Message(words, {"name": profile.name}))
    session.set_setting(_SETTING, [*_others(session, profile), to_document(profile)])


def forget(session: Session, profile: Profile) -> None:
    """Keep a profile no longer."""
    session.set_setting(_SETTING, _others(session, profile))


def _others(session: Session, profile: Profile) -> list[dict[str, Any]]:
    same = (profile.kind, profile.name)
    return [d for d in _documents(session) if (d.get("kind"), d.get("name")) != same]

"""What the next report would hold, and what is worth putting right before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mengzhan.model.problem import Problem
from mengzhan.model.progress import Progress
from mengzhan.package.device import NotEnrolled, office_of
from mengzhan.package.mail import MailDraft, save_draft
from mengzhan.package.media import MediaError, WrittenFile, preflight, write_package
from mengzhan.package.packing import Packed
from mengzhan.package.sending import (
    build_report,
    file_name,
    outgoing,
    remember_sent,
    send_pictures,
    touched_states,
    unwritten,
)
from mengzhan.store.session import Session

MOST_HINTS = 30
"""How many records with problems are named; the rest is counted."""


@dataclass(frozen=True)
class Hint:
    """A record that lacks something. It goes all the same; the office would ask for it."""

    kind: str
    record: str
    title: str
    problem: Problem


@dataclass(frozen=True)
class Survey:
    """What stands before sending. ``office`` is empty while no office is known.

    ``counts``: what no receipt covers. ``fresh``: how many of these records are in no package
    that waits for its receipt. ``began``: whether anything was ever sent from here.
    """

    counts: Mapping[str, int]
    office: str
    fresh: int = 0
    began: bool = False
    hints: tuple[Hint, ...] = ()
    more_hints: int = 0
    conflicts: int = 0

    @property
    def total(self) -> int:
        """How many records changed."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Sent:
    """A package that was written and read back."""

    number: int
    total: int
    size: int
    written: WrittenFile = field(repr=False)


def survey(session: Session) -> Survey:
    """Work out what is un-sent; may take a moment."""
    going = outgoing(session)
    try:
        office = office_of(session).place.name
    except NotEnrolled:
        office = ""
    reader = session.read()
    hints: list[Hint] = []
    more = 0
    for state in touched_states(session, going.entries):
        kind = reader.catalogue.get(state.kind)
        if kind is None or state.deleted or state.erased or state.values.get("same_as"):
            continue
        problem = next((p for p in kind.check(state.values, session.today()) if p.blocks), None)
        if problem is None:
            continue
        if len(hints) < MOST_HINTS:
            title = reader.title(state.kind, state.record)
            hints.append(Hint(state.kind, state.record, title, problem))
        else:
            more += 1
    exchange = session.exchange()
    return Survey(
        going.counts,
        office,
        fresh=sum(unwritten(session, going).counts.values()),
        began=bool(exchange.sent() or exchange.last_receipt()),
        hints=tuple(hints),
        more_hints=more,
        conflicts=len(reader.conflicts()),
    )


def send_to(session: Session, folder: Path, progress: Progress) -> Sent:
    """Write the report into ``folder``, read it back, and only then remember it as sent.

    Raises:
        UserError: with what to do; nothing was remembered.
    """
    packed = build_report(session)
    name = _name_for(folder, file_name(packed), len(packed.data))
    written = write_package(packed.data, folder, name, progress)
    remember_sent(session, packed, name)
    send_pictures(session, lambda extra, title: _put(extra, folder, title, progress))
    return _sent(packed, written)


def _put(packed: Packed, folder: Path, name: str, progress: Progress) -> None:
    write_package(packed.data, folder, _name_for(folder, name, len(packed.data)), progress)


def save_mail(session: Session, folder: Path, title: str, progress: Progress) -> Sent:
    """Save the report as an e-mail draft into ``folder``.

    Raises:
        UserError: with what to do; nothing was remembered.
    """
    packed = build_report(session)
    attachment = file_name(packed)
    draft = MailDraft(session.place.name, title, attachment, packed.data, office_of(session).email)
    name = _name_for(folder, f"{attachment.rpartition('.')[0]}.eml", len(packed.data) * 2)
    written = save_draft(draft, folder, name, progress)
    remember_sent(session, packed, attachment)
    return _sent(packed, written)


def _name_for(folder: Path, name: str, size: int) -> str:
    """Return a free name, or say what stands in the way."""
    findings = preflight(folder, size, name)
    grave = next((f for f in findings if not f.proposed), None)
    if grave is not None:
        raise MediaError(grave.code, grave.message)
    return next((f.proposed for f in findings), name)


def _sent(packed: Packed, written: WrittenFile) -> Sent:
    manifest = packed.manifest
    return Sent(manifest.number, sum(manifest.counts.values()), len(packed.data), written)

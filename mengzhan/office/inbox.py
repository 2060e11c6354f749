"""The inbox (收件箱): reading packages of stations, looking before applying, applying for good.

``plan`` changes nothing and says what a package would do; ``accept`` does it. Refusing changes
nothing at all, waiting changes only the inbox, accepting is one transaction. Whatever waits is
tried again by itself as soon as something has moved.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mengzhan.model.clock import wall_text
from mengzhan.office.admission import Gate, claimed_replicas
from mengzhan.office.desk import Office
from mengzhan.office.letters import KEEP_ORIGINALS, Letter, Letters, describe
from mengzhan.office.roster import Roster
from mengzhan.office.settling import (
    Overtaken,
    decisions,
    handed_over,
    position_before,
    reconcile,
    tables_of,
    tally,
)
from mengzhan.office.verdicts import Judge
from mengzhan.package.devicekey import DevicePublic, key_code
from mengzhan.package.manifest import REPORT, Manifest
from mengzhan.package.opening import Opened, UnknownSender, open_package
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.receiving import keeping, pictures_of
from mengzhan.package.staging import Plan, stage
from mengzhan.store.driver import Connection
from mengzhan.store.errors import BusyError
from mengzhan.store.journal import Journal
from mengzhan.store.ledger import Merged
from mengzhan.store.operators import remember_operators
from mengzhan.store.reader import StoreReader
from mengzhan.store.tables import Tables

_TRIES = 5


@dataclass(frozen=True)
class Proposal:
    """What a package is and would do; nothing has been changed yet."""

    data: bytes = field(repr=False)
    sha256: str
    outcome: Outcome
    detail: str = ""
    manifest: Manifest | None = None
    device: DevicePublic | None = None
    plan: Plan | None = field(default=None, repr=False)
    position: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """Records by kind that would change."""
        return self.plan.counts if self.plan else {}

    @property
    def key_code(self) -> str:
        """The 20 digits of a sender who is not pinned yet, else empty."""
        unknown = self.outcome is Outcome.UNKNOWN_STATION and self.device is not None
        return key_code(self.device) if unknown and self.device else ""


@dataclass(frozen=True)
class Received:
    """What became of a package. ``followed`` are waiting ones that went in after it."""

    outcome: Outcome
    detail: str
    sha256: str
    station: str = ""
    station_name: str = ""
    device: str = ""
    kind: str = ""
    number: int = 0
    new_entries: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    key_code: str = ""
    followed: tuple["Received", ...] = ()


class Inbox:
    """Receives packages for an office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._session = office.session

    def receive(self, data: bytes) -> Received:
        """Plan and accept in one go."""
        return self.accept(self.plan(data))

    # Looking -------------------------------------------------------------------------------

    def plan(self, data: bytes) -> Proposal:
        """Open a package, verify it and work out what it would do; nothing is changed."""
        digest = hashlib.sha256(data).hexdigest()
        known = Letters(self._office.connection).by_digest(digest)
        if known is not None and known.applied is not None:
            return Proposal(data, digest, Outcome.ALREADY_IN, "seen_before")
        return self._examine(data, digest)

    def gate(self) -> Gate:
        """Return what decides whose packages go in."""
        journal = self._session.read().journal
        return Gate(self._office.roster, self._office.replicas, journal)

    def _examine(self, data: bytes, digest: str) -> Proposal:
        gate, identities = self.gate(), self._office.identities
        try:
            opened = open_package(data, identities, gate.trusted, [REPORT])
            gate.admit(opened)
        except UnknownSender as refused:
            return Proposal(
                data, digest, refused.outcome, refused.detail, refused.manifest, refused.device
            )
        except PackageRefused as refused:
            return Proposal(data, digest, refused.outcome, refused.detail)
        journal = self._session.read().journal
        position = journal.position()
        plan = stage(opened, journal, self._session.clock())
        detail = "hole_before" if plan.outcome is Outcome.WAITING else ""
        if plan.outcome is Outcome.ALREADY_IN:
            plan.outcome = self._outcome_of_pictures(opened)
            detail = "record_missing" if plan.outcome is Outcome.WAITING else ""
        return Proposal(
            data, digest, plan.outcome, detail, opened.manifest, opened.device, plan, position
        )

    def _outcome_of_pictures(self, opened: Opened) -> Outcome:
        """Pictures wait for their records; those of erased records are read and not kept."""
        tables = Tables(self._office.connection, self._session.catalogue)
        brought, listed = set(pictures_of(opened)), tables.pictures()
        if brought - listed - tables.pictures(erased=True):
            return Outcome.WAITING
        lacks = self._session.exchange().lacks_pictures(brought & listed)
        return Outcome.ACCEPTED if lacks else Outcome.ALREADY_IN

    # Applying ------------------------------------------------------------------------------

    def accept(self, proposal: Proposal) -> Received:
        """Do what ``plan`` proposed; if something has changed since, look again first.

        Raises:
            CountsDiffer: the counts did not tie; everything was rolled back.
            StoreError: the environment said no; nothing was changed.
        """
        self._forget_originals()
        if proposal.outcome.waits:
            # What it waited for may have come while a whole folder was being looked through.
            proposal = self._examine(proposal.data, proposal.sha256)
        received = self._take(proposal)
        if not received.station or not _went_in(received.outcome):
            return received
        return replace(received, followed=tuple(self.advance(received.station)))

    def advance(self, station: str = "") -> list[Received]:
        """Try everything that waits, of one station or of all, until nothing moves any more."""
        moved: list[Received] = []
        while True:
            now_in = [r for r in map(self._retry, self._kept(station)) if _went_in(r.outcome)]
            if not now_in:
                return moved
            moved += now_in

    def _forget_originals(self) -> None:
        too_old = wall_text(self._session.clock() - KEEP_ORIGINALS)
        self._office.write(lambda connection: Letters(connection).forget_originals(too_old))

    def _kept(self, station: str) -> list[Letter]:
        return Letters(self._office.connection).kept(station)

    def _retry(self, letter: Letter) -> Received:
        proposal = self._examine(letter.original or b"", letter.sha256)
        if proposal.outcome.refuses:
            # It was kept unread (an unknown key, a newer format) and turns out to be of no use.
            done = replace(letter, outcome=proposal.outcome, detail=proposal.detail, original=None)
            self._office.write(lambda connection: Letters(connection).put(done))
            return _received(proposal)
        return self._take(proposal)

    def _take(self, proposal: Proposal) -> Received:
        if proposal.outcome.waits:
            self._keep(proposal)
        for _ in range(_TRIES):
            if proposal.plan is None or not _went_in(proposal.outcome):
                return _received(proposal)
            try:
                return self._apply(proposal, proposal.plan)
            except (Overtaken, PackageRefused):
                proposal = self._examine(proposal.data, proposal.sha256)
        raise BusyError

    def _keep(self, proposal: Proposal) -> None:
        """Keep a file that can still go in; one that already waits stays as it is."""
        letter = self._letter(proposal)
        known = Letters(self._office.connection).by_digest(proposal.sha256)
        if known is None or (known.outcome, known.missing) != (letter.outcome, letter.missing):
            self._office.write(lambda connection: Letters(connection).put(letter))

    def _letter(self, proposal: Proposal) -> Letter:
        waits, plan = proposal.outcome.waits, proposal.plan
        unknown = proposal.outcome is Outcome.UNKNOWN_STATION
        return Letter(
            proposal.sha256,
            self._office.now(),
            len(proposal.data),
            proposal.outcome,
            proposal.detail,
            device=proposal.device.device_id if proposal.device else "",
            counts=proposal.counts,
            missing=tuple(plan.missing) if plan else (),
            public=proposal.device if unknown else None,
            original=proposal.data if waits else None,
            **describe(proposal.manifest),
        )

    def _apply(self, proposal: Proposal, plan: Plan) -> Received:
        """Merge, verdicts, roster, inbox and the check of all counts as one transaction.

        Raises:
            Overtaken: the journal is no longer where it was when ``proposal`` was made.
            PackageRefused: the sender is no longer trusted.
        """
        opened = plan.opened
        gate = self.gate()
        if not gate.trusted(opened.manifest, opened.device):
            raise PackageRefused(Outcome.UNKNOWN_STATION, "device_unknown")
        gate.admit(opened)
        catalogue = self._session.catalogue
        before = tally(self._office.connection, tables_of(plan, catalogue))
        if before.position != proposal.position:
            raise Overtaken
        foreign = gate.foreign(plan)
        own = decisions(plan, foreign, self._session.read().journal)
        predecessor = gate.predecessor(opened.manifest, opened.device)
        letter, desk, now = self._letter(proposal), self._session.desk(), self._office.now()

        def settle(connection: Connection, merged: Merged) -> None:
            if position_before(connection, merged) != before.position and merged.new:
                raise Overtaken
            reconcile(connection, catalogue, plan, merged, before, self._session.replica)
            roster = Roster(connection)
            if predecessor is not None and roster.device(opened.device.device_id) is None:
                roster.pin(opened.manifest.station.code, opened.device, now)
                until = handed_over(opened.manifest, Journal(connection))
                roster.retire(predecessor.device_id, until, now)
            station = opened.manifest.station.code
            roster.add_replicas(station, claimed_replicas(opened.manifest))
            writers = {entry.actor for entry in merged.new}
            remember_operators(connection, station, opened.manifest.operators, writers)
            reader = StoreReader(connection, catalogue)
            Judge(reader, desk, now).judge(merged.new, station, foreign)
            keeping(opened, catalogue, held=True)(connection, merged)
            position = reader.journal.position()
            Letters(connection).put(replace(letter, applied=position))

        self._session.merge(plan.new, settle, own, words="receive package", beside=opened.entries)
        return _received(proposal)


def _went_in(outcome: Outcome) -> bool:
    return outcome.applies or outcome is Outcome.ALREADY_IN


def _received(proposal: Proposal) -> Received:
    manifest, plan = proposal.manifest, proposal.plan
    new = len(plan.new) if plan and proposal.outcome.applies else 0
    return Received(
        proposal.outcome,
        proposal.detail,
        proposal.sha256,
        station=manifest.station.code if manifest else "",
        station_name=manifest.station.name if manifest else "",
        device=proposal.device.device_id if proposal.device else "",
        kind=manifest.kind if manifest else "",
        number=manifest.number if manifest else 0,
        new_entries=new,
        counts=proposal.counts if new else {},
        key_code=proposal.key_code,
    )

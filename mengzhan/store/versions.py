"""The steps from an empty database to this version. Never change one that was released."""

from mengzhan.store.disclosures import create_disclosures
from mengzhan.store.migrations import Migration
from mengzhan.store.schema import create_schema, drop_forks

MIGRATIONS = (
    Migration(1001, "journal, settings, drafts, exchange", create_schema),
    Migration(1002, "disclosures", create_disclosures),
    # An older program writes into the table: it may not open what has none.
    Migration(2000, "forks are read from the journal", drop_forks),
)

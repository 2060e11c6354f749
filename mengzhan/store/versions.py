"""The steps from an empty database to this version. Never change one that was released."""

from mengzhan.store.disclosures import create_disclosures
from mengzhan.store.migrations import Migration
from mengzhan.store.schema import create_schema

MIGRATIONS = (
    Migration(1001, "journal, settings, drafts, exchange", create_schema),
    Migration(1002, "disclosures", create_disclosures),
)

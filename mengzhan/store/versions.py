"""The steps from an empty database to this version. Never change one that was released."""

from mengzhan.store.migrations import Migration
from mengzhan.store.schema import create_schema

MIGRATIONS = (Migration(1001, "journal, settings, drafts, exchange", create_schema),)

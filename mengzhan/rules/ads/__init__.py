"""Advertisements of work: read from free text, and checked before they go out."""

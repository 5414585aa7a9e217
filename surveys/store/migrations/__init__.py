"""Migrations. `HEAD` is the newest revision, so that a start with nothing to do need not load Alembic."""

HEAD = "0014"

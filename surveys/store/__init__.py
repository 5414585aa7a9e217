"""The only SQL of the product: tables, the group-commit writer, readers, migrations."""

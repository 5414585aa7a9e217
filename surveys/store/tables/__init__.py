"""The tables, a file per room; what every room shares stands in `schema.py`."""

"""Programs for those who work on Dalalab; nothing here is installed."""

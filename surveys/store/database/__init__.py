"""The file or server underneath: engines, its lock, its upgrade and its upkeep."""

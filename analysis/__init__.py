"""What the answers say. Reads, never writes; knows no channel."""

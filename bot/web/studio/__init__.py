"""The organiser's studio: everything under `/arrangor`, behind one door."""

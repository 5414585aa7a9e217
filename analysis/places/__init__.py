"""Places: where people set their marks, counted in hexagons that no fewer than k people share."""

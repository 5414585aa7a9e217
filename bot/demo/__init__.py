"""The demo: four meetings and a place dialogue, answered by simulated participants through the real engine."""

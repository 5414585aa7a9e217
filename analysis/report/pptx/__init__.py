"""The report as slides that can be edited: native charts, alt text, notes with the evidence."""

from analysis.report.pptx.deck import to_pptx

__all__ = ["to_pptx"]

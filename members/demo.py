"""Fictional records of this area for the demo school."""

from datetime import date


def build(on: date) -> None:
    """Nothing yet."""

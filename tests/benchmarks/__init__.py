"""Figures of speed and memory, printed by commands."""

"""Draft a community safety partnership's strategic assessment at the terminal and hand over a Word file."""

__version__ = "0.1.0"

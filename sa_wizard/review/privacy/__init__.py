"""Depersonalised data: what may identify a person, found in answers and in counts (domain.md 2.3)."""
